/** A conversation of Slack's, read as one of its readers may, and without ids. */
import { UserError } from '../../src/error.ts';
import type { Person, Place, Remark, Thread } from '../../src/port.ts';
import type { Desk } from './desk.ts';
import { readerOf } from './download.ts';
import { describedBy } from './foreign-file.ts';
import { createRegister } from './names.ts';
import { permalinkOf } from './permalink.ts';
import { isDirect, placeAt, surePlaceOf } from './place.ts';
import { readRef, writeRef } from './ref.ts';
import type { Ref } from './ref.ts';
import { isSpoken, remarkOf } from './remark.ts';
import type { Context, Said } from './remark.ts';
import type { Scope } from './setup/scopes.ts';
import { isLater } from './stamp.ts';
import { isRefusal } from './web-api/failure.ts';
import { pagesOf } from './web-api/pages.ts';

const pageSize = 200;

/**
 * The thread that hangs on a message, or that it stands in. One that is not there and one that the reader may not read look
 * the same. Throws UserError `slack-scopes` where the app was installed before it asked for what that takes; rejects where
 * Slack can not be asked.
 */
export async function threadOf(of: string | Place, reader: Person | null, desk: Desk): Promise<Thread> {
  const at = readRef(typeof of === 'string' ? of : `${of.channel}/${of.thread ?? ''}`);
  if (at === null || !(await mayRead(at, reader, desk))) return nothing(at?.channel ?? '', desk);
  const { visibility } = await surePlaceOf(at, desk);
  if (visibility === 'public') requireScopes(desk);
  const first = await firstOf(at, desk);
  if (first === null) return nothing(at.channel, desk);
  const start = { channel: at.channel, ts: first.ts };
  return {
    place: placeAt({ channel: at.channel, thread: first.ts }, visibility, desk),
    ref: writeRef(start),
    id: writeRef(start),
    title: null,
    url: permalinkOf(desk.self.url, start),
    expected: (first.reply_count ?? 0) + (isSpoken(first) ? 1 : 0),
    remarks: (after) => remarks(start, after, desk),
  };
}

async function* silence(): AsyncIterable<Remark> {}

const nothing = (channel: string, desk: Desk): Thread => ({
  place: placeAt({ channel }, 'private', desk),
  ref: '',
  id: '',
  title: null,
  url: null,
  expected: 0,
  remarks: silence,
});

/** Members of the channel may; a conversation with the bot is its one member's. Whether the bot itself may, Slack says when it reads. */
async function mayRead({ channel }: Ref, reader: Person | null, desk: Desk): Promise<boolean> {
  const { clients, direct } = desk;
  if (reader === null) return true;
  if (isDirect(channel)) return (await direct.channelOf(reader.id)) === channel;
  try {
    const members = pagesOf((at) =>
      clients.read(({ conversations }) => conversations.members({ channel, limit: 1000, ...at })),
    );
    for await (const page of members) if (page.members?.includes(reader.id)) return true;
    return false;
  } catch (error) {
    return no(error, false);
  }
}

/** `answer` where Slack said no; that it could not be asked is none. */
function no<T>(error: unknown, answer: T): T {
  if (isRefusal(error)) return answer;
  throw error;
}

/** What reading a conversation of a public channel takes, to the last file of it. */
const needed: readonly Scope[] = ['channels:history', 'files:read', 'users:read'];

function requireScopes({ self }: Desk): void {
  const missing = needed.filter((scope) => !self.scopes.has(scope));
  if (missing.length > 0) throw new UserError('slack-scopes', { scopes: missing.join(', ') });
}

type First = Said & { readonly reply_count?: number };

/** The message that a thread begins with. By the `ts` of an answer Slack gives that answer alone. */
async function firstOf(at: Ref, desk: Desk): Promise<First | null> {
  const said = await messageAt(at, desk);
  const above = said?.thread_ts ?? said?.ts;
  return above === undefined || above === said?.ts ? said : messageAt({ ...at, ts: above }, desk);
}

async function messageAt({ channel, ts }: Ref, { clients }: Desk): Promise<First | null> {
  try {
    const { messages = [] } = await clients.read(({ conversations }) =>
      conversations.replies({ channel, ts, limit: 1 }),
    );
    return (messages[0] as First | undefined) ?? null;
  } catch (error) {
    return no(error, null);
  }
}

/** Slack sends the first message of a thread with every page of it. */
async function* remarks(start: Ref, after: string | undefined, desk: Desk): AsyncIterable<Remark> {
  const context = contextOf(start, desk);
  let last = after ?? '';
  const asked = { ...start, limit: pageSize, ...(after === undefined ? {} : { oldest: after }) };
  const pages = pagesOf((at) =>
    desk.clients.read(({ conversations }) => conversations.replies({ ...asked, ...at })),
  );
  for await (const { messages = [] } of pages)
    for (const said of messages as readonly Said[]) {
      if (!isLater(said.ts, last) || !isSpoken(said)) continue;
      last = said.ts;
      yield await remarkOf(said, context);
    }
}

const contextOf = ({ channel, ts: thread }: Ref, desk: Desk): Context => ({
  ...createRegister(desk),
  holds: (shared) => shared.channel_id === channel,
  urlOf: ({ ts }) => permalinkOf(desk.self.url, { channel, ts }, thread),
  described: describedBy(desk),
  readerOf: readerOf(desk),
});
