/** Channels and what was said in them: conversations.*, users.conversations. */
import { z } from 'zod';
import { answersOf, messageJson } from '../message.ts';
import { Refusal } from '../refusal.ts';
import type { Channel, Message } from '../state.ts';
import { directOf } from '../state.ts';
import { family, readable, userFor } from './channel.ts';
import type { Context, Method } from './define.ts';
import { define, flag, optionalText } from './define.ts';
import { page, pageArgs } from './page.ts';

const kinds: Readonly<Record<string, Channel['kind']>> = {
  public_channel: 'public',
  private_channel: 'private',
  im: 'im',
};

const channelJson = ({ world: { state } }: Context, channel: Channel): object => ({
  id: channel.id,
  name: channel.name,
  is_channel: channel.kind === 'public',
  is_group: channel.kind === 'private',
  is_im: channel.kind === 'im',
  is_mpim: false,
  is_private: channel.kind !== 'public',
  is_archived: channel.archived,
  is_member: channel.members.has(state.app.user),
  ...(channel.kind === 'im' ? { user: [...channel.members].find((id) => id !== state.app.user) } : {}),
});

const listArgs = z.object({ types: optionalText, exclude_archived: flag.optional(), ...pageArgs });

/** Channels of those types that `belongs`, a page of them. */
function list(
  context: Context,
  args: z.output<typeof listArgs>,
  belongs: (channel: Channel) => boolean,
): object {
  const wanted = (args.types ?? 'public_channel').split(',').map((type) => kinds[type.trim()]);
  for (const kind of wanted) if (kind) context.need(`${family[kind]}:read`);
  const all = [...context.world.state.channels.values()].filter(
    (channel) =>
      wanted.includes(channel.kind) && !(args.exclude_archived && channel.archived) && belongs(channel),
  );
  const { items, facts } = page(context, all, args);
  return { channels: items.map((channel) => channelJson(context, channel)), ...facts };
}

const historyArgs = {
  channel: z.string(),
  oldest: optionalText,
  latest: optionalText,
  inclusive: flag.optional(),
  include_all_metadata: flag.optional(),
  ...pageArgs,
};
const history = z.object(historyArgs);

/** What lies between `oldest` and `latest`, and is not for one person alone. */
function within({ ts, onlyFor }: Message, args: z.output<typeof history>): boolean {
  const { oldest = '0', latest = '9999999999', inclusive } = args;
  const [at, from, to] = [Number(ts), Number(oldest), Number(latest)];
  return onlyFor === null && (inclusive ? at >= from && at <= to : at > from && at < to);
}

function messages(context: Context, found: readonly Message[], args: z.output<typeof history>): object {
  const { items, facts, more } = page(context, found, args);
  const { state } = context.world;
  return {
    messages: items.map((one) => messageJson(state, one, args.include_all_metadata)),
    has_more: more,
    ...facts,
  };
}

export const conversationMethods: Readonly<Record<string, Method>> = {
  'conversations.list': define({
    args: listArgs,
    run: (args, context) => {
      const { user } = context.world.state.app;
      return list(context, args, ({ kind, members }) => kind === 'public' || members.has(user));
    },
  }),
  'users.conversations': define({
    args: listArgs.extend({ user: optionalText }),
    run: (args, context) => {
      const { app } = context.world.state;
      const user = args.user ?? app.user;
      return list(
        context,
        args,
        ({ kind, members }) => members.has(user) && (kind === 'public' || members.has(app.user)),
      );
    },
  }),
  'conversations.info': define({
    args: z.object({ channel: z.string() }),
    run: (args, context) => ({ channel: channelJson(context, readable(context, args.channel, 'read')) }),
  }),
  'conversations.members': define({
    args: z.object({ channel: z.string(), ...pageArgs }),
    run: (args, context) => {
      const channel = readable(context, args.channel, 'read');
      const { items, facts } = page(context, [...channel.members], args);
      return { members: items, ...facts };
    },
  }),
  'conversations.history': define({
    args: history,
    run: (args, context) => {
      const channel = readable(context, args.channel, 'history');
      const found = channel.messages.filter((one) => one.thread === null && within(one, args)).toReversed();
      return messages(context, found, args);
    },
  }),
  'conversations.replies': define({
    args: history.extend({ ts: z.string() }),
    run: (args, context) => {
      const channel = readable(context, args.channel, 'history');
      const first = channel.messages.find(({ ts, onlyFor }) => ts === args.ts && onlyFor === null);
      if (!first) throw new Refusal('thread_not_found');
      const answers = answersOf(context.world.state, first).filter((one) => within(one, args));
      return messages(context, [first, ...answers], args);
    },
  }),
  'conversations.open': define({
    scope: 'im:write',
    args: z.object({ users: z.string() }),
    run: ({ users }, context) => {
      const user = userFor(context, users);
      return { channel: { id: directOf(context.world.state, user).id } };
    },
  }),
};
