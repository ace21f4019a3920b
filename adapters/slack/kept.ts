/** Calls that are too long for a button: kept in State, and the button carries where. */
import { readButton, writeCall } from '../../src/command/next.ts';
import type { Next, StateRecord } from '../../src/port.ts';
import { blockLimits } from './limits.ts';
import type { Options } from './options.ts';

const kind = 'slack-call';

/** What no command is called. */
const sign = '=';

/** Milliseconds that such a button works. */
const life = 30 * 24 * 60 * 60_000;

type Room = Pick<Options, 'state' | 'now' | 'hash'>;

type Said = Pick<Next, 'command' | 'input'>;

interface Kept extends Said {
  /** ISO 8601: until when. */
  readonly until: string;
}

/** The same ways on, each short enough for a button. */
export const keepLong = (next: readonly Next[], room: Room): Promise<readonly Next[]> =>
  Promise.all(next.map(async (each) => (isShort(each) ? each : keep(each, room))));

const isShort = (call: Said): boolean => writeCall(call).length <= blockLimits.buttonValue;

/** The same call has the same key: pressed or shown again, it lives on. */
async function keep({ label, command, input }: Next, { state, hash, now }: Room): Promise<Next> {
  const key = hash(writeCall({ command, input }));
  const value: Kept = { command, input, until: new Date(now().getTime() + life).toISOString() };
  const version = (await state.get(kind, key))?.version ?? null;
  // Where somebody else has just written it, it is the same but for a moment.
  await state.put({ kind, key, version, value });
  return { label, command: sign, input: key };
}

/** The call that a button carries; `null` where it was kept, and is no longer. */
export async function readPressed(value: string, { state, now }: Room): Promise<Said | null> {
  const { command, input } = readButton(value);
  if (command !== sign) return { command, input };
  const kept = (await state.get(kind, input))?.value as Kept | undefined;
  if (kept === undefined || isOver(kept, now())) return null;
  return { command: kept.command, input: kept.input };
}

const isOver = ({ until }: Kept, now: Date): boolean => Date.parse(until) < now.getTime();

/** Forgets what nobody can press any more. */
export async function sweepKept({ state, now }: Room): Promise<void> {
  const old = (await state.list(kind)).filter(({ value }: StateRecord) => isOver(value as Kept, now()));
  for (const { key, version } of old) await state.put({ kind, key, version, value: null });
}
