/** Messages of the app: chat.*. */
import { z } from 'zod';
import { checkBlocks, checkMessage, lines } from '../check.ts';
import type { Draft, Happened } from '../conversation.ts';
import { change, remove, replace, say } from '../conversation.ts';
import { escapeMarkup } from '../escape.ts';
import { messageJson } from '../message.ts';
import { permalink } from '../permalink.ts';
import { Refusal, refuseWith } from '../refusal.ts';
import { renderMessage } from '../render/index.ts';
import { metadata } from '../schema/metadata.ts';
import type { Channel, Message } from '../state.ts';
import { directOf } from '../state.ts';
import { message, threadOf, userFor, visible, writable } from './channel.ts';
import type { Context, Method } from './define.ts';
import { define, json, optionalText } from './define.ts';

const contentArgs = {
  channel: z.string(),
  text: optionalText,
  blocks: json.optional(),
  thread_ts: optionalText,
};

function parseMetadata(value: unknown): Draft['metadata'] {
  if (value === undefined) return null;
  const parsed = metadata.safeParse(value);
  if (!parsed.success) throw refuseWith('invalid_metadata_format', lines(parsed.error, '/metadata'));
  return parsed.data;
}

function own(
  context: Context,
  channel: Channel,
  of: { readonly ts: string; readonly refusal: string },
): Message {
  const found = message(channel, of.ts);
  if (found.user !== context.world.state.app.user) throw new Refusal(of.refusal);
  return found;
}

const posted = (context: Context, { message: { channel, ts }, message: of }: Happened): object => ({
  channel,
  ts,
  message: messageJson(context.world.state, of),
});

const unfurlMap = z.record(z.string(), z.object({ blocks: z.unknown() }));

/** https://docs.slack.dev/reference/methods/chat.unfurl */
function unfurl(context: Context, args: { channel: string; ts: string; unfurls: unknown }): object {
  const channel = visible(context, args.channel);
  const before = channel.messages.find(({ ts }) => ts === args.ts);
  if (!before) throw new Refusal('cannot_find_message');
  const parsed = unfurlMap.safeParse(args.unfurls);
  if (!parsed.success) throw refuseWith('invalid_unfurls_format', lines(parsed.error, '/unfurls'));
  const unfurls = new Map(before.unfurls);
  for (const [url, { blocks }] of Object.entries(parsed.data)) {
    if (!before.text.includes(escapeMarkup(url))) throw new Refusal('cannot_unfurl_url');
    unfurls.set(url, checkBlocks(blocks));
  }
  const after = { ...before, unfurls };
  replace(channel, after);
  const { feed, state } = context.world;
  feed.tell({
    kind: 'unfurled',
    by: state.app.user,
    channel: channel.id,
    onlyFor: null,
    ref: after.ts,
    cause: null,
    lines: renderMessage(state, after, null).filter((line) => line.startsWith('▏')),
  });
  return {};
}

export const chatMethods: Readonly<Record<string, Method>> = {
  'chat.postMessage': define({
    scope: 'chat:write',
    args: z.object({ ...contentArgs, metadata: json.optional() }),
    run: (args, context) => {
      const { world } = context;
      const recipient = world.state.users.get(args.channel);
      const channel = recipient ? directOf(world.state, recipient) : writable(context, args.channel);
      const content = { ...checkMessage(args), metadata: parseMetadata(args.metadata) ?? null };
      const thread = threadOf(channel, args.thread_ts);
      return posted(context, say(world, channel, { ...content, thread, user: world.state.app.user }));
    },
  }),
  'chat.postEphemeral': define({
    scope: 'chat:write',
    args: z.object({ ...contentArgs, user: z.string() }),
    run: (args, context) => {
      const channel = writable(context, args.channel);
      const { id } = userFor(context, args.user);
      if (!channel.members.has(id)) throw new Refusal('user_not_in_channel');
      const thread = threadOf(channel, args.thread_ts);
      const draft = { ...checkMessage(args), thread, onlyFor: id, user: context.world.state.app.user };
      return { message_ts: say(context.world, channel, draft).message.ts };
    },
  }),
  'chat.update': define({
    scope: 'chat:write',
    args: z.object({ ...contentArgs, ts: z.string(), metadata: json.optional() }),
    run: (args, context) => {
      const channel = visible(context, args.channel);
      const before = own(context, channel, { ts: args.ts, refusal: 'cant_update_message' });
      if (channel.archived) throw new Refusal('is_archived');
      const given = parseMetadata(args.metadata) ?? before.metadata;
      const after = { ...before, ...checkMessage(args), metadata: given };
      const { message: of, ...rest } = change(context.world, { channel, before, after });
      return { ...posted(context, { message: of, ...rest }), text: of.text };
    },
  }),
  'chat.delete': define({
    scope: 'chat:write',
    args: z.object({ channel: z.string(), ts: z.string() }),
    run: ({ channel: id, ts }, context) => {
      const channel = visible(context, id);
      remove(context.world, channel, own(context, channel, { ts, refusal: 'cant_delete_message' }));
      return { channel: id, ts };
    },
  }),
  'chat.getPermalink': define({
    args: z.object({ channel: z.string(), message_ts: z.string() }),
    run: (args, context) => {
      const channel = visible(context, args.channel);
      const found = message(channel, args.message_ts);
      return { channel: channel.id, permalink: permalink(context.world.state, found) };
    },
  }),
  'chat.unfurl': define({
    scope: 'links:write',
    args: z.object({ channel: z.string(), ts: z.string(), unfurls: json }),
    run: (args, context) => unfurl(context, args),
  }),
};
