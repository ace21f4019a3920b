/** Channels, and threads in them. https://docs.discord.com/developers/resources/channel */
import { say } from '../conversation.ts';
import { channelJson, threadMemberJson } from '../json/channel.ts';
import { messageJson } from '../json/message.ts';
import { may } from '../permission.ts';
import { InvalidForm, refuse } from '../refusal.ts';
import { compareIds } from '../snowflake.ts';
import type { Channel, ThreadFacts } from '../state.ts';
import { channelTypes } from '../state.ts';
import { changeThread, joinThread, openThread } from '../thread.ts';
import { bodyFaults } from '../schema/body.ts';
import type { Context, Route } from './define.ts';
import { limitOf, param, route } from './define.ts';
import { channel, guild, message, need, room } from './find.ts';
import { refuseWriting } from './message.ts';
import type { Body } from './payload.ts';
import { contentOf } from './payload.ts';

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
  ...(body.auto_archive_duration == null ? {} : { autoArchive: body.auto_archive_duration }),
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
  const isPrivate = (body as ThreadBody).type !== channelTypes.publicThread;
  need(context, parent, isPrivate ? 'createPrivateThreads' : 'createPublicThreads');
  const owner = world.state.app.id;
  return json(context, openThread(world, parent, { ...settings(body as ThreadBody), owner, isPrivate }));
}

interface Patch {
  readonly name?: string;
  readonly topic?: string | null;
  readonly archived?: boolean;
  readonly locked?: boolean;
  readonly auto_archive_duration?: number;
  readonly applied_tags?: readonly string[];
}

function refuseFaults(operation: string, body: unknown): void {
  const faults = bodyFaults(operation, body);
  if (faults.length > 0) throw new InvalidForm(faults);
}

function updateThread(context: Context, thread: Channel, facts: ThreadFacts): void {
  refuseFaults('update_thread', context.body);
  const patch = context.body as Patch;
  const isOwn = facts.owner === context.world.state.app.id;
  if (!isOwn || patch.locked !== undefined) need(context, thread, 'manageThreads');
  if (facts.archived && patch.archived !== false) throw refuse('archived');
  changeThread(context.world, thread, {
    ...(patch.name === undefined ? {} : { name: patch.name }),
    facts: {
      archived: patch.archived ?? facts.archived,
      locked: patch.locked ?? facts.locked,
      autoArchive: patch.auto_archive_duration ?? facts.autoArchive,
      tags: patch.applied_tags ?? facts.tags,
      ...(patch.archived === undefined ? {} : { changed: context.world.clock.now() }),
    },
  });
}

function update(context: Context): object {
  const found = channel(context);
  if (found.thread) {
    updateThread(context, found, found.thread);
    return json(context, found);
  }
  need(context, found, 'manageChannels');
  refuseFaults('update_guild_channel', context.body);
  const { name = found.name, topic = found.topic } = context.body as Patch;
  Object.assign(found, { name, topic });
  context.world.dispatch({
    name: 'CHANNEL_UPDATE',
    guild: found.guild,
    channel: found,
    data: () => json(context, found),
  });
  return json(context, found);
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

function invite(context: Context): object {
  const of = channel(context);
  need(context, of, 'createInvite');
  const code = `invite${context.world.state.invites.size + 1}`;
  context.world.state.invites.set(code, of.id);
  return inviteJson(context, code);
}

function inviteJson(context: Context, code: string): object {
  const { state } = context.world;
  const of = state.channels.get(state.invites.get(code) ?? '');
  if (!of) throw refuse('unknownInvite');
  const of_guild = state.guilds.get(of.guild ?? '');
  return {
    type: 0,
    code,
    channel: { id: of.id, name: of.name, type: of.type },
    guild: { id: of.guild, name: of_guild?.name },
    expires_at: null,
  };
}

export const channelRoutes: readonly Route[] = [
  route('GET /channels/:channel', 'get_channel', (context) => json(context, channel(context))),
  route('PATCH /channels/:channel', 'update_channel', update),
  route('POST /channels/:channel/messages/:message/threads', 'create_thread_from_message', threadFrom),
  route('POST /channels/:channel/threads', 'create_thread', create),
  route('GET /channels/:channel/threads/archived/public', 'list_public_archived_threads', archived),
  route('GET /guilds/:guild/threads/active', 'get_active_guild_threads', active),
  route('PUT /channels/:channel/thread-members/@me', 'join_thread', (context) => {
    const thread = channel(context);
    if (thread.thread?.archived === true) throw refuse('archived');
    joinThread(context.world, thread, context.world.state.app.id);
  }),
  route('POST /channels/:channel/invites', 'create_channel_invite', invite),
  route('GET /invites/:code', 'invite_resolve', (context) => inviteJson(context, param(context, 'code'))),
];
