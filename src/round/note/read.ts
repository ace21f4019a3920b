/** A conversation, read to its end or not at all. What was read is not read again for a while, unless it is to be written down. */
import { UserError } from '../../error.ts';
import type { Chat, Log, Now, Person, Place, Remark, Show, Thread } from '../../port.ts';

/** Messages of one conversation that are kept at most; of more, the first. */
export const mostRemarks = 2000;

/** Milliseconds that is kept what was read of a conversation: its beginning, where it could not be read to its end. */
const patience = 15 * 60_000;

export interface Conversation {
  readonly thread: Thread;
  readonly remarks: readonly Remark[];
  /** How many there are, where only the first were read. */
  readonly cutAt: number | null;
}

/** Whose conversation is read, and for whom. */
export interface Reading {
  readonly chat: Pick<Chat, 'platform' | 'thread'>;
  readonly at: string | Place;
  /** `null`: as the bot may. */
  readonly reader: Person | null;
  readonly show: Show;
  /** For a look it is as it was read some minutes ago; for a file it is read now. */
  readonly isFor: 'look' | 'file';
}

interface Begun {
  readonly remarks: Remark[];
  readonly at: number;
  isWhole: boolean;
  /** Who wants it while it is being read gets the same. */
  running: Promise<void> | null;
}

export interface Reader {
  /**
   * Throws UserError `notes-not-found`, `notes-private`, `notes-gap` where the platform says that there are more than it shows,
   * and `notes-unread` where it does not answer any more: asked again, it goes on from there.
   */
  readonly read: (reading: Reading) => Promise<Conversation>;
  /** Something in it changed: its beginning is read again. */
  readonly forget: (platform: string, ref: string) => void;
}

export function createReader({ now, log }: { readonly now: Now; readonly log: Log }): Reader {
  const known = new Map<string, Begun>();
  const begun = (key: string, { isFor }: Reading): Begun => {
    for (const [each, { at }] of known) if (now().getTime() - at > patience) known.delete(each);
    const before = known.get(key);
    if (before !== undefined && !(before.isWhole && isFor === 'file')) return before;
    const fresh = { remarks: [], at: now().getTime(), isWhole: false, running: null };
    known.set(key, fresh);
    return fresh;
  };

  const readOn = async (thread: Thread, of: Begun, { show }: Reading): Promise<void> => {
    const { remarks } = of;
    const all = thread.expected === null ? null : Math.min(thread.expected, mostRemarks);
    try {
      for await (const remark of thread.remarks(remarks.at(-1)?.id)) {
        remarks.push(remark);
        show({ done: remarks.length, of: all });
        if (remarks.length >= mostRemarks) break;
      }
      of.isWhole = true;
    } catch (error) {
      log.warn({ err: error, got: remarks.length }, 'a conversation could not be read to its end');
      throw error instanceof UserError ? error : new UserError('notes-unread', { got: remarks.length });
    }
  };

  const attempt = async (reading: Reading): Promise<Conversation & { readonly isWhole: boolean }> => {
    const { chat, at, reader } = reading;
    const thread = await chat.thread(at, reader);
    requirePublic(thread);
    const key = keyOf(chat.platform, thread.ref);
    const of = begun(key, reading);
    of.running ??= of.isWhole ? null : readOn(thread, of, reading).finally(() => (of.running = null));
    await of.running;
    const { remarks } = of;
    const { expected } = thread;
    const isCut = remarks.length >= mostRemarks && expected !== null && expected > remarks.length;
    const isWhole = isCut || expected === null || remarks.length >= expected;
    if (!isWhole) known.delete(key);
    return { thread, remarks: [...remarks], cutAt: isCut ? expected : null, isWhole };
  };

  return {
    read: async (reading) => {
      const first = await attempt(reading);
      // Something may have been deleted, or added, while it was being read: what it is now counts.
      const { isWhole, ...conversation } = first.isWhole ? first : await attempt(reading);
      const { thread, remarks } = conversation;
      if (!isWhole) throw new UserError('notes-gap', { got: remarks.length, expected: thread.expected ?? 0 });
      if (remarks.length === 0) throw new UserError('notes-not-found');
      return conversation;
    },
    forget: (platform, ref) => void known.delete(keyOf(platform, ref)),
  };
}

const keyOf = (platform: string, ref: string): string => `${platform} ${ref}`;

/** What is not there looks like what the reader may not see. */
function requirePublic({ ref, place }: Thread): void {
  if (ref === '') throw new UserError('notes-not-found');
  if (place.visibility !== 'public') throw new UserError('notes-private');
}
