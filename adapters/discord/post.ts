/** What the bot posts, once for each key: as Discord is asked whether it stands there, and told to put it there. */
import { Routes } from 'discord.js';
import type { APIMessage, REST, RESTPostAPIChannelMessageJSONBody } from 'discord.js';
import type { Posting as Asked, Locale, Posted, View } from '../../src/port.ts';
import { createOnce } from '../../src/view/once.ts';
import type { Attempt } from '../../src/view/once.ts';
import type { Direct } from './direct.ts';
import { lookFor } from './look.ts';
import { markOf, marked } from './mark.ts';
import { outgoing } from './outgoing.ts';
import type { Outgoing } from './outgoing.ts';
import { writeRef } from './ref.ts';
import { postedOf } from './rest/posted.ts';
import { channelOf } from './target.ts';
import type { Target } from './target.ts';
import type { Workspace } from './workspace.ts';

export interface Posting extends Pick<Asked, 'key' | 'since' | 'mayStill'> {
  readonly client: REST;
  readonly to: Target;
  readonly view: View;
  readonly locale: Locale;
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
  return { post: (posting) => post(posting.key, attemptAt(posting, room)), isPosted, sweep };
}

/** Where it is to stand is found, or made, before anything else: what is asked between look and send is asked last. */
function attemptAt(posting: Posting, room: Room): Attempt {
  const { to, client, key, since } = posting;
  let channel = '';
  return {
    ...posting,
    look: async () => {
      const missing = await trying(async () => {
        channel = await channelOf(to, { client, direct: room.direct });
        return null;
      }, room);
      return missing ?? (since === undefined ? null : lookFor({ channel, key, since }, room));
    },
    send: () => trying(() => send(posting, channel, room), room),
  };
}

async function trying<T>(work: () => Promise<T>, { now }: Room): Promise<T | Posted> {
  try {
    return await work();
  } catch (error) {
    return postedOf(error, now());
  }
}

async function send(posting: Posting, channel: string, room: Room): Promise<Posted> {
  const { client, key, answers } = posting;
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
