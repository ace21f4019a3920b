/** Threads and posts of forums: how the app starts, joins and lists them. https://docs.discord.com/developers/topics/threads */
import { say } from '../conversation.ts';
import { channelJson, threadMemberJson } from '../json/channel.ts';
import { messageJson } from '../json/message.ts';
import { may } from '../permission.ts';
import { InvalidForm, refuse } from '../refusal.ts';
import { refuseBody } from '../schema/body.ts';
import { compareIds } from '../snowflake.ts';
import type { Channel, ThreadFacts } from '../state.ts';
import { channelTypes } from '../state.ts';
import { joinThread, openThread } from '../thread.ts';
import type { Context, Route } from './define.ts';
import { limitOf, param, route } from './define.ts';
import { channel, guild, message, need, room } from './find.ts';
import type { Body } from './payload.ts';
import { contentOf } from './payload.ts';
import { refuseWriting } from './write.ts';

const json = ({ world }: Context, of: Channel): object => channelJson(world.state, of);

interface ThreadBody {
  readonly name: string;
  readonly auto_archive_duration?: ThreadFacts['autoArchive'];
  readonly type?: number;
  readonly applied_tags?: readonly string[];
  readonly message?: Body;
}

const settings = (body: ThreadBody) => ({
  name: body.name,
  ...(body.auto_archive_duration ? { autoArchive: body.auto_archive_duration } : {}),
  ...(body.applied_tags ? { tags: body.applied_tags } : {}),
});

function threadFrom(context: Context): object {
  const { world } = context;
  const parent = room(context);
  need(context, parent, 'createPublicThreads');
  if (parent.thread) throw refuse('wrongChannelType');
  const start = message(context, parent);
  if (world.state.channels.has(start.id)) throw refuse('hasThread');
  const thread = openThread(world, parent, {
    ...settings(context.body as ThreadBody),
    owner: world.state.app.id,
    message: start,
  });
  say(world, thread, {
    author: world.state.app.id,
    content: '',
    type: 21,
    reference: { kind: 'starter', message: start.id, channel: parent.id, guild: parent.guild },
  });
  return json(context, thread);
}

/** A post of a forum begins with a message, and with a tag where the forum wants one. */
function post(context: Context, forum: Channel, body: ThreadBody): object {
  const { world } = context;
  refuseBody('create_forum_thread', context.body);
  refuseWriting(context, { ...forum, thread: null }, body.message ?? {});
  if (forum.requiresTag && (body.applied_tags ?? []).length === 0)
    throw new InvalidForm([
      {
        path: ['applied_tags'],
        code: 'FORUM_TAG_REQUIRED',
        message: 'A tag is required to create a forum post',
      },
    ]);
  const content = contentOf(context, body.message ?? {}, null);
  const author = world.state.app.id;
  const thread = openThread(world, forum, { ...settings(body), owner: author });
  const first = say(world, thread, { ...content, author, id: thread.id });
  return { ...json(context, thread), message: messageJson(world, first, { content: true }) };
}

function create(context: Context): object {
  const { world, body } = context;
  const parent = channel(context);
  if (parent.type === channelTypes.forum) return post(context, parent, body as ThreadBody);
  if (parent.thread || parent.guild === null) throw refuse('wrongChannelType');
  refuseBody('create_text_thread', body);
  const isPrivate = (body as ThreadBody).type !== channelTypes.publicThread;
  need(context, parent, isPrivate ? 'createPrivateThreads' : 'createPublicThreads');
  const owner = world.state.app.id;
  return json(context, openThread(world, parent, { ...settings(body as ThreadBody), owner, isPrivate }));
}

const threadsOf = ({ world: { state } }: Context, of: (thread: Channel) => boolean): Channel[] =>
  [...state.channels.values()].filter(
    (one) =>
      one.thread !== null && of(one) && may(state, { user: state.app.id, channel: one }, 'viewChannel'),
  );

const joined = ({ world: { state } }: Context, threads: readonly Channel[]): object[] =>
  threads
    .filter(({ thread }) => thread?.members.has(state.app.id))
    .map((one) => threadMemberJson(one, state.app.id));

function active(context: Context): object {
  const { id } = guild(context);
  const threads = threadsOf(context, (one) => one.guild === id && one.thread?.archived === false);
  return {
    threads: threads.toSorted((a, b) => compareIds(b.id, a.id)).map((one) => json(context, one)),
    members: joined(context, threads),
    has_more: false,
  };
}

/** The last to be archived first; `before`: a time. */
function archived(context: Context): object {
  const parent = channel(context);
  need(context, parent, 'readHistory');
  const limit = limitOf(context, 50, 100);
  const before = Date.parse(context.query.get('before') ?? '') || Infinity;
  const all = threadsOf(
    context,
    ({ parent: of, thread }) =>
      of === parent.id && thread?.archived === true && !thread.isPrivate && thread.changed < before,
  ).toSorted((a, b) => (b.thread?.changed ?? 0) - (a.thread?.changed ?? 0));
  const threads = all.slice(0, limit);
  return {
    threads: threads.map((one) => json(context, one)),
    members: joined(context, threads),
    has_more: all.length > limit,
  };
}

export const threadRoutes: readonly Route[] = [
  route('POST /channels/:channel/messages/:message/threads', 'create_thread_from_message', threadFrom),
  route('POST /channels/:channel/threads', 'create_thread', create),
  route('GET /channels/:channel/threads/archived/public', 'list_public_archived_threads', archived),
  route('GET /guilds/:guild/threads/active', 'get_active_guild_threads', active),
  route('GET /channels/:channel/thread-members/:user', 'get_thread_member', (context) => {
    const thread = channel(context);
    const user = param(context, 'user');
    if (thread.thread?.members.has(user) !== true) throw refuse('unknownMember');
    return threadMemberJson(thread, user);
  }),
  route('PUT /channels/:channel/thread-members/@me', 'join_thread', (context) => {
    const thread = channel(context);
    if (thread.thread?.archived === true) throw refuse('archived');
    joinThread(context.world, thread, context.world.state.app.id);
  }),
];
