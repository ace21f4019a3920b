/** Text with styles as flags, as chats have it, in lines and paragraphs with as few nodes as there can be. */
import { expect, test } from '@jest/globals';
import type { PhrasingContent } from 'mdast';
import { link, strong, text } from '../../src/view/build.ts';
import { linesOf, paragraphs } from '../../src/view/lines.ts';
import { nested, trimmed, unlinked } from '../../src/view/style.ts';
import type { Piece } from '../../src/view/style.ts';

const none: Piece['style'] = { strong: false, emphasis: false, delete: false };

const pieces = (value: string, style: Partial<Piece['style']> = {}): readonly Piece[] =>
  linesOf(value).map((node) => ({ node, style: { ...none, ...style } }));

const br: PhrasingContent = { type: 'break' };

test('white space at the ends of a line is a text of its own', () => {
  expect(linesOf(' a b\u200b \n\nc')).toEqual([text(' '), text('a b'), text(' '), br, br, text('c')]);
});

test('an empty line ends a paragraph, also where it has spaces in it', () => {
  expect(paragraphs(pieces('\na\nb\n \n\nc\n'))).toEqual([[text('a'), br, text('b')], [text('c')]]);
  expect(paragraphs(pieces(' \n '))).toEqual([]);
});

test('neighbours of one style stand in one node, and no style begins or ends blank', () => {
  const bold = { strong: true } as const;
  const line = [...pieces('a ', bold), ...pieces('b', { ...bold, emphasis: true }), ...pieces(' c')];
  expect(nested(line)).toEqual([strong('a ', { type: 'emphasis', children: [text('b')] }), text(' c')]);
  expect(nested(trimmed([...pieces(' ', bold), ...pieces('x')]))).toEqual([text('x')]);
});

test('a link in a link is its own words, in its style', () => {
  const style = { ...none, strong: true };
  expect(unlinked([{ node: link('https://example.org/', 'a', 'b'), style }])).toEqual([
    { node: text('a'), style },
    { node: text('b'), style },
  ]);
});
