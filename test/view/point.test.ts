/** Lists, notes and counts as chats show them: points that hold only lines, and points that say how deep they stand. */
import { expect, test } from '@jest/globals';
import type { BlockContent } from 'mdast';
import { bullets, item, numbered, paragraph, quote, root, text } from '../../src/view/build.ts';
import { withCount } from '../../src/view/fit.ts';
import { signed } from '../../src/view/footnote.ts';
import { placed } from '../../src/view/nesting.ts';
import type { OpenLists } from '../../src/view/nesting.ts';
import { boxOf, partsOf } from '../../src/view/point.ts';

test('what is no line of a point comes after it, and all that follows', () => {
  const [a, b, c] = [paragraph('a'), quote(paragraph('b')), paragraph('c')];
  expect(partsOf(item(a, b, c))).toEqual({ lines: [a], below: [b, c] });
  expect(partsOf(item())).toEqual({ lines: [], below: [] });
});

test('a point says what is done', () => {
  expect([true, false, null].map((checked) => boxOf({ ...item(), checked }))).toEqual(['☑ ', '☐ ', '']);
});

test('points stand in one another as deep as they say, and one that goes back up goes on there', () => {
  const flow: BlockContent[] = [];
  let open: OpenLists = [];
  for (const [indent, start, word] of [
    [0, null, 'a'],
    [2, 3, 'b'],
    [0, null, 'c'],
    [0, 1, 'd'],
  ] as const)
    open = placed({ indent, start, items: [item(paragraph(word))] }, open, flow);
  expect(flow).toEqual([
    bullets([item(paragraph('a'), numbered(3, [item(paragraph('b'))])), item(paragraph('c'))]),
    numbered(1, [item(paragraph('d'))]),
  ]);
});

test('a footnote begins with its sign, whatever it begins with', () => {
  const note = { type: 'footnoteDefinition', identifier: '1' } as const;
  expect(signed({ ...note, children: [paragraph('a')] }).children).toEqual([paragraph('[1] ', 'a')]);
  expect(signed({ ...note, label: 'x', children: [quote()] }).children).toEqual([
    paragraph(text('[x] ')),
    quote(),
  ]);
});

test('what is missing is counted in a last line; where nothing is, there is none', () => {
  const tree = root(paragraph('a'));
  expect(withCount(tree, 0, 'en')).toBe(tree);
  expect(withCount(tree, 2, 'en').children).toEqual([
    paragraph('a'),
    paragraph('…and 2 more parts that did not fit here.'),
  ]);
});
