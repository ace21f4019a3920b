/** One attempt at a letter: claim, look, fence, post. */
import type { Chat, Posted, Posting, StateRecord } from '../port.ts';
import type { Delivery } from './delivery.ts';
import { waitingOf } from './letter.ts';
import type { Waiting } from './letter.ts';
import { usualTiming } from './timing.ts';
import { isOver, lookSince } from './turn.ts';

/** A letter that this process has claimed. */
export interface Held {
  readonly record: StateRecord;
  readonly letter: Waiting;
}

export interface Attempted extends Held {
  /** As it was before the attempt. */
  readonly before: Waiting;
  readonly posted: Posted;
}

interface Attempting {
  readonly delivery: Delivery;
  /** When State was restored last. */
  readonly restored: Date | null;
}

/** `null`: somebody else was faster, and it is theirs. */
export async function attempt(
  record: StateRecord,
  { delivery, restored }: Attempting,
): Promise<Attempted | null> {
  const before = waitingOf(record);
  const chat = delivery.chats.get(before.platform);
  let held = await keep(claimed(before, delivery), record, delivery);
  if (held === null || chat === undefined) return null;
  const since = lookSince(before, delivery.now(), restored);
  const mayStill = async (): Promise<boolean> => {
    const next = held && (await renewed(held, delivery));
    held = next ?? held;
    return next !== null;
  };
  const posted = await say(chat, before, { ...(since && { since }), mayStill }).catch(
    (error: unknown): Posted => {
      delivery.log.error({ err: error, key: before.key }, 'a message could not be posted');
      return { status: 'unsure' };
    },
  );
  return { ...held, before, posted };
}

/** Writes it, unless somebody else has done so since. */
async function keep(letter: Waiting, record: StateRecord, { state }: Delivery): Promise<Held | null> {
  const version = await state.put({ ...record, value: letter });
  return version === null ? null : { record: { ...record, version }, letter };
}

/** From here on it may stand there: whoever comes next looks before he posts. */
function claimed(letter: Waiting, { owner, now, timing = usualTiming }: Delivery): Waiting {
  const at = now();
  const startedAt = at.toISOString();
  const leaseUntil = new Date(at.getTime() + timing.lease).toISOString();
  return {
    ...letter,
    triedAt: letter.triedAt ?? startedAt,
    tries: letter.tries + 1,
    notBefore: null,
    claim: { owner, startedAt, leaseUntil },
    isMissing: false,
  };
}

/**
 * The fence: whoever has been stopped for longer than the lease finds that the letter is no longer theirs. What is sent now
 * can arrive as long after now, however long the look has taken. `null`: nothing may be sent.
 */
async function renewed({ record, letter }: Held, delivery: Delivery): Promise<Held | null> {
  const { claim } = letter;
  const { timing = usualTiming } = delivery;
  const now = delivery.now();
  if (claim === null || isOver(letter, now)) return null;
  const left = Date.parse(claim.leaseUntil) - now.getTime();
  // With more left than there was the clock has been put back, and nobody knows how much there is.
  if (left <= timing.request || left > timing.lease) return null;
  return keep({ ...letter, claim: { ...claim, startedAt: now.toISOString() } }, record, delivery);
}

type Saying = Required<Pick<Posting, 'mayStill'>> & Pick<Posting, 'since'>;

/** What is said otherwise may be said so twice: nothing is looked for. */
async function say(
  chat: Pick<Chat, 'post' | 'edit'>,
  { to, view, key, below, edit, locale }: Waiting,
  saying: Saying,
): Promise<Posted> {
  const tongue = locale === undefined ? {} : { locale };
  if (edit !== undefined) return chat.edit(edit, view, tongue);
  return chat.post(to, view, { key, ...(below === undefined ? {} : { below }), ...tongue, ...saying });
}
