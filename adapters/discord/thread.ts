/** A conversation of Discord's, read as one of its readers may, and without ids. */
import { ApplicationFlags, Routes } from 'discord.js';
import type { APIApplication, APIChannel, APIMessage } from 'discord.js';
import { UserError } from '../../src/error.ts';
import type { Person, Place, Remark, Thread } from '../../src/port.ts';
import { accessTo } from './access.ts';
import type { Desk } from './desk.ts';
import { readerOf } from './download.ts';
import { historyOf, pageOf } from './history.ts';
import { isSpoken, isStarter } from './message.ts';
import { register } from './names.ts';
import { permalinkOf } from './permalink.ts';
import { isThread, placeOf, spotOf } from './place.ts';
import { readRef, writeRef } from './ref.ts';
import type { Ref } from './ref.ts';
import { remarkOf } from './remark.ts';
import type { Context } from './remark.ts';
import { isRefusal } from './rest/failure.ts';
import { timeOf } from './snowflake.ts';
import { platform } from './workspace.ts';

/**
 * The thread that a message stands in, or that hangs on it; else the message alone. One that is not there and one that the
 * reader may not read look the same. Throws UserError `discord-no-content` where Discord would show it without its words;
 * rejects where Discord can not be asked.
 *
 * `expected` is what Discord counts, without what it counts and nobody said: that is known of as much as has been read since
 * the bot began, so that it is right once `remarks` has come to its end. Before that it may be too high by those.
 */
export async function threadOf(of: string | Place, reader: Person | null, desk: Desk): Promise<Thread> {
  const at = readRef(typeof of === 'string' ? of : `${of.thread ?? ''}/${of.thread ?? ''}`);
  const found = at === null ? null : await allowed(find(at, desk));
  const access = found === null ? null : await allowed(accessTo(found.channel, desk));
  if (found === null || access === null || (reader !== null && !(await access.mayRead(reader))))
    return nothing(at?.channel ?? '');
  const { channel, alone } = found;
  const guild = guildOf(channel);
  if (guild !== null) await requireContent(desk);
  const begins = alone === null && (await isBegun(channel, desk));
  return {
    place: { ...placeOf(spotOf(channel, guild), guild ?? '', desk), visibility: access.visibility },
    ref: writeRef({ channel: channel.id, message: alone?.id ?? channel.id }),
    // A thread that is begun on a message has its id: https://docs.discord.com/developers/resources/channel#start-thread-from-message
    id: writeRef({ channel: alone?.id ?? channel.id, message: alone?.id ?? channel.id }),
    title: isThread(channel) ? (channel.name ?? null) : null,
    url: permalinkOf(guild, channel.id, alone?.id),
    get expected() {
      return alone === null ? expectedIn(channel, begins, desk) : Number(isSpoken(alone));
    },
    remarks: (after) => remarks(found, after, desk),
  };
}

async function* silence(): AsyncIterable<Remark> {}

function nothing(channel: string): Thread {
  const place: Place = { platform, workspace: '', channel, visibility: 'private' };
  return { place, ref: '', id: '', title: null, url: null, expected: 0, remarks: silence };
}

/** `null` where Discord said no; that it could not be asked is no answer. */
async function allowed<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (isRefusal(error)) return null;
    throw error;
  }
}

interface Found {
  /** The thread, or the channel of the message. */
  readonly channel: APIChannel;
  /** A message on which no thread hangs; `null` for a thread. */
  readonly alone: APIMessage | null;
}

async function find({ channel: id, message }: Ref, { clients: { reading } }: Desk): Promise<Found> {
  const channel = (await reading.get(Routes.channel(id))) as APIChannel;
  if (isThread(channel)) return { channel, alone: null };
  const said = (await reading.get(Routes.channelMessage(id, message))) as APIMessage;
  return said.thread === undefined ? { channel, alone: said } : { channel: said.thread, alone: null };
}

const guildOf = (channel: APIChannel): string | null =>
  'guild_id' in channel ? (channel.guild_id ?? null) : null;

/** For applications in many servers the right is of another name: https://docs.discord.com/developers/resources/application#application-object-application-flags */
const content = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;

/** Somebody may have switched it on or off since the bot began. */
async function requireContent({ clients }: Desk): Promise<void> {
  const { flags } = (await clients.reading.get(Routes.currentApplication())) as APIApplication;
  if ((flags & content) === 0) throw new UserError('discord-no-content');
}

/** Is the message still there that the thread begins with? What else stands on the first page and nobody said is noted. */
async function isBegun({ id }: APIChannel, { notices, ...desk }: Desk): Promise<boolean> {
  let begins = false;
  for (const message of await pageOf({ channel: id, after: '0' }, desk)) {
    if (!isSpoken(message)) notices.note(id, message.id);
    begins ||= message.id === id || (isStarter(message) && (await starterOf(message, desk)) !== null);
  }
  return begins;
}

/** Threads that are older have a count that ends at 50: https://docs.discord.com/developers/resources/channel#channel-object */
const countsSince = Date.parse('2022-07-01T00:00:00Z');

/** The message that a thread begins with is not counted. That the thread was given another name, and the like, is. */
function expectedIn(channel: APIChannel, begins: boolean, { notices }: Desk): number | null {
  if (!isThread(channel) || timeOf(channel.id).getTime() < countsSince) return null;
  const { id, message_count: count } = channel;
  return count === undefined ? null : Math.max(0, count - notices.countIn(id)) + Number(begins);
}

async function* remarks(
  { channel, alone }: Found,
  after: string | undefined,
  desk: Desk,
): AsyncIterable<Remark> {
  const context = contextOf(guildOf(channel), desk);
  if (alone !== null) {
    if (after === undefined && isSpoken(alone)) yield remarkOf(alone, context);
    return;
  }
  for await (const message of historyOf(channel.id, after ?? '0', desk)) {
    if (!isSpoken(message)) desk.notices.note(channel.id, message.id);
    // That it begins with has been read by who goes on from somewhere.
    else if (!isStarter(message)) yield remarkOf(message, context);
    else if (after === undefined) yield* begun(await starterOf(message, desk), context);
  }
}

async function* begun(first: APIMessage | null, context: Context): AsyncIterable<Remark> {
  if (first !== null && isSpoken(first)) yield remarkOf(first, context);
}

/** What a thread hangs on stands in the channel; `null`: it is gone. Discord does not always look for it by itself. */
async function starterOf(
  { referenced_message: told, message_reference: at }: APIMessage,
  { clients }: Pick<Desk, 'clients'>,
): Promise<APIMessage | null> {
  if (told !== undefined || at?.message_id === undefined) return told ?? null;
  const asked = clients.reading.get(Routes.channelMessage(at.channel_id, at.message_id));
  return allowed(asked as Promise<APIMessage>);
}

const contextOf = (guild: string | null, desk: Desk): Context => ({
  names: register(guild, desk),
  nameOf: async ({ id }) => (guild === null ? null : desk.people.nameIn(guild, id)),
  urlOf: ({ channel_id: channel, id }) => permalinkOf(guild, channel, id),
  readerOf: readerOf(desk),
});
