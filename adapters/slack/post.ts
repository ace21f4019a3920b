/** What the bot posts, once for each key: whatever became of the attempts before, nothing stands there twice. */
import type { webApi } from '@slack/bolt';
import type { Locale, Posted, View } from '../../src/port.ts';
import { postedOf } from './web-api/failure.ts';
import { eventType, findPosted } from './look.ts';
import { outgoing } from './outgoing.ts';
import type { Spot } from './place.ts';
import { writeRef } from './ref.ts';
import type { Direct } from './direct.ts';
import type { Workspace } from './workspace.ts';

const kind = 'slack-post';

/** Milliseconds that a key is remembered: longer than anything is tried. */
const memory = 90 * 24 * 60 * 60_000;

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

interface Kept {
  readonly ref: string;
  /** ISO 8601. */
  readonly at: string;
}

type Room = Pick<Workspace, 'clients' | 'self' | 'state' | 'log' | 'now'> & { readonly direct: Direct };

export function createPosts(room: Room): Posts {
  const underWay = new Map<string, Promise<Posted>>();
  return {
    post: (posting) => {
      const { key } = posting;
      const posted = underWay.get(key) ?? postOnce(posting, room).finally(() => underWay.delete(key));
      underWay.set(key, posted);
      return posted;
    },
    sweep: async () => {
      for (const { key, version, value } of await room.state.list(kind))
        if (room.now().getTime() - Date.parse((value as Kept).at) > memory)
          await room.state.put({ kind, key, version, value: null });
    },
  };
}

async function postOnce(posting: Posting, room: Room): Promise<Posted> {
  const kept = (await room.state.get(kind, posting.key))?.value as Kept | undefined;
  if (kept !== undefined) return { status: 'posted', ref: kept.ref };
  const found = await lookFor(posting, room);
  if (found !== null && found.status !== 'posted') return found;
  const posted = found ?? (await send(posting, room));
  if (posted.status === 'posted') await remember(posting.key, posted.ref, room);
  return posted;
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

/** It stands there, whether or not that can be remembered. */
async function remember(key: string, ref: string, { state, log, now }: Room): Promise<void> {
  const value: Kept = { ref, at: now().toISOString() };
  await state
    .put({ kind, key, version: null, value })
    .catch((error: unknown) => log.warn({ err: error, key }, 'that something was posted could not be noted'));
}
