import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { parseMarkdown, printMarkdown, tooDeep } from '../../src/content/markdown.ts';

/** Without positions and without what only says how a list was typed. */
function bare(node: Nodes): unknown {
  return JSON.parse(
    JSON.stringify(node, (key, value: unknown) =>
      key === 'position' || key === 'spread' ? undefined : value,
    ),
  ) as unknown;
}

describe('Markdown', () => {
  test.each([
    '**「強調」**です。',
    'これは**太字**で*斜体*です。',
    '~~取り消し~~した',
    '| a | b |\n| - | - |\n| **c** | `d\\|e` |',
    '- [ ] する\n- [x] した',
    '```ts\n# no heading\n```',
    '1. a\n   - b\n2. c',
    '{\\{ a }} {\\% b %} [c](https://example.com/?q={\\{d}}) {\\{{\\{e',
    'a\\*b\\_c <https://example.com/> ![絵](https://example.com/a.png "題")',
  ])('is the same tree after it is printed and parsed again: %j', (text) => {
    const tree = parseMarkdown(text);
    expect(bare(parseMarkdown(printMarkdown(tree)))).toEqual(bare(tree));
  });

  test('is the same tree after printing, whatever words are bold', () => {
    const word = fc.constantFrom('日本語', 'Docker', '「括弧」', '、', '2', 'コンテナ。');
    const mark = fc.constantFrom('', '**', '~~');
    const gap = fc.constantFrom('', ' ');
    fc.assert(
      fc.property(fc.array(fc.tuple(mark, word, gap), { minLength: 1, maxLength: 6 }), (parts) => {
        const tree = parseMarkdown(
          parts.map(([sign, text, space]) => `${sign}${text}${sign}${space}`).join(''),
        );
        expect(bare(parseMarkdown(printMarkdown(tree)))).toEqual(bare(tree));
      }),
    );
  });

  test('has no templates in its text that a site generator would run', () => {
    const tree = parseMarkdown('{\\{ a }} {\\% b %} *{\\{< c >}}* [d](https://example.com/?q={\\{e}})');
    expect(printMarkdown(tree)).not.toMatch(/\{\{|\{%/);
  });

  test.each([
    ['20,000 brackets', '['.repeat(20_000)],
    ['5,000 quotes', `${'>'.repeat(5000)}x`],
    ['a list 500 deep', Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
    ['stars without end', '*_'.repeat(10_000)],
    ['a wall of addresses', 'a@b.c '.repeat(10_000)],
  ])('that is built to be slow is plain text: %s', (_, text) => {
    expect(tooDeep(text)).not.toBeNull();
    expect(parseMarkdown(text).children.map(({ type }) => type)).toEqual(['paragraph']);
  });

  test('that a person writes is parsed, however long', () => {
    expect(
      tooDeep(
        Array.from({ length: 500 }, (_, n) => `- [link ${n}](https://example.com/) **x**\n`).join('\n'),
      ),
    ).toBeNull();
  });
});
