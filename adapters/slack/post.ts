/** What the bot posts, once for each key: as Slack is asked whether it stands there, and told to put it there. */
import type { webApi } from '@slack/bolt';
import type { Posting as Asked, Locale, Posted, View } from '../../src/port.ts';
import { createOnce } from '../../src/view/once.ts';
import { postedOf } from './web-api/failure.ts';
import { eventType, findPosted } from './look.ts';
import { outgoing } from './outgoing.ts';
import type { Spot } from './place.ts';
import { writeRef } from './ref.ts';
import type { Direct } from './direct.ts';
import type { Workspace } from './workspace.ts';

export interface Posting extends Pick<Asked, 'key' | 'since' | 'mayStill'> {
  readonly client: webApi.WebClient;
  /** A channel, or the id of a person. */
  readonly to: Spot;
  readonly view: View;
  readonly locale: Locale;
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
      post(posting.key, {
        ...posting,
        look: () => lookFor(posting, room),
        send: () => send(posting, room),
      }),
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
    return unfound(postedOf(error, room.now()));
  }
}

/** Where the history can not be read, and looking again would not help: https://docs.slack.dev/reference/methods/conversations.history#errors */
const unreadable = new Set(['missing_scope', 'not_in_channel', 'channel_not_found', 'no_permission']);

/** Where it can not stand, and nothing can be put either: Slack says so to whoever tries. */
const closed = new Set(['is_archived', 'thread_not_found']);

/** What a look that failed means for what was looked for. */
function unfound(became: Posted): Posted | null {
  if (became.status === 'later') return became;
  if (became.status !== 'refused') return { status: 'unsure' };
  if (closed.has(became.reason)) return null;
  return { status: 'unsure', ...(unreadable.has(became.reason) ? { unreadable: true } : {}) };
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
