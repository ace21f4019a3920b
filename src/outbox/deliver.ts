/** Every letter that may be tried now is tried, and each is posted once, or, where nobody can know, not again. */
import type { StateRecord } from '../port.ts';
import { attempt } from './attempt.ts';
import type { Delivery } from './delivery.ts';
import { kind, waitingOf } from './letter.ts';
import { inTurn } from './queue.ts';
import { restoredAt } from './restored.ts';
import { end, settle } from './settle.ts';
import { usualTiming } from './timing.ts';
import { isPutOff, setRight, turnOf } from './turn.ts';
import type { Turn } from './turn.ts';

export type { Delivery } from './delivery.ts';

/** Letters that are under way at a time. */
const together = 4;

/** Tries every letter that may be tried now, once. A letter of a platform that is not there waits for it. */
export async function deliver(delivery: Delivery, signal: AbortSignal): Promise<void> {
  const turns = Map.groupBy(await letters(delivery), (record) => turn(record, delivery));
  for (const status of ['late', 'unknown'] as const)
    for (const record of turns.get(status) ?? []) await giveUp(record, status, delivery);
  const restored = await restoredAt(delivery.state);
  const queue = inTurn(turns.get('try') ?? []).values();
  const worker = async (): Promise<void> => {
    for (const record of queue) {
      if (signal.aborted) return;
      if (isResting(record, delivery)) continue;
      const attempted = await attempt(record, { delivery, restored });
      if (attempted !== null) await settle(attempted, delivery);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
}

/** All that are in the box, as they are to be read now. */
async function letters({ state, now, timing = usualTiming }: Delivery): Promise<readonly StateRecord[]> {
  const records = await state.list(kind);
  for (const record of records) {
    const value = setRight(waitingOf(record), now(), timing);
    if (value !== null) await state.put({ ...record, value });
  }
  return records;
}

function turn(record: StateRecord, { chats, now, owner, timing = usualTiming }: Delivery): Turn {
  const letter = waitingOf(record);
  return turnOf(letter, { now: now(), owner, timing, isThere: chats.has(letter.platform) });
}

/** A platform that has no time for one letter has none for the next. */
function isResting(record: StateRecord, { resting, now }: Delivery): boolean {
  const until = resting?.get(waitingOf(record).platform);
  return until !== undefined && isPutOff(until, now());
}

async function giveUp(record: StateRecord, status: 'late' | 'unknown', delivery: Delivery): Promise<void> {
  const letter = waitingOf(record);
  delivery.log.warn({ key: letter.key, tries: letter.tries }, 'a message could not be posted in time');
  await end({ record, letter }, status === 'late' ? { status } : { status, isParked: false }, delivery);
}
