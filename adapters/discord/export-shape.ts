/** What an export has to be so that it can be read. More may stand in it. */
import { z } from 'zod';
import { UserError } from '../../src/error.ts';
import { readExported } from './export-message.ts';
import type { Said } from './remark.ts';

/** A message, and the id of what it answers where that stands elsewhere in the export. */
export type Exporting = Said & { readonly answers?: string | undefined };

export interface Shape {
  /** Of the server; `null` where it is not said, and for a conversation with one person. */
  readonly guild: string | null;
  readonly channel: { readonly id: string; readonly name: string } | null;
  readonly messages: readonly Exporting[];
}

const id = z.string().regex(/^\d{1,20}$/);
const time = z.string().refine((text) => !Number.isNaN(Date.parse(text)));
const word = z.string().optional();

/** Both say `null` where there is nothing. Of a message that a reply answers that has a meaning. */
const withoutNulls = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, each]) => each !== null))
    : value;

const thing = <T extends z.ZodRawShape>(shape: T) => z.preprocess(withoutNulls, z.looseObject(shape));
const things = <T extends z.ZodRawShape>(shape: T) => z.array(thing(shape)).optional();

const user = { id, username: z.string(), global_name: word, bot: z.boolean().optional() };

const snapshot = {
  content: word,
  mentions: things(user),
  embeds: things({ type: word, title: word, url: word, description: word }),
  components: things({ type: z.number() }),
  sticker_items: things({ name: z.string() }),
  attachments: things({ filename: z.string(), title: word, size: z.number().optional(), url: word }),
};

/** As Discord has it: https://docs.discord.com/developers/resources/message#message-object */
const own = {
  ...snapshot,
  id,
  type: z.number().int(),
  channel_id: z.string().default(''),
  timestamp: time,
  edited_timestamp: time.optional(),
  webhook_id: word,
  author: thing(user),
  message_snapshots: things({ message: thing(snapshot) }),
};

const discords = thing({ ...own, referenced_message: thing(own).optional() });

const file = { fileName: z.string(), fileSizeBytes: z.number().optional() };
const person = { id, name: z.string(), nickname: word, isBot: z.boolean().optional() };
const said = {
  content: word,
  attachments: things(file),
  stickers: things({ name: z.string() }),
};

/** As DiscordChatExporter writes it: https://github.com/Tyrrrz/DiscordChatExporter */
const exporters = thing({
  ...said,
  id,
  type: z.string(),
  timestamp: time,
  timestampEdited: time.optional(),
  author: thing(person),
  mentions: things(person),
  embeds: things({ title: word, url: word, description: word }),
  reference: thing({ messageId: word }).optional(),
  forwardedMessage: thing(said).optional(),
});

/** A message as DiscordChatExporter writes it. */
export type Exported = z.infer<typeof exporters>;

const message = z.union([discords, exporters.transform(readExported)]);

const place = thing({ id, name: z.string() }).optional();
const whole = thing({ guild: thing({ id }).optional(), channel: place, messages: z.array(message) });

/** Conversations with one person have a server of this id in it. */
const noGuild = '0';

/** An array of messages, or of such arrays, or what DiscordChatExporter wrote. Throws UserError `export-unreadable`. */
export function shapeOf(json: unknown): Shape {
  if (Array.isArray(json)) return { guild: null, channel: null, messages: listIn(json) };
  const read = whole.safeParse(json);
  if (!read.success) throw new UserError('export-unreadable');
  const { guild, channel = null, messages } = read.data;
  const server = guild === undefined || guild.id === noGuild ? null : guild.id;
  return { guild: server, channel, messages: messages as readonly Exporting[] };
}

function listIn(json: readonly unknown[]): readonly Exporting[] {
  if (json.length > 0 && json.every(Array.isArray)) return json.flatMap(listIn);
  const read = z.array(message).safeParse(json);
  if (!read.success) throw new UserError('export-unreadable');
  return read.data as readonly Exporting[];
}
