/** How far time has been looked at: what fell due since then is due now, and never twice. */
import type { Records } from '../port.ts';
import type { Passed } from '../event/reminder.ts';

const kind = 'round';
const key = 'last';

/**
 * The time since the last round. The first round looks at none: nothing was asked for before. Where the clock was put back,
 * none has passed until it is where it was.
 */
export async function timePassed(records: Records, now: Date): Promise<Passed> {
  const last = (await records.get(kind, key))?.value as string | undefined;
  const upTo = now.getTime();
  return { after: last === undefined ? upTo : Date.parse(last), upTo };
}

/** Together with what was due, or not at all. */
export async function noteTime(records: Records, { after, upTo }: Passed): Promise<void> {
  const record = await records.get(kind, key);
  if (record !== null && upTo <= after) return;
  const value = new Date(upTo).toISOString();
  await records.put({ kind, key, version: record?.version ?? null, value });
}
