/** What became of an attempt → what is kept of the letter, and what whoever put it into the box is told. */
import type { Attempted, Held } from './attempt.ts';
import type { Delivery } from './delivery.ts';
import type { Settled, Waiting } from './letter.ts';
import { isOver, putOffUntil } from './turn.ts';

export async function settle(attempted: Attempted, delivery: Delivery): Promise<void> {
  const { posted, letter, before, record } = attempted;
  const now = delivery.now();
  if (posted.status === 'later') {
    const after = putOffUntil(posted.after, now);
    delivery.resting?.set(letter.platform, after);
    // Nothing was sent: it is as it was.
    const value: Waiting = { ...before, notBefore: after.toISOString() };
    return void (await delivery.state.put({ ...record, value }));
  }
  if (posted.status !== 'unsure') {
    if (posted.status === 'refused')
      delivery.log.warn({ key: letter.key, reason: posted.reason }, 'a message was refused');
    return end(attempted, posted, delivery);
  }
  const over = isOver(letter, now);
  // The record says already when it was tried: it is looked for when its time has come.
  if (!over && posted.unreadable !== true) return;
  delivery.log.warn({ key: letter.key }, 'nobody can know whether a message stands there');
  const value = over ? null : { ...letter, isParked: true };
  await tell(attempted, { status: 'unknown', isParked: !over }, { ...delivery, value });
}

/** It leaves the box. */
export const end = (held: Held, settled: Settled, delivery: Delivery): Promise<void> =>
  tell(held, settled, { ...delivery, value: null });

/** All at once, unless somebody else has written the letter since: then it is his to settle. */
async function tell(
  { record, letter }: Held,
  settled: Settled,
  { state, told, log, value }: Delivery & { readonly value: Waiting | null },
): Promise<void> {
  const { kind, key, version } = record;
  await state
    .transaction(async (records) => {
      if ((await records.put({ kind, key, version, value })) === null) return;
      await told(letter, settled, records);
    })
    .catch((error: unknown) => log.error({ err: error, key }, 'what became of a message could not be noted'));
}
