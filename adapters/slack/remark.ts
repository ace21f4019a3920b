/** A message of Slack's → a remark: whose words it is, what it passes on, what hangs on it. */
import type { Person, Quote, Remark, RemarkFile } from '../../src/port.ts';
import { unknownName } from '../../src/view/mention.ts';
import type { Names } from '../../src/view/mention.ts';
import { plainly } from '../../src/view/safe.ts';
import { sharedTree, treeOf } from './message.ts';
import type { Message } from './message.ts';
import { isShared } from './message/attachment.ts';
import type { Attachment } from './message/attachment.ts';
import { isThere } from './message/file.ts';
import type { File } from './message/file.ts';
import { timeOf } from './stamp.ts';

/** What a message says of itself: https://docs.slack.dev/reference/objects/message-object */
export interface Said extends Message {
  readonly ts: string;
  /** Of the message that its thread begins with. */
  readonly thread_ts?: string;
  readonly subtype?: string;
  readonly user?: string;
  readonly edited?: { readonly ts?: string };
  /** Of a program. `username`: what it calls itself in this message. */
  readonly bot_id?: string;
  readonly app_id?: string;
  readonly bot_profile?: { readonly name?: string };
  readonly username?: string;
}

/** What is known of where a message stands, and of whom it names. */
export interface Context {
  /** May a message that was shared be one of the same conversation? */
  readonly holds: (shared: Attachment) => boolean;
  readonly names: Names;
  /** `null`: nobody knows who that is. */
  readonly personOf: (id: string) => Promise<Person | null>;
  readonly urlOf: (said: Said) => string | null;
  /** A file with its name, where the message does not say it. */
  readonly described: (file: File) => Promise<File>;
  readonly readerOf: (file: File) => RemarkFile['read'];
}

/** What begins a thread and is no message of anybody's is none of these: who joined, what was deleted. */
const spoken: ReadonlySet<string | undefined> = new Set([
  undefined,
  'bot_message',
  'file_share',
  'me_message',
  'thread_broadcast',
]);

export const isAnswer = ({ ts, thread_ts: thread }: Said): boolean => thread !== undefined && thread !== ts;

/** Is it a message of somebody's? Slack counts every answer in a thread as one, so each is. */
export const isSpoken = (said: Said): boolean =>
  spoken.has(said.subtype) || (isAnswer(said) && said.subtype !== 'tombstone');

export async function remarkOf(said: Said, context: Context): Promise<Remark> {
  const { ts, edited, attachments = [] } = said;
  const quotes = await Promise.all(attachments.filter(isShared).map((each) => quoteOf(each, context)));
  return {
    id: ts,
    author: await authorOf(said, context),
    isProgram: isProgram(said),
    at: timeOf(ts),
    edited: edited?.ts === undefined ? null : timeOf(edited.ts),
    body: await treeOf(said, context.names),
    quotes: quotes.filter(({ body }) => body.children.length > 0),
    files: await filesOf(said, context),
    url: context.urlOf(said),
  };
}

async function filesOf(
  { files = [] }: Said,
  { described, readerOf }: Context,
): Promise<readonly RemarkFile[]> {
  const all = await Promise.all(files.map(described));
  return all.filter(isThere).map((file) => ({
    name: file.name,
    size: file.size ?? null,
    read: readerOf(file),
  }));
}

/** Slack's own program writes as a person does. */
const slackbot = 'USLACKBOT';

const isProgram = ({ user, bot_id: bot, app_id: app, bot_profile: profile, subtype }: Said): boolean =>
  [bot, app, profile].some((sign) => sign !== undefined) ||
  user === undefined ||
  user === slackbot ||
  subtype === 'bot_message';

async function authorOf(said: Said, { personOf, names }: Context): Promise<Person> {
  const { user, bot_id: bot = '', username, bot_profile: profile } = said;
  const id = user ?? bot;
  const person = user === undefined ? null : await personOf(user);
  const called = isProgram(said) ? username || profile?.name : undefined;
  const name = plainly(called ?? '') || person?.name || unknownName(id, names.hash);
  return { ...(person ?? { id, organiser: false, guest: true }), name };
}

async function quoteOf(shared: Attachment, { holds, personOf, names }: Context): Promise<Quote> {
  const { author_id: id, author_name: called = '', ts = null } = shared;
  const name = id === undefined ? '' : (await personOf(id))?.name || plainly(called);
  return {
    author: id === undefined ? null : { id, name: name || unknownName(id, names.hash) },
    remark: holds(shared) ? ts : null,
    body: await sharedTree(shared, names),
  };
}
