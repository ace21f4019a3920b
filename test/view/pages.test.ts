import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Root, RootContent } from 'mdast';
import { plainText } from '../../src/content/plain.ts';
import {
  bullets,
  heading,
  item,
  link,
  numbered,
  paragraph,
  quote,
  root,
  strong,
} from '../../src/view/build.ts';
import { pages } from '../../src/view/pages.ts';

const letters = (tree: Root): string => plainText(tree).replace(/\s/gu, '');

const block: fc.Arbitrary<RootContent> = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).map((text) => paragraph(text)),
  fc
    .array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 12 })
    .map((texts) => bullets(texts.map((text) => item(paragraph(text))))),
  fc.string({ minLength: 1, maxLength: 30 }).map((text) => heading(3, text)),
  fc
    .array(fc.string({ maxLength: 80 }), { maxLength: 10 })
    .map((lines): RootContent => ({ type: 'code', lang: 'sh', value: lines.join('\n') })),
);

describe('pages', () => {
  test('a short text is one page, untouched', () => {
    const tree = root(paragraph('監視どうする?'));
    expect(pages(tree, 100)).toEqual([tree]);
  });

  test('an empty text is one empty page', () => {
    expect(pages(root(), 100)).toEqual([root()]);
  });

  test('blocks stay whole, and a heading goes with its text', () => {
    const tree = root(paragraph('a'.repeat(60)), heading(2, 'b'), paragraph('c'.repeat(60)));
    expect(pages(tree, 100)).toEqual([
      root(paragraph('a'.repeat(60))),
      root(heading(2, 'b'), paragraph('c'.repeat(60))),
    ]);
  });

  test('a long list is cut between its items and goes on counting', () => {
    const list = numbered(
      1,
      ['x', 'y', 'z'].map((letter) => item(paragraph(letter.repeat(45)))),
    );
    const [first, second] = pages(root(list), 100);
    expect(first?.children).toMatchObject([{ type: 'list', start: 1, children: [{}, {}] }]);
    expect(second?.children).toMatchObject([{ type: 'list', start: 3, children: [{}] }]);
  });

  test('code is cut between lines and keeps its language', () => {
    const tree: Root = {
      type: 'root',
      children: [
        { type: 'code', lang: 'sh', value: Array.from({ length: 10 }, () => 'docker run').join('\n') },
      ],
    };
    for (const page of pages(tree, 40))
      for (const node of page.children)
        expect(node).toMatchObject({
          type: 'code',
          lang: 'sh',
          value: expect.stringMatching(/^(docker run\n?)+$/),
        });
  });

  test('a long paragraph keeps its links and its emphasis, in lists and quotes as well', () => {
    const long = paragraph(
      'a'.repeat(90),
      link('https://example.org/slides', 'slides'),
      'b'.repeat(90),
      strong('bold'),
    );
    for (const tree of [root(long), root(bullets([item(long)])), root(quote(long))]) {
      const shown = JSON.stringify(pages(tree, 100));
      expect(shown).toContain('"url":"https://example.org/slides"');
      expect(shown).toContain('"type":"strong"');
    }
  });

  test('a heading stays behind where it would make the page of its text too long', () => {
    const tree = root(paragraph('x'), heading(3, '!!!!!!!'), paragraph('y'.repeat(60)));
    expect(pages(tree, 64).map(letters)).toEqual(['x!!!!!!!', 'y'.repeat(60)]);
  });

  test('nothing is lost and no page is too long, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 12 }), fc.integer({ min: 64, max: 400 }), (blocks, limit) => {
        const tree = root(...blocks);
        const result = pages(tree, limit);
        expect(result.map(letters).join('')).toBe(letters(tree));
        // Newlines between blocks are not text.
        for (const page of result) expect(letters(page).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
