/** What the bot posts, once for each key: as Discord is asked whether it stands there, and told to put it there. */
import { Routes } from 'discord.js';
import type { APIMessage, REST, RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Locale, Posted, View } from '../../src/port.ts';
import { createOnce } from '../../src/view/once.ts';
import type { Direct } from './direct.ts';
import { historyOf } from './history.ts';
import { isMarked, markOf, marked } from './mark.ts';
import { outgoing } from './outgoing.ts';
import type { Outgoing } from './outgoing.ts';
import { writeRef } from './ref.ts';
import { postedOf } from './rest/posted.ts';
import { idAt } from './snowflake.ts';
import type { Workspace } from './workspace.ts';

/** Where it is to stand: in a channel, which a thread is too, or in someone's conversation with the bot. */
export type Target = { readonly channel: string } | { readonly user: string };

export interface Posting {
  readonly client: REST;
  readonly to: Target;
  readonly view: View;
  readonly locale: Locale;
  readonly key: string;
  /** When it was tried first: then it may be there already. */
  readonly since?: Date;
  /** Id of the message that it answers. */
  readonly answers?: string;
}

export interface Posts {
  readonly post: (posting: Posting) => Promise<Posted>;
  /** Does something stand there by that key, as far as is remembered? */
  readonly isPosted: (key: string) => Promise<boolean>;
  /** Forgets keys that nobody will use again. */
  readonly sweep: () => Promise<void>;
}

type Room = Pick<Workspace, 'clients' | 'guilds' | 'self' | 'state' | 'log' | 'now' | 'hash'> & {
  readonly direct: Direct;
};

export function createPosts(room: Room): Posts {
  const { post, isPosted, sweep } = createOnce({ ...room, kind: 'discord-post' });
  return {
    post: (posting) =>
      post(posting.key, {
        look: () => attempt(() => lookFor(posting, room), room, unsureOf),
        send: () =>
          attempt(
            () => send(posting, room),
            room,
            (posted) => posted,
          ),
      }),
    isPosted,
    sweep,
  };
}

/** Where it can not be found out whether it is there, nothing is posted. */
const unsureOf = (posted: Posted): Posted => (posted.status === 'later' ? posted : { status: 'unsure' });

async function attempt<T>(
  work: () => Promise<T>,
  { now }: Room,
  become: (posted: Posted) => Posted,
): Promise<T | Posted> {
  try {
    return await work();
  } catch (error) {
    return become(postedOf(error, now()));
  }
}

const channelOf = (to: Target, { direct }: Room): string | Promise<string> =>
  'channel' in to ? to.channel : direct.channelOf(to.user);

/** Milliseconds before the first attempt that are looked at as well: Discord's clock and ours may differ. */
const margin = 10 * 60_000;

/** `null`: it is not there. */
async function lookFor({ to, key, since }: Posting, room: Room): Promise<Posted | null> {
  if (since === undefined) return null;
  const channel = await channelOf(to, room);
  const mark = markOf(key, room.hash);
  for await (const message of historyOf(channel, idAt(new Date(since.getTime() - margin)), room))
    if (message.author.id === room.self.id && isMarked(message.components, mark))
      return { status: 'posted', ref: writeRef({ channel, message: message.id }) };
  return room.guilds.mayRead(channel) || isNoncedSince(since, room) ? null : { status: 'unsure' };
}

/** Milliseconds. Discord knows a nonce "for the past few minutes": as long it puts nothing there twice. */
const nonceLife = 2 * 60_000;

const isNoncedSince = (since: Date, { now }: Room): boolean => now().getTime() - since.getTime() < nonceLife;

async function send(posting: Posting, room: Room): Promise<Posted> {
  const { client, to, key, answers } = posting;
  const channel = await channelOf(to, room);
  const { body, files } = messageOf(posting, room.guilds.mayAttach(channel), room);
  const put = async (reference: Partial<RESTPostAPIChannelMessageJSONBody>): Promise<Posted> => {
    const whole = { ...body, nonce: room.hash(key), enforce_nonce: true, ...reference };
    const { id } = (await client.post(Routes.channelMessages(channel), { body: whole, files })) as APIMessage;
    return { status: 'posted', ref: writeRef({ channel, message: id }) };
  };
  if (answers === undefined || !room.guilds.mayRead(channel)) return put({});
  return put({ message_reference: { message_id: answers, fail_if_not_exists: false } });
}

/** Where the bot may hand over no files, they are left out. */
function messageOf({ view, locale, key }: Posting, mayAttach: boolean, { hash }: Room): Outgoing {
  const { body, files } = outgoing(mayAttach ? view : { ...view, files: [] }, locale);
  return { body: { ...body, components: marked(body.components, markOf(key, hash)) }, files };
}
