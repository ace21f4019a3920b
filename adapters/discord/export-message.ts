/** A message as DiscordChatExporter writes it → as Discord itself has it. */
import { MessageType } from 'discord.js';
import type { Exported, Exporting } from './export-shape.ts';
import type { Snapshot, User } from './message.ts';
import type { Embed } from './message/embed.ts';

/** Those that have names there; all others have their numbers. */
const types: Readonly<Record<string, MessageType>> = {
  Default: MessageType.Default,
  Reply: MessageType.Reply,
  RecipientAdd: MessageType.RecipientAdd,
  RecipientRemove: MessageType.RecipientRemove,
  Call: MessageType.Call,
  ChannelNameChange: MessageType.ChannelNameChange,
  ChannelIconChange: MessageType.ChannelIconChange,
  ChannelPinnedMessage: MessageType.ChannelPinnedMessage,
  GuildMemberJoin: MessageType.UserJoin,
  ThreadCreated: MessageType.ThreadCreated,
};

export function readExported(message: Exported): Exporting {
  const { id, type, timestamp, timestampEdited: edited, author, mentions = [], embeds = [] } = message;
  const { reference, forwardedMessage: passed } = message;
  return {
    ...snapshotOf(message),
    id,
    type: types[type] ?? Number(type),
    channel_id: '',
    author: userOf(author),
    timestamp,
    edited_timestamp: edited,
    mentions: mentions.map(userOf),
    // It does not say which are previews of links: people can make no others.
    embeds: author.isBot === true ? (embeds as readonly Embed[]) : [],
    message_snapshots: passed === undefined ? [] : [{ message: snapshotOf(passed) }],
    answers: reference?.messageId,
  };
}

const userOf = ({ id, name, nickname, isBot }: Exported['author']): User => ({
  id,
  username: nickname || name,
  bot: isBot,
});

type Words = Pick<Exported, 'content' | 'attachments' | 'stickers'>;

const snapshotOf = ({ content, attachments = [], stickers = [] }: Words): Snapshot => ({
  content,
  sticker_items: stickers,
  attachments: attachments.map(({ fileName, fileSizeBytes }) => ({
    filename: fileName,
    size: fileSizeBytes,
  })),
});
