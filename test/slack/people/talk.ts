/** Talking: posting, editing and deleting messages, in channels and threads, with mentions and links. */
import type { Happened } from '../conversation.ts';
import { change, react, remove, say } from '../conversation.ts';
import { unescapeMarkup } from '../escape.ts';
import { emit } from '../event.ts';
import type { NewFile } from '../file.ts';
import { store } from '../file.ts';
import type { Message } from '../state.ts';
import { channelOf, messageOf, userOf } from '../state.ts';
import type { World } from '../world.ts';
import type { Answer } from './answer.ts';
import { waitFor } from './answer.ts';
import { compose } from './compose.ts';

export interface Post {
  readonly user: string;
  readonly channel: string;
  /** As it is typed: `@meetup 監視 https://example.org/`. */
  readonly text: string;
  /** The message whose thread it is posted to. */
  readonly thread?: Pick<Message, 'ts' | 'thread'>;
  readonly files?: readonly NewFile[];
  /** Blocks instead of what the composer makes of the text. */
  readonly blocks?: Message['blocks'];
}

const links = (text: string): string[] =>
  [...text.matchAll(/<(https?:[^>|]+)/g)].map(([, url = '']) => unescapeMarkup(url));

/** Addresses of domains whose links the app wants to unfurl. */
const ours = (world: World, text: string): readonly { url: string; domain: string }[] =>
  links(text)
    .map((url) => ({ url, domain: new URL(url).hostname }))
    .filter(({ domain }) =>
      world.state.app.unfurlDomains.some((one) => domain === one || domain.endsWith(`.${one}`)),
    );

/** What a message tells the app besides that it is there. */
async function announce(world: World, message: Message): Promise<void> {
  const { app } = world.state;
  const { channel, ts, user, text, thread } = message;
  const place = { channel, user, ...(thread === null ? {} : { thread_ts: thread }) };
  if (text.includes(`<@${app.user}>`))
    await emit(world, 'app_mention', {
      type: 'app_mention',
      ...place,
      text,
      ts,
      blocks: message.blocks,
      team: world.state.team.id,
      event_ts: ts,
    });
  const found = ours(world, text);
  if (found.length > 0)
    await emit(world, 'link_shared', {
      type: 'link_shared',
      ...place,
      is_bot_user_member: true,
      message_ts: ts,
      unfurl_id: world.id('unfurl'),
      source: 'conversations_history',
      links: found,
      event_ts: ts,
    });
}

function start(world: World, what: Post): Happened {
  const user = userOf(world.state, what.user);
  const channel = channelOf(world.state, what.channel, user);
  if (!channel.members.has(user.id)) throw new Error(`${user.name} is not in ${channel.name}`);
  if (channel.archived) throw new Error(`nobody can write to ${channel.name}`);
  const thread = what.thread ? (what.thread.thread ?? what.thread.ts) : null;
  const composed = compose(world.state, what.text);
  return say(world, channel, {
    ...composed,
    ...(what.blocks ? { blocks: what.blocks } : {}),
    ...(what.files ? { files: what.files.map((file) => store(world, file)), subtype: 'file_share' } : {}),
    user: user.id,
    thread,
  });
}

/**
 * Resolves when the app has acknowledged all events of it; rejects with NotAcknowledged, also while no app is connected. The
 * message is there either way.
 */
export async function post(world: World, what: Post): Promise<Message> {
  const { message, acknowledged } = start(world, what);
  const isHeard = world.state.channels.get(message.channel)?.members.has(world.state.app.user);
  await acknowledged;
  if (isHeard) await announce(world, message);
  return message;
}

/** Posts it, and resolves to what the app says to it. */
export async function ask(world: World, what: Post): Promise<Answer> {
  const since = world.feed.effects.length;
  const user = userOf(world.state, what.user);
  const { channel } = await post(world, what);
  return waitFor(world, { user, channel, causes: [], since, what: what.text });
}

function find(world: World, of: Pick<Message, 'channel' | 'ts'>) {
  const channel = world.state.channels.get(of.channel);
  const message = channel && messageOf(channel, of.ts);
  if (!channel || !message) throw new Error('there is no such message any more');
  return { channel, message };
}

/** Its author writes something else instead. */
export async function edit(
  world: World,
  of: Pick<Message, 'channel' | 'ts'>,
  text: string,
): Promise<Message> {
  const { channel, message: before } = find(world, of);
  const after = { ...before, ...compose(world.state, text) };
  const { message, acknowledged } = change(world, { channel, before, after });
  await acknowledged;
  return message;
}

export async function erase(world: World, of: Pick<Message, 'channel' | 'ts'>): Promise<void> {
  const { channel, message } = find(world, of);
  await remove(world, channel, message).acknowledged;
}

/** Puts an emoji on a message, `thumbsup`. */
export async function addReaction(
  world: World,
  of: { readonly user: string; readonly message: Pick<Message, 'channel' | 'ts'>; readonly name: string },
): Promise<void> {
  const { id: user } = userOf(world.state, of.user);
  const { channel, message } = find(world, of.message);
  react(world, { channel, message, user, name: of.name });
  if (!channel.members.has(world.state.app.user)) return;
  await emit(world, 'reaction_added', {
    type: 'reaction_added',
    user,
    reaction: of.name,
    item_user: message.user,
    item: { type: 'message', channel: channel.id, ts: message.ts },
    event_ts: world.ts(),
  });
}
