/** Holds what an app sends against the published shapes and limits, and refuses it as Slack would. */
import type { z } from 'zod';
import { blockLimits, messageLimits, viewLimits } from './limits.ts';
import { Refusal, refuseWith } from './refusal.ts';
import type { Block } from './schema/block.ts';
import { block } from './schema/block.ts';
import type { View } from './schema/view.ts';
import { view } from './schema/view.ts';

/** `[ERROR] … [json-pointer:/blocks/0/text]`, a line for each thing that is wrong. */
export const lines = (error: z.ZodError, at = ''): string[] =>
  error.issues.map(
    ({ message, path }) => `[ERROR] ${message} [json-pointer:${[at, ...path.map(String)].join('/')}]`,
  );

function duplicates(ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index);
}

function refuseDuplicates(kind: string, ids: readonly string[]): void {
  const twice = duplicates(ids);
  if (twice.length === 0) return;
  throw refuseWith('invalid_blocks', [`[ERROR] \`${kind}\` ${twice[0]} already exists`]);
}

/** The `action_id`s of a block, wherever it has its elements. */
export const actionIds = (of: unknown): string[] => {
  if (Array.isArray(of)) return of.flatMap(actionIds);
  if (typeof of !== 'object' || of === null) return [];
  return Object.entries(of).flatMap(([key, value]) =>
    key === 'action_id' && typeof value === 'string' ? [value] : actionIds(value),
  );
};

/** How many characters of text there are in all blocks: every string that is called `text`. */
export function textLength(of: unknown): number {
  if (Array.isArray(of)) return of.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (typeof of !== 'object' || of === null) return 0;
  return Object.entries(of).reduce(
    (sum, [key, value]) =>
      sum + (key === 'text' && typeof value === 'string' ? value.length : textLength(value)),
    0,
  );
}

const markdownLength = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, of) => sum + (of.type === 'markdown' ? of.text.length : 0), 0);

function parseBlocks(value: unknown): readonly Block[] {
  const parsed = block.array().safeParse(value);
  if (!parsed.success) throw refuseWith('invalid_blocks', lines(parsed.error, '/blocks'));
  return parsed.data;
}

/** Blocks of a message: each `action_id` once in its block, each `block_id` once, and not too much text in all. */
export function checkBlocks(value: unknown): readonly Block[] {
  if (!Array.isArray(value)) throw new Refusal('invalid_blocks_format');
  if (value.length > blockLimits.blocksOfMessage)
    throw refuseWith('invalid_blocks', [
      `[ERROR] no more than ${blockLimits.blocksOfMessage} items allowed [json-pointer:/blocks]`,
    ]);
  const blocks = parseBlocks(value);
  refuseDuplicates(
    'block_id',
    blocks.flatMap(({ block_id }) => block_id ?? []),
  );
  for (const of of blocks) refuseDuplicates('action_id', actionIds(of));
  if (textLength(blocks) > messageLimits.blocksText) throw new Refusal('msg_blocks_too_long');
  if (JSON.stringify(value).length > messageLimits.blocksJson) throw new Refusal('msg_blocks_too_long');
  if (markdownLength(blocks) > blockLimits.markdown) throw new Refusal('msg_blocks_too_long');
  return blocks;
}

/** What `text` and `blocks` of a message are; one of them has to say something. */
export function checkMessage(of: { readonly text?: string | undefined; readonly blocks?: unknown }): {
  readonly text: string;
  readonly blocks: readonly Block[];
} {
  const blocks = of.blocks === undefined ? [] : checkBlocks(of.blocks);
  const text = of.text ?? '';
  if (text === '' && blocks.length === 0) throw new Refusal('no_text');
  if (text.length > messageLimits.text) throw new Refusal('msg_too_long');
  return { text, blocks };
}

/** A modal or a Home tab: each `block_id` and each `action_id` once. */
export function checkView(value: unknown, type: View['type']): View {
  const parsed = view.safeParse(value);
  if (!parsed.success) throw refuseWith('invalid_arguments', lines(parsed.error, '/view'));
  if (parsed.data.type !== type)
    throw refuseWith('invalid_arguments', [`[ERROR] must be a ${type} [json-pointer:/view/type]`]);
  refuseDuplicates(
    'block_id',
    parsed.data.blocks.flatMap(({ block_id }) => block_id ?? []),
  );
  refuseDuplicates('action_id', actionIds(parsed.data.blocks));
  if (Buffer.byteLength(JSON.stringify(parsed.data)) > viewLimits.bytes) throw new Refusal('view_too_large');
  return parsed.data;
}
