/** A conversation of Discord's, read as one of its readers may, and without ids. */
import { ApplicationFlags, MessageType, Routes } from 'discord.js';
import type { APIApplication, APIChannel, APIMessage } from 'discord.js';
import { UserError } from '../../src/error.ts';
import type { Person, Place, Remark, Thread } from '../../src/port.ts';
import type { Desk } from './desk.ts';
import { historyOf } from './history.ts';
import { isSpoken, treeOf } from './message.ts';
import { nameSource } from './names.ts';
import { isThread, placeOf, spotOf } from './place.ts';
import { mayRead } from './reader.ts';
import { readRef } from './ref.ts';
import type { Ref } from './ref.ts';
import { timeOf } from './snowflake.ts';
import { platform } from './workspace.ts';

/**
 * The thread that a message stands in, or that hangs on it; else the message alone. One that is not there and one that the
 * reader may not read look the same. Throws UserError `discord-no-content` where Discord would show it without its words.
 */
export async function threadOf(ref: string, reader: Person, desk: Desk): Promise<Thread> {
  const at = readRef(ref);
  const found = at === null ? null : await find(at, desk).catch(() => null);
  if (found === null || !(await mayRead(found.channel, reader, desk))) return nothing(at?.channel ?? '');
  const { channel, alone } = found;
  const guild = guildOf(channel);
  if (guild !== null) await requireContent(desk);
  const first = alone ?? (await firstIn(channel, desk));
  return {
    place: placeOf(spotOf(channel, guild), guild ?? '', desk),
    expected: alone === null ? expectedIn(channel, first) : 1,
    remarks: (after) => remarks(found, after, desk),
  };
}

async function* silence(): AsyncIterable<Remark> {}

function nothing(channel: string): Thread {
  const place: Place = { platform, workspace: '', channel, visibility: 'private' };
  return { place, expected: 0, remarks: silence };
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

async function firstIn({ id }: APIChannel, desk: Desk): Promise<APIMessage | null> {
  for await (const message of historyOf(id, '0', desk)) return message;
  return null;
}

/** Threads that are older have a count that ends at 50: https://docs.discord.com/developers/resources/channel#channel-object */
const countsSince = Date.parse('2022-07-01T00:00:00Z');

/** The message that a thread begins with is not counted. That the thread was given another name, and the like, is. */
function expectedIn(channel: APIChannel, first: APIMessage | null): number | null {
  if (!isThread(channel) || timeOf(channel.id).getTime() < countsSince) return null;
  const { message_count: count } = channel;
  if (count === undefined) return null;
  const begins = first?.type === MessageType.ThreadStarterMessage || first?.id === channel.id;
  return begins ? count + 1 : count;
}

async function* remarks(
  { channel, alone }: Found,
  after: string | undefined,
  desk: Desk,
): AsyncIterable<Remark> {
  const guild = guildOf(channel);
  if (alone !== null) {
    if (after === undefined) yield remarkOf(alone, guild, desk);
    return;
  }
  for await (const message of historyOf(channel.id, after ?? '0', desk))
    if (isThere(message)) yield remarkOf(message, guild, desk);
}

/** What is no message of anybody's is left out, and so is a beginning that is gone. */
const isThere = (message: APIMessage): boolean => isSpoken(message) && spokenIn(message) !== null;

/** A thread begins with a message that only says which one it hangs on. */
const spokenIn = (message: APIMessage): APIMessage | null =>
  message.type === MessageType.ThreadStarterMessage ? (message.referenced_message ?? null) : message;

async function remarkOf(message: APIMessage, guild: string | null, desk: Desk): Promise<Remark> {
  const { author, timestamp } = spokenIn(message) ?? message;
  return {
    id: message.id,
    author: await desk.people.known(author, guild),
    at: new Date(timestamp),
    body: await treeOf(message, nameSource(guild, desk)),
  };
}
