/** What a message of Slack says, as a note would have it: as Markdown. */
import type { Root } from 'mdast';
import { hash } from '../../../adapters/hash/index.ts';
import { treeOf } from '../../../adapters/slack/message.ts';
import type { Message } from '../../../adapters/slack/message.ts';
import { printMarkdown } from '../../../src/content/markdown.ts';
import type { Names } from '../../../src/view/mention.ts';
import { worded } from '../../../src/view/text.ts';

const known: Readonly<Record<string, string>> = {
  'person U1': '花子',
  'person U2': 'Taro *the* <b>',
  'role S1': '運営',
  'channel C1': 'general',
};

export const names: Names = { nameOf: async ({ of, id }) => known[`${of} ${id}`] ?? null, hash };

/** For JSON.stringify: what is beside the words. */
export const withoutData = (key: string, value: unknown): unknown => (key === 'data' ? undefined : value);

export const treeFrom = (message: Message): Promise<Root> => treeOf(message, names);

/** Instants as text: Markdown has none. */
export const markdownOf = async (message: Message): Promise<string> =>
  printMarkdown(worded(await treeFrom(message), 'en')).trimEnd();
