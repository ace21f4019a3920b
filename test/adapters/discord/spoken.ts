/** What a message of Discord says, as a note would have it: as Markdown. */
import { MessageType } from 'discord.js';
import type { Root } from 'mdast';
import { hash } from '../../../adapters/hash/index.ts';
import { treeOf } from '../../../adapters/discord/message.ts';
import type { Message } from '../../../adapters/discord/message.ts';
import { printMarkdown } from '../../../src/content/markdown.ts';
import type { Names } from '../../../src/view/mention.ts';
import { worded } from '../../../src/view/text.ts';

const known: Readonly<Record<string, string>> = {
  'person 1': '花子',
  'person 2': 'Taro *the* <b>',
  'role 1': '運営',
  'channel 1': 'general',
};

export const names: Names = { nameOf: async ({ of, id }) => known[`${of} ${id}`] ?? null, hash };

export const treeFrom = (message: Partial<Message>): Promise<Root> =>
  treeOf({ type: MessageType.Default, ...message }, names);

/** Instants as text: Markdown has none. */
export const markdownOf = async (message: Partial<Message>): Promise<string> =>
  printMarkdown(worded(await treeFrom(message), 'en')).trimEnd();
