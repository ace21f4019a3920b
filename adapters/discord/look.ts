/** Looks whether something has been posted already: by the mark of its key on the bot's own messages. */
import { RESTJSONErrorCodes as codes } from 'discord.js';
import type { Posted } from '../../src/port.ts';
import { historyOf } from './history.ts';
import { isMarked, markOf } from './mark.ts';
import { writeRef } from './ref.ts';
import { postedOf } from './rest/posted.ts';
import { idAt } from './snowflake.ts';
import type { Workspace } from './workspace.ts';

/** Milliseconds before the first attempt that are looked at as well: Discord's clock and ours may differ. */
const margin = 10 * 60_000;

/** Milliseconds. Discord knows a nonce "for the past few minutes": as long it puts nothing there twice. */
const nonceLife = 2 * 60_000;

interface Sought {
  readonly channel: string;
  readonly key: string;
  /** When it was tried first. */
  readonly since: Date;
}

type Room = Pick<Workspace, 'clients' | 'guilds' | 'self' | 'now' | 'hash'>;

/** `null`: it is not there, or Discord itself puts it there once only. Where that can not be found out, nothing is posted. */
export async function lookFor(sought: Sought, room: Room): Promise<Posted | null> {
  try {
    const found = await find(sought, room);
    if (found !== null)
      return { status: 'posted', ref: writeRef({ channel: sought.channel, message: found }) };
    return room.guilds.mayRead(sought.channel) ? null : unreadable(sought, room);
  } catch (error) {
    const became = postedOf(error, room.now());
    if (became.status === 'later') return became;
    return became.status === 'refused' ? unlooked(became.reason, sought, room) : { status: 'unsure' };
  }
}

/** Id of the message. Where the bot may not read the history, there is none. */
async function find({ channel, key, since }: Sought, room: Room): Promise<string | null> {
  const mark = markOf(key, room.hash);
  for await (const { id, author, components } of historyOf(
    channel,
    idAt(new Date(since.getTime() - margin)),
    room,
  ))
    if (author.id === room.self.id && isMarked(components, mark)) return id;
  return null;
}

const unreadable = ({ since }: Sought, { now }: Room): Posted | null =>
  now().getTime() - since.getTime() < nonceLife ? null : { status: 'unsure', unreadable: true };

/** What it means that Discord does not let the bot look. In a channel that is gone nothing stands, nor can anything be put. */
function unlooked(reason: string, sought: Sought, room: Room): Posted | null {
  if (reason === String(codes.UnknownChannel)) return null;
  const isShut = reason === String(codes.MissingAccess) || reason === String(codes.MissingPermissions);
  return isShut ? unreadable(sought, room) : { status: 'unsure' };
}
