/** The Events API: what happened is told to the app, and told again where it was not acknowledged. */
import { retryDelays } from './limits.ts';
import { NotAcknowledged } from '../simulator/not-acknowledged.ts';
import type { Delivery, World } from './world.ts';

/** The scope without which an app does not hear of it. https://docs.slack.dev/reference/events */
const scopes: Readonly<Record<string, string>> = {
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  app_mention: 'app_mentions:read',
  link_shared: 'links:read',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  channel_left: 'channels:read',
  reaction_added: 'reactions:read',
};

function isHeard({ state: { app } }: World, name: string): boolean {
  const scope = scopes[name];
  return app.events?.includes(name) !== false && (scope === undefined || app.scopes.includes(scope));
}

function envelope(world: World, event: Readonly<Record<string, unknown>>): Delivery['payload'] {
  const { team, app } = world.state;
  return {
    token: 'verification',
    team_id: team.id,
    api_app_id: app.id,
    type: 'event_callback',
    event_id: world.id('Ev'),
    event_time: Math.floor(world.clock.now() / 1000),
    event,
    authorizations: [{ team_id: team.id, user_id: app.user, is_bot: true, is_enterprise_install: false }],
    is_ext_shared_channel: false,
  };
}

/** An event on its way. `since`: when it was told first. */
interface Telling {
  readonly payload: Delivery['payload'];
  readonly since: number;
}

/** Tries once, then at once again; later tries wait for their time and answer to nobody. */
async function attempt(world: World, telling: Telling, retry: Delivery['retry']): Promise<void> {
  const { payload, since } = telling;
  try {
    await world.send({ kind: 'events_api', payload, answerable: false, retry });
  } catch (error) {
    if (!(error instanceof NotAcknowledged)) throw error;
    const number = (retry?.attempt ?? 0) + 1;
    const delay = retryDelays[number - 1];
    if (delay === undefined) throw error;
    const again = { attempt: number, reason: error.reason };
    if (delay === 0) return attempt(world, telling, again);
    const wait = Math.max(0, since + delay - world.clock.now());
    world.clock.after(wait, () => void attempt(world, telling, again).catch(() => undefined));
    throw error;
  }
}

/**
 * Tells the app, if it subscribes to that and has the scope for it: `name` is the name of the subscription, `message.channels`. Resolves when it
 * acknowledged; rejects with NotAcknowledged after the first retry, and goes on to retry as time goes on.
 */
export async function emit(
  world: World,
  name: string,
  event: Readonly<Record<string, unknown>>,
): Promise<void> {
  if (!isHeard(world, name)) return;
  await attempt(world, { payload: envelope(world, event), since: world.clock.now() }, null);
}

/** The same event twice, as Slack may do: one `event_id`, `times` deliveries. */
export async function emitAgain(
  world: World,
  event: Readonly<Record<string, unknown>>,
  times: number,
): Promise<void> {
  const payload = envelope(world, event);
  for (let number = 0; number < times; number += 1) {
    const retry = number === 0 ? null : { attempt: number, reason: 'timeout' };
    await world.send({ kind: 'events_api', payload, answerable: false, retry });
  }
}
