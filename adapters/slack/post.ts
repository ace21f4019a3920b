/** What the bot posts, once for each key: as Slack is asked whether it stands there, and told to put it there. */
import type { webApi } from '@slack/bolt';
import type { Locale, Posted, View } from '../../src/port.ts';
import { createOnce } from '../../src/view/once.ts';
import { postedOf } from './web-api/failure.ts';
import { eventType, findPosted } from './look.ts';
import { outgoing } from './outgoing.ts';
import type { Spot } from './place.ts';
import { writeRef } from './ref.ts';
import type { Direct } from './direct.ts';
import type { Workspace } from './workspace.ts';

export interface Posting {
  readonly client: webApi.WebClient;
  /** A channel, or the id of a person. */
  readonly to: Spot;
  readonly view: View;
  readonly locale: Locale;
  readonly key: string;
  /** When it was tried first: then it may be there already. */
  readonly since?: Date;
}

export interface Posts {
  readonly post: (posting: Posting) => Promise<Posted>;
  /** Forgets keys that nobody will use again. */
  readonly sweep: () => Promise<void>;
}

type Room = Pick<Workspace, 'clients' | 'self' | 'state' | 'log' | 'now'> & { readonly direct: Direct };

export function createPosts(room: Room): Posts {
  const { post, sweep } = createOnce({ ...room, kind: 'slack-post' });
  return {
    post: (posting) =>
      post(posting.key, { look: () => lookFor(posting, room), send: () => send(posting, room) }),
    sweep,
  };
}

/** `null`: it is not there. Where that can not be found out, nothing is posted. */
async function lookFor({ to, key, since }: Posting, room: Room): Promise<Posted | null> {
  if (since === undefined) return null;
  const channel = /^[UW]/.test(to.channel) ? await room.direct.channelOf(to.channel) : to.channel;
  if (channel === null) return { status: 'unsure' };
  try {
    const ts = await findPosted({ ...to, channel, key, since }, room);
    return ts === null ? null : { status: 'posted', ref: writeRef({ channel, ts }) };
  } catch (error) {
    const became = postedOf(error, room.now());
    return became.status === 'later' ? became : { status: 'unsure' };
  }
}

async function send({ client, to, view, locale, key }: Posting, room: Room): Promise<Posted> {
  try {
    const { channel, ts } = await client.chat.postMessage({
      ...outgoing(view, locale),
      channel: to.channel,
      ...(to.thread === undefined ? {} : { thread_ts: to.thread }),
      metadata: { event_type: eventType, event_payload: { key } },
    });
    if (channel === undefined || ts === undefined) return { status: 'unsure' };
    if (channel !== to.channel) await room.direct.note(to.channel, channel);
    return { status: 'posted', ref: writeRef({ channel, ts }) };
  } catch (error) {
    return postedOf(error, room.now());
  }
}
