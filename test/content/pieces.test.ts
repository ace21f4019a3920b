import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { parseMarkdown } from '../../src/content/markdown.ts';
import { cutsOf, joined } from '../../src/content/pieces.ts';

/** Without positions, and without whether blank lines stand between items. */
function bare(nodes: readonly Nodes[]): unknown {
  return JSON.parse(
    JSON.stringify(nodes, (key, value: unknown) =>
      key === 'position' || key === 'spread' ? undefined : value,
    ),
  ) as unknown;
}

const piecesOf = (lines: readonly string[]) => {
  const cuts = cutsOf(lines);
  return cuts.map((from, index) => lines.slice(from, cuts[index + 1]).join('\n'));
};

const long = '箱の話の続き'.repeat(12);
const BLOCKS: readonly (readonly string[])[] = [
  [`- ${long}`],
  [`- ${long}`, '  - 大', '    続き'],
  [`- ${long}`, '', '  段落'],
  [`* ${long}`],
  [`1. ${long}`],
  ['', long, ''],
  ['', '```', '- x', '', long, '```', ''],
  ['', `> ${long}`, ''],
];

test('a text in pieces is the tree of the whole text', () => {
  const blocks = fc.array(fc.constantFrom(...BLOCKS), { minLength: 20, maxLength: 60 });
  fc.assert(
    fc.property(blocks, (all) => {
      const lines = all.flat();
      const trees = piecesOf(lines).map((text) => parseMarkdown(text).children);
      expect(bare(joined(trees))).toEqual(bare(parseMarkdown(lines.join('\n')).children));
    }),
    { numRuns: 40 },
  );
});

test('pieces of a long list are short, and no line is lost', () => {
  const lines = Array.from({ length: 1000 }, (_, n) => `- ${n} ${long}`);
  const pieces = piecesOf(lines);
  expect(pieces.join('\n')).toBe(lines.join('\n'));
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(2000);
});
