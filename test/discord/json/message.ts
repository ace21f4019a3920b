/** Messages as the API and the gateway show them, to eyes that may read their content or may not. */
import type { Attachment, Message, Reference, Snapshot } from '../message.ts';
import type { Channel, State } from '../state.ts';
import { messageOf } from '../find.ts';
import { timeOf } from '../snowflake.ts';
import { flag } from '../flags.ts';
import type { Eyes } from '../world.ts';
import { channelJson, iso } from './channel.ts';
import { memberFacts, userById } from './user.ts';

/** Where attachments are: their addresses are signed, and good for a day. */
export interface Where {
  readonly state: State;
  readonly address: () => string;
  readonly clock: { readonly now: () => number };
}

const hex = (ms: number): string => Math.floor(ms / 1000).toString(16);

const fileName = ({ name, isSpoiler }: Attachment): string => (isSpoiler ? `SPOILER_${name}` : name);

/** https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
const attachmentUrl = (where: Where, channel: string, one: Attachment): string => {
  const now = where.clock.now();
  const query = new URLSearchParams({ ex: hex(now + 86_400_000), is: hex(now), hm: 'simulated' });
  return `${where.address()}/attachments/${channel}/${one.id}/${encodeURIComponent(fileName(one))}?${query.toString()}`;
};

/** https://docs.discord.com/developers/resources/message#attachment-object-attachment-flags */
const spoiler = 1 << 3;

const attachmentJson = (where: Where, channel: string, one: Attachment): object => {
  const url = attachmentUrl(where, channel, one);
  return {
    id: one.id,
    filename: fileName(one),
    size: one.content.byteLength,
    url,
    proxy_url: url,
    content_type: one.type,
    flags: one.isSpoiler ? spoiler : 0,
    ...(one.description === null ? {} : { description: one.description }),
  };
};

/** What needs the intent for content. */
function contentJson(where: Where, channel: string, of: Message | Snapshot): object {
  return {
    content: of.content,
    embeds: of.embeds.map((embed) => ({ type: 'rich', ...embed })),
    components: of.components,
    attachments: of.attachments.map((one) => attachmentJson(where, channel, one)),
    ...('poll' in of && of.poll ? { poll: of.poll } : {}),
  };
}

const blank = { content: '', embeds: [], components: [], attachments: [] };

/** https://docs.discord.com/developers/events/gateway#message-content-intent */
const isReadable = (state: State, message: Message, eyes: Eyes): boolean =>
  eyes.content ||
  message.author === state.app.id ||
  state.channels.get(message.channel)?.guild === null ||
  message.mentions.users.includes(state.app.id);

const reactionsJson = (state: State, message: Message): object[] =>
  [...message.reactions].map(([name, users]) => ({
    emoji: { id: null, name },
    count: users.length,
    count_details: { normal: users.length, burst: 0 },
    burst_colors: [],
    me: users.includes(state.app.id),
    me_burst: false,
  }));

const referenceJson = (reference: Reference): object => ({
  type: reference.kind === 'forward' ? 1 : 0,
  channel_id: reference.channel,
  ...(reference.message === null ? {} : { message_id: reference.message }),
  ...(reference.guild === null ? {} : { guild_id: reference.guild }),
});

function snapshotJson(where: Where, message: Message, of: Snapshot, readable: boolean): object {
  return {
    message: {
      type: of.type,
      timestamp: iso(timeOf(of.id)),
      edited_timestamp: of.edited === null ? null : iso(of.edited),
      flags: of.flags,
      mentions: of.mentions.users.map((id) => userById(where.state, id)),
      mention_roles: of.mentions.roles,
      sticker_items: of.stickers.map((one) => ({ ...one, format_type: 1 })),
      ...(readable ? contentJson(where, message.channel, of) : blank),
    },
  };
}

/** What a message answers to, as far as it is still there: `null` where it was deleted. */
function referencedJson(where: Where, message: Message, eyes: Eyes): object {
  const { reference } = message;
  if (!reference || reference.kind === 'forward') return {};
  const channel = where.state.channels.get(reference.channel);
  const found = channel && messageOf(channel, reference.message ?? '');
  return { referenced_message: found ? withoutReference(where, found, eyes) : null };
}

const originJson = (state: State, message: Message): object =>
  message.origin === null
    ? {}
    : {
        application_id: state.app.id,
        webhook_id: state.app.id,
        interaction_metadata: {
          id: message.origin.interaction,
          type: message.origin.kind,
          user: userById(state, message.origin.user),
          authorizing_integration_owners: {},
        },
      };

/** The thread that began with it. */
function threadJson(state: State, message: Message): object {
  const thread = state.channels.get(message.id);
  return thread ? { thread: channelJson(state, thread) } : {};
}

function withoutReference(where: Where, message: Message, eyes: Eyes): object {
  const { state } = where;
  const readable = isReadable(state, message, eyes);
  return {
    id: message.id,
    channel_id: message.channel,
    type: message.type,
    author: userById(state, message.author),
    ...(readable ? contentJson(where, message.channel, message) : blank),
    timestamp: iso(timeOf(message.id)),
    edited_timestamp: message.edited === null ? null : iso(message.edited),
    tts: false,
    pinned: message.pinned,
    flags: message.onlyFor === null ? message.flags : message.flags | flag.ephemeral,
    mention_everyone: message.mentions.everyone,
    mentions: message.mentions.users.map((id) => userById(state, id)),
    mention_roles: message.mentions.roles,
    ...(message.stickers.length > 0
      ? { sticker_items: message.stickers.map((one) => ({ ...one, format_type: 1 })) }
      : {}),
    ...(message.reactions.size > 0 ? { reactions: reactionsJson(state, message) } : {}),
    ...(message.reference ? { message_reference: referenceJson(message.reference) } : {}),
    ...(message.snapshots.length > 0
      ? { message_snapshots: message.snapshots.map((one) => snapshotJson(where, message, one, readable)) }
      : {}),
    ...originJson(state, message),
    ...threadJson(state, message),
  };
}

/** As REST shows it. */
export const messageJson = (
  where: Where,
  message: Message,
  eyes: Eyes,
): Readonly<Record<string, unknown>> => ({
  ...withoutReference(where, message, eyes),
  ...referencedJson(where, message, eyes),
});

/** As the gateway tells it: with its guild, and with the member who wrote it. */
export function eventMessageJson(
  where: Where,
  of: { readonly channel: Channel; readonly message: Message },
  eyes: Eyes,
): object {
  const guild = where.state.guilds.get(of.channel.guild ?? '');
  const member = guild?.members.get(of.message.author);
  return {
    ...messageJson(where, of.message, eyes),
    channel_type: of.channel.type,
    ...(guild ? { guild_id: guild.id } : {}),
    ...(member ? { member: memberFacts(member) } : {}),
    ...(of.message.nonce === null ? {} : { nonce: of.message.nonce }),
  };
}
