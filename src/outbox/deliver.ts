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
  /** Told of a letter that a platform does not take. */
  readonly refused: (letter: Waiting, reason: string) => Promise<void>;
}

/** Letters that are under way at a time. */
const together = 4;

/** So often a letter is looked for of which nobody knows whether it stands there. */
const mostTries = 10;

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
    log.warn({ key: letter.key }, 'a message came too late and was not posted');
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
  const { state, log, refused } = delivery;
  if (posted.status === 'posted') return drop(version, settling);
  if (posted.status === 'later') {
    const value: Waiting = { ...letter, notBefore: posted.after.toISOString() };
    await state.put({ ...record, version, value });
    return;
  }
  if (posted.status === 'refused') {
    log.warn({ key: letter.key, reason: posted.reason }, 'a message was refused');
    await refused(letter, posted.reason);
    return drop(version, settling);
  }
  if (letter.tries < mostTries) return;
  log.error({ key: letter.key }, 'nobody knows whether a message stands there: it is not tried again');
  await drop(version, settling);
}

/** Where somebody else has written it since, it is his to settle. */
async function drop(version: number, { record, delivery }: Settling): Promise<void> {
  await delivery.state.put({ ...record, version, value: null });
}
