/** Conversations as Slack's Web API gave them, or as a workspace was exported: https://slack.com/help/articles/220556107 */
import { UserError } from '../../src/error.ts';
import type { Exported, Hash, Person, Remark } from '../../src/port.ts';
import { messagesIn, usersIn } from './export-shape.ts';
import type { Exporting } from './export-shape.ts';
import { profileOf } from './person.ts';
import { isSpoken, remarkOf } from './remark.ts';
import type { Context, Said } from './remark.ts';
import { byTime, isLater } from './stamp.ts';

/**
 * The messages of a response of conversations.replies or conversations.history, of an array of messages, or of an array of
 * such things: pages, or the files of days, in any order. `users`: a response of users.list, or an export's users.json;
 * whom they do not name is `@unknown-1a2b`. Throws UserError `export-unreadable`.
 */
export async function readExport(
  json: unknown,
  users: unknown,
  { hash }: { readonly hash: Hash },
): Promise<Exported> {
  const threads = threadsOf(latest(messagesIn(json)));
  const context = contextOf(threads, users === null ? [] : usersIn(users), hash);
  const remarks: Remark[] = [];
  for (const said of threads.flat().filter(isSpoken)) remarks.push(await readable(said, context));
  return { title: null, url: null, expected: expectedIn(threads), remarks };
}

/** Each once: a message is in the file of its day and on every page of its thread. The one that was edited last counts. */
function latest(all: readonly Exporting[]): readonly Exporting[] {
  const found = new Map<string, Exporting>();
  for (const said of all) {
    const before = found.get(said.ts);
    if (before === undefined || isLater(said.edited?.ts ?? '', before.edited?.ts ?? ''))
      found.set(said.ts, said);
  }
  return [...found.values()];
}

const startOf = ({ ts, thread_ts: thread }: Said): string => thread ?? ts;

function threadsOf(all: readonly Exporting[]): readonly (readonly Exporting[])[] {
  const threads = Map.groupBy(all, startOf);
  return [...threads]
    .toSorted(([one], [other]) => byTime(one, other))
    .map(([, said]) => said.toSorted((one, other) => byTime(one.ts, other.ts)));
}

/** `null`: a thread begins with a message that was not exported. */
function expectedIn(threads: readonly (readonly Exporting[])[]): number | null {
  const counts = threads.map(([first]) =>
    first === undefined || startOf(first) !== first.ts
      ? null
      : (first.reply_count ?? 0) + (isSpoken(first) ? 1 : 0),
  );
  return counts.every((count) => count !== null) ? counts.reduce((sum, count) => sum + count, 0) : null;
}

function contextOf(
  threads: readonly (readonly Exporting[])[],
  users: ReturnType<typeof usersIn>,
  hash: Hash,
): Context {
  const known = new Map(users.map((user) => [user.id, user]));
  const ids = new Set(threads.flat().map(({ ts }) => ts));
  const personOf = async (id: string): Promise<Person | null> => {
    const user = known.get(id);
    return user === undefined ? null : { ...profileOf(id, user), organiser: false, guest: true };
  };
  return {
    holds: ({ ts = '' }) => ids.has(ts),
    names: {
      hash,
      nameOf: async ({ of, id }) => (of === 'person' ? (await personOf(id))?.name : null) ?? null,
    },
    personOf,
    urlOf: () => null,
    described: async (file) => file,
    readerOf: () => async () => null,
  };
}

/** What no chat wrote may be of any shape. */
async function readable(said: Said, context: Context): Promise<Remark> {
  try {
    return await remarkOf(said, context);
  } catch {
    throw new UserError('export-unreadable');
  }
}
