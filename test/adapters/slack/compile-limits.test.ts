/** Whatever a view holds, Slack takes what it becomes: within every limit, and with nobody called. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Root } from 'mdast';
import { compile, page } from '../../../adapters/slack/compile.ts';
import { blockLimits, messageSize, messageText } from '../../../adapters/slack/limits.ts';
import type { Next } from '../../../src/port.ts';
import { bullets, code, item, paragraph, root, strong } from '../../../src/view/build.ts';
import { anyTree, hostile } from '../../any-tree.ts';
import { treeFrom } from './spoken.ts';

const english = { locale: 'en' } as const;

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Every object in the blocks, the blocks themselves among them. */
function objectsIn(of: unknown): readonly Record<string, Json>[] {
  if (Array.isArray(of)) return of.flatMap(objectsIn);
  if (typeof of !== 'object' || of === null) return [];
  return [of as Record<string, Json>, ...Object.values(of).flatMap(objectsIn)];
}

const length = (value: Json | undefined): number =>
  typeof value === 'string' || Array.isArray(value) ? value.length : 0;

/** What Slack would refuse in an object, by its `type`. */
const faults: Readonly<Record<string, (of: Record<string, Json>) => boolean>> = {
  header: ({ text }) => length((text as { text: Json }).text) > blockLimits.header,
  plain_text: ({ text }) => length(text) === 0,
  actions: ({ elements }) => length(elements) === 0 || length(elements) > blockLimits.buttonsInBlock,
  button: ({ text, value }) =>
    length((text as { text: Json }).text) > blockLimits.buttonLabel ||
    length(value) > blockLimits.buttonValue,
  rich_text: ({ elements }) => length(elements) === 0,
  rich_text_list: ({ elements, indent = 0 }) =>
    length(elements) === 0 || (indent as number) > blockLimits.listIndent,
  rich_text_section: ({ elements }) => length(elements) === 0,
  text: ({ text }) => length(text) === 0,
  link: ({ url, text }) =>
    length(url) > blockLimits.url || length(text) === 0 || !/^https?:/.test(url as string),
  date: ({ timestamp, fallback }) => !Number.isInteger(timestamp) || length(fallback) === 0,
};

const refused = (blocks: unknown): readonly Record<string, Json>[] =>
  objectsIn(blocks).filter((of) => faults[of['type'] as string]?.(of) === true);

const next: fc.Arbitrary<Next> = fc.record({
  label: fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 100 })),
  command: fc.constantFrom('search', 'report'),
  input: fc.oneof(fc.string({ maxLength: 40 }), fc.constant('x'.repeat(1995)), fc.constant('x'.repeat(3000))),
});

const views = fc.record({
  body: anyTree,
  next: fc.oneof(
    fc.array(next, { maxLength: 6 }),
    fc.array(next, { minLength: 100, maxLength: 400, size: 'max' }),
  ),
});

describe('any view', () => {
  test('is within the limits of a message, and of a page', () => {
    fc.assert(
      fc.property(views, fc.constantFrom('ja' as const, 'en' as const), (view, locale) => {
        const { blocks, text } = compile(view, { locale });
        expect(blocks.length).toBeLessThanOrEqual(blockLimits.inMessage);
        expect(JSON.stringify(blocks).length).toBeLessThanOrEqual(messageSize);
        expect(refused(blocks)).toEqual([]);
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(messageText);
        const large = compile(view, { locale }, page).blocks;
        expect(large.length).toBeLessThanOrEqual(blockLimits.inView);
        expect(refused(large)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('calls nobody, and no sign in its text means anything', () => {
    const calls = new Set([
      'user',
      'usergroup',
      'channel',
      'broadcast',
      'team',
      'mrkdwn',
      'markdown',
      'image',
    ]);
    fc.assert(
      fc.property(views, (view) => {
        const { blocks, text } = compile(view, english);
        expect(objectsIn(blocks).filter(({ type }) => calls.has(type as string))).toEqual([]);
        expect(text).not.toMatch(/[<>]|&(?!(?:amp|lt|gt);)/);
      }),
      { numRuns: 40 },
    );
  });

  test('has buttons that can be told apart', () => {
    fc.assert(
      fc.property(fc.array(next, { maxLength: 60, size: 'max' }), (buttons) => {
        const { blocks } = compile({ body: root(paragraph('a')), next: buttons }, english);
        const ids = objectsIn(blocks).flatMap(({ action_id: id }) => (id === undefined ? [] : [id]));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  test('says the same words when it is read again', async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, async (body) => {
        const { blocks } = compile({ body, next: [] }, english, { blocks: 1000, size: 10_000_000 });
        const read = await treeFrom({ blocks: JSON.parse(JSON.stringify(blocks)) as never });
        const said = textsOf(read).join('');
        expect(
          textsOf(body)
            .flatMap(wordsOf)
            .filter((word) => !said.includes(word)),
        ).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

/** All that a tree says, addresses, pictures and instants apart: Slack does not know where they happen. */
const textsOf = (tree: Root): readonly string[] =>
  objectsIn(tree).flatMap(({ type, value }) =>
    (type === 'text' || type === 'inlineCode' || type === 'code') && typeof value === 'string' ? [value] : [],
  );

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('what does not fit', () => {
  const many = bullets(
    Array.from({ length: 400 }, (_, index) =>
      item(paragraph(`Report ${index + 1}`, strong(' of many words'))),
    ),
  );

  test('is counted in a last line', () => {
    const { blocks } = compile({ body: root(many), next: [] }, english);
    const said = JSON.stringify(blocks);
    const shown = said.match(/Report \d+/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(50);
    expect(said).toContain(`…and ${400 - shown} more parts that did not fit here.`);
    expect(JSON.stringify(compile({ body: root(many), next: [] }, { locale: 'ja' }).blocks)).toContain(
      `ほか${400 - shown}件`,
    );
  });

  test('is cut within only where it is longer than a message', () => {
    const { blocks } = compile({ body: root(paragraph('長い文。'.repeat(9000))), next: [] }, english);
    const said = JSON.stringify(blocks);
    expect(said.length).toBeGreaterThan(9000);
    expect(said).toContain('…and 1 more part that did not fit here.');
  });

  test('is counted where it is buttons, too', () => {
    const buttons = Array.from({ length: 200 }, (_, index) => ({
      label: `Read ${index + 1}`,
      command: 'report',
      input: 'abcdefghij',
    }));
    const { blocks } = compile({ body: root(paragraph('a', code('b'))), next: buttons }, english);
    const shown = objectsIn(blocks).filter(({ type }) => type === 'button').length;
    expect(shown).toBeGreaterThan(30);
    expect(JSON.stringify(blocks)).toContain('"Read 200"');
    expect(JSON.stringify(blocks)).toContain(`…and ${200 - shown} more parts`);
  });
});
