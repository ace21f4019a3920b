/** What Slack sends over a socket, as far as one can rely on it. https://docs.slack.dev/apis/events-api/using-socket-mode */

/**
 * Why a connection ends. `refresh`: Slack moves, and wants a new one first. `crowded`: there are too many. `switched-off`:
 * Socket Mode is disabled for the app.
 */
export type Ending = 'cut' | 'refresh' | 'crowded' | 'switched-off';

interface Frame {
  readonly type: string;
  readonly reason?: unknown;
  readonly payload?: unknown;
}

/** `null` for anything but an object with a type. An event without an event in it has the type that it says itself. */
export function readFrame(data: unknown): Frame | null {
  const frame = typeof data === 'string' ? parsed(data) : null;
  if (!isObject(frame) || typeof frame['type'] !== 'string') return null;
  const { type, payload } = frame;
  if (type !== 'events_api') return { ...frame, type };
  if (!isObject(payload)) return null;
  if (isObject(payload['event']) && typeof payload['event']['type'] === 'string') return { ...frame, type };
  return payload['type'] === 'app_rate_limited' ? { ...frame, type: payload['type'] } : null;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const endings: Readonly<Record<string, Ending>> = {
  warning: 'refresh',
  refresh_requested: 'refresh',
  too_many_websockets: 'crowded',
  link_disabled: 'switched-off',
};

/** `null` where it is no goodbye. One for a reason that is not known is one all the same. */
export const endingOf = ({ type, reason }: Frame): Ending | null =>
  type === 'disconnect' ? (endings[String(reason)] ?? 'refresh') : null;
