/** A conversation of Slack's, read as one of its readers may, and without ids. */
import type { webApi } from '@slack/bolt';
import type { Person, Place, Remark, Thread } from '../../src/port.ts';
import type { Desk } from './desk.ts';
import { treeOf } from './message.ts';
import type { Message } from './message.ts';
import { nameSource } from './names.ts';
import { isDirect, placeOf } from './place.ts';
import { pagesOf } from './web-api/pages.ts';
import { readRef } from './ref.ts';
import type { Ref } from './ref.ts';
import { platform } from './workspace.ts';

type Said = NonNullable<webApi.ConversationsRepliesResponse['messages']>[number];

const pageSize = 200;

/** What is no message of anybody's is left out: who joined, what was deleted. */
const spoken: ReadonlySet<string | undefined> = new Set([
  undefined,
  'bot_message',
  'file_share',
  'me_message',
  'thread_broadcast',
]);

/** The thread that hangs on a message. One that is not there and one that the reader may not read look the same. */
export async function threadOf(ref: string, reader: Person, desk: Desk): Promise<Thread> {
  const at = readRef(ref);
  if (at === null || !(await mayRead(at, reader, desk))) return nothing(at?.channel ?? '', desk);
  const first = await firstOf(at, desk);
  if (first === null) return nothing(at.channel, desk);
  return {
    place: await placeOf({ channel: at.channel, thread: first.thread_ts ?? at.ts }, desk),
    expected: (first.reply_count ?? 0) + 1,
    remarks: (after) => remarks({ ...at, ts: first.thread_ts ?? at.ts }, after, desk),
  };
}

async function* silence(): AsyncIterable<Remark> {}

function nothing(channel: string, { self }: Desk): Thread {
  const place: Place = { platform, workspace: self.team, channel, visibility: 'private' };
  return { place, expected: 0, remarks: silence };
}

/** Members of the channel may; a conversation with the bot is its one member's. What Slack does not say is no. */
async function mayRead({ channel }: Ref, { id }: Person, { clients, direct }: Desk): Promise<boolean> {
  if (isDirect(channel)) return (await direct.channelOf(id)) === channel;
  try {
    const members = pagesOf((at) =>
      clients.read(({ conversations }) => conversations.members({ channel, limit: 1000, ...at })),
    );
    for await (const page of members) if (page.members?.includes(id)) return true;
    return false;
  } catch {
    return false;
  }
}

/** The message itself: the first of its thread, or one within. */
async function firstOf({ channel, ts }: Ref, { clients }: Desk): Promise<Said | null> {
  try {
    const { messages } = await clients.read(({ conversations }) =>
      conversations.replies({ channel, ts, limit: 1 }),
    );
    return messages?.[0] ?? null;
  } catch {
    return null;
  }
}

/** Slack sends the first message of a thread with every page of it. */
async function* remarks({ channel, ts }: Ref, after: string | undefined, desk: Desk): AsyncIterable<Remark> {
  let last = after ?? '';
  const oldest = after === undefined ? {} : { oldest: after };
  const pages = pagesOf((at) =>
    desk.clients.read(({ conversations }) =>
      conversations.replies({ channel, ts, limit: pageSize, ...oldest, ...at }),
    ),
  );
  for await (const { messages = [] } of pages)
    for (const said of messages) {
      if (!isLater(said.ts ?? '', last) || !isSpoken(said)) continue;
      last = said.ts ?? last;
      yield await remarkOf(said, desk);
    }
}

const isSpoken = (said: Said): boolean => spoken.has((said as { readonly subtype?: string }).subtype);

/** As numbers they would lose their last digits. */
const isLater = (ts: string, than: string): boolean =>
  ts.length > than.length || (ts.length === than.length && ts > than);

async function remarkOf(said: Said, desk: Desk): Promise<Remark> {
  const { ts = '', user, username } = said as Said & { readonly username?: string };
  const author =
    user === undefined
      ? { id: said.bot_id ?? '', name: username ?? '', organiser: false, guest: true }
      : await desk.people.known(user);
  return {
    id: ts,
    author,
    at: new Date(Number(ts) * 1000),
    body: await treeOf(said as Message, nameSource(desk)),
  };
}
