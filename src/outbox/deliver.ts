/** Claim, post, settle: each letter is posted once, or, where nobody can know, not again. */
import type { Chat, Log, Now, Posted, State, StateRecord } from '../port.ts';
import { kind, waitingOf } from './letter.ts';
import type { Waiting } from './letter.ts';

export interface Delivery {
  readonly state: State;
  /** By platform. */
  readonly chats: ReadonlyMap<string, Pick<Chat, 'post'>>;
  readonly now: Now;
  readonly log: Log;
  /** Told what became of a letter: why a platform does not take it; `null`: it stands there. */
  readonly told: (letter: Waiting, trouble: string | null) => Promise<void>;
}

/** Letters that are under way at a time. */
const together = 4;

/** Milliseconds until a letter is looked for again of which nobody knows whether it stands there: longer each time. */
const pauseAfter = (tries: number): number => Math.min(2 ** tries, 60) * 60_000;

/** Tries every letter that may be tried now, once. A letter of a platform that is not there waits for it. */
export async function deliver(delivery: Delivery, signal: AbortSignal): Promise<void> {
  const records = (await delivery.state.list(kind)).filter((record) => isDue(waitingOf(record), delivery));
  const queue = records.values();
  const worker = async (): Promise<void> => {
    for (const record of queue) {
      if (signal.aborted) return;
      await deliverOne(record, delivery);
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
}

function isDue({ platform, notBefore, until }: Waiting, { chats, now }: Delivery): boolean {
  const at = now().toISOString();
  return until < at || (chats.has(platform) && (notBefore === null || notBefore <= at));
}

async function deliverOne(record: StateRecord, delivery: Delivery): Promise<void> {
  const { state, chats, now, log } = delivery;
  const letter = waitingOf(record);
  const at = now().toISOString();
  const settle = { record, letter, delivery };
  if (letter.until < at) {
    log.warn({ key: letter.key, tries: letter.tries }, 'a message could not be posted in time');
    return drop(record.version, settle);
  }
  // From here on it may stand there: whoever comes next looks before he posts.
  const value: Waiting = { ...letter, triedAt: letter.triedAt ?? at, tries: letter.tries + 1 };
  const version = await state.put({ ...record, value });
  const chat = chats.get(letter.platform);
  if (version === null || chat === undefined) return;
  const since = letter.triedAt === null ? {} : { since: new Date(letter.triedAt) };
  const posted = await chat
    .post(letter.to, letter.view, { key: letter.key, ...since })
    .catch((error: unknown): Posted => {
      log.error({ err: error, key: letter.key }, 'a message could not be posted');
      return { status: 'unsure' };
    });
  await settled(posted, version, { ...settle, letter: value });
}

interface Settling {
  readonly record: StateRecord;
  readonly letter: Waiting;
  readonly delivery: Delivery;
}

async function settled(posted: Posted, version: number, settling: Settling): Promise<void> {
  const { record, letter, delivery } = settling;
  const { state, log, now, told } = delivery;
  const putOff = async (value: Waiting, until: Date): Promise<void> =>
    void (await state.put({ ...record, version, value: { ...value, notBefore: until.toISOString() } }));
  // Nothing was sent: it is as it was.
  if (posted.status === 'later') return putOff(waitingOf(record), posted.after);
  if (posted.status === 'unsure')
    return putOff(letter, new Date(now().getTime() + pauseAfter(letter.tries - 1)));
  const trouble = posted.status === 'refused' ? posted.reason : null;
  if (trouble !== null) log.warn({ key: letter.key, reason: trouble }, 'a message was refused');
  await told(letter, trouble);
  await drop(version, settling);
}

/** Where somebody else has written it since, it is his to settle. */
async function drop(version: number, { record, delivery }: Settling): Promise<void> {
  await delivery.state.put({ ...record, version, value: null });
}
