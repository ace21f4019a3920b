/** A message of Discord's → a remark: whose words it is, what it answers and passes on, what hangs on it. */
import { MessageType } from 'discord.js';
import type { Person, Quote, Remark, RemarkFile } from '../../src/port.ts';
import { unknownName } from '../../src/view/mention.ts';
import type { Names } from '../../src/view/mention.ts';
import { plainly } from '../../src/view/safe.ts';
import { isSpoken, quotedTree, treeOf } from './message.ts';
import type { Message, User } from './message.ts';
import { fileName } from './message/file.ts';
import type { Attachment } from './message/file.ts';
import { nobody } from './rights.ts';

/** What a message says of itself: https://docs.discord.com/developers/resources/message#message-object */
export interface Said extends Message {
  readonly id: string;
  readonly channel_id: string;
  readonly author: User;
  readonly timestamp: string;
  readonly edited_timestamp?: string | null | undefined;
  /** Of what a program says by an address of its own, or to who used a command of it. */
  readonly webhook_id?: string | undefined;
  readonly referenced_message?: Said | null | undefined;
}

/** What is known of those who speak, and of what they name. */
export interface Context {
  readonly names: Names;
  /** By which name they go there; `null`: by the one that stands in the message. */
  readonly nameOf: (user: User) => Promise<string | null>;
  /** `null`: nobody knows. */
  readonly urlOf: (said: Said) => string | null;
  readonly readerOf: (file: Attachment) => RemarkFile['read'];
}

export async function remarkOf(said: Said, context: Context): Promise<Remark> {
  const { id, author, timestamp, edited_timestamp: edited, webhook_id: webhook, attachments = [] } = said;
  const quotes = await Promise.all([...answeredBy(said, context), ...passedOnBy(said, context)]);
  return {
    id,
    author: await personOf(author, context),
    isProgram: author.bot === true || author.system === true || webhook !== undefined,
    at: new Date(timestamp),
    edited: typeof edited === 'string' ? new Date(edited) : null,
    body: await treeOf(said, context.names),
    quotes: quotes.filter(({ body }) => body.children.length > 0),
    files: attachments.map((file) => ({
      name: plainly(fileName(file)),
      size: file.size ?? null,
      read: context.readerOf(file),
    })),
    url: context.urlOf(said),
  };
}

async function personOf(user: User, { nameOf, names }: Context): Promise<Person> {
  const name = plainly((await nameOf(user)) || user.global_name || user.username);
  return { id: user.id, name: name || unknownName(user.id, names.hash), ...nobody };
}

/** What is gone, or only says that something happened, is not quoted. */
function answeredBy(
  { type, referenced_message: answered, ...said }: Said,
  context: Context,
): Promise<Quote>[] {
  if (type !== MessageType.Reply || !answered || !isSpoken(answered)) return [];
  return [quoteOf(answered, said, context)];
}

/** In a thread one may answer the message that it hangs on, which stands in the channel and has the thread's id. */
async function quoteOf(
  answered: Said,
  { channel_id: here }: Pick<Said, 'channel_id'>,
  context: Context,
): Promise<Quote> {
  const { id, name } = await personOf(answered.author, context);
  const isHere = answered.channel_id === here || answered.id === here;
  return {
    author: { id, name },
    remark: isHere ? answered.id : null,
    body: await quotedTree(answered, context.names),
  };
}

/** Discord does not say whose words they are. */
const passedOnBy = ({ message_snapshots: passed = [] }: Said, { names }: Context): Promise<Quote>[] =>
  passed.map(async ({ message }) => ({
    author: null,
    remark: null,
    body: await quotedTree(message, names),
  }));
