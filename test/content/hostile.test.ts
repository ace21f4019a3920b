/** Files that are built, or broken, to hurt: each is read within its time and stays findable. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readSection } from '../../src/content/report.ts';
import { context, read } from './context.ts';

const LIMIT = 5000;

/** Longer blocks are plain text. */
const LONGEST = 39_000;

/** Milliseconds of work that reading a text takes: what else the machine has to do is no matter of the text. */
function work(text: string): number {
  const before = process.cpuUsage();
  read(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The text so many times, each time with another number for `%`. */
const numbered = (text: string, times: number): string =>
  Array.from({ length: times }, (_, number) => text.replace('%', String(number))).join('');

describe('a report is read in time', () => {
  test.each<[string, string]>([
    [
      'with 2,000 list items',
      Array.from({ length: 2000 }, (_, n) => `${'  '.repeat(n % 5)}- 項目 ${n}`).join('\n'),
    ],
    ['with 500 headings', Array.from({ length: 500 }, (_, n) => `## title ${n}\n`).join('\n')],
    ['with pictures in its text', `![x](data:image/png;base64,${'A'.repeat(1_400_000)})`],
    ['with one line of a megabyte', 'あ'.repeat(1_000_000)],
    ['with 20,000 brackets', '['.repeat(20_000)],
    ['with 5,000 quotes', `${'>'.repeat(5000)}x`],
    [
      'with a list 500 deep',
      Array.from({ length: 500 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n'),
    ],
    ['with a heading of spaces', `## x${' '.repeat(50_000)}y`],
    ['with a wall of addresses', 'a@b.c '.repeat(10_000)],
    ['with 20,000 open tags', '<div>'.repeat(20_000)],
    ['with 20,000 open templates', '{% '.repeat(20_000)],
    ['with 20,000 dashes', `## ${'a - '.repeat(20_000)}`],
    ['with bold HTML on 3,000 lines', 'text <b>x</b> y\n'.repeat(3000)],
    [
      'with 5,000 links in a list',
      Array.from({ length: 5000 }, (_, n) => `- [link ${n}](https://example.com/${n})`).join('\n'),
    ],
    ['with NUL bytes', 'a\0b\n# x\0'],
  ])('%s', (_, text) => {
    expect(work(text)).toBeLessThan(LIMIT);
  });

  /** What stands once, and what stands as often as there is room for. */
  test.each<[string, string, string]>([
    ['with links that hold no word', '', '<a href=x>'],
    ['with closed links that hold no word', '', '<a href=x></a>'],
    ['with nothing but spaces between tags', '', '<span> '],
    ['with formatting that is open in every paragraph', `<p>${numbered('<b id=%>', 90)}`, '<p>x'],
    ['with formatting around blocks', '', '<a><div><b>'],
    ['with lists in lists', '', '<ul><li>'],
    ['with tables in tables', '', '<table><tr><td>'],
    ['with a table of many columns and rows', `<table><tr>${'<td>'.repeat(4000)}`, '<tr>'],
    ['with cells that span many columns', '', '<table><tr><td colspan=1000>x</table>'],
    ['with cells that span many rows', `<table><tr>${'<td rowspan=0>'.repeat(1200)}`, '<tr><td>'],
    ['with a drawing', '<svg>', '<path/>'],
    ['with drawings in formulas', '', '<svg><math>'],
    [
      'with many fields of many choices',
      `<datalist id=d>${'<option>x'.repeat(2000)}</datalist>`,
      '<input list=d>',
    ],
    ['with spaces in a field', '<textarea>', ' '],
    ['with choices without an end', '', '<select><option>'],
    ['with frames', '', '<iframe src=//x></iframe>'],
    ['with scripts without an end', '', 'x <script> '],
    ['with comments without an end', '', 'x<!--'],
    ['with an attribute without an end', '', 'x<a b="'],
    ['with entities', '<div>', '&#32;'],
    ['with addresses', '', '<https://a.b>'],
    ['with Markdown in HTML', '\n\n<i>\n\n', 'x x x x x x x\n\n'],
  ])('%s', (_, once, often) => {
    expect(work(`word ${once}${often.repeat((LONGEST - once.length) / often.length)}`)).toBeLessThan(3000);
  });
});

test('one cell that spans a billion columns is a cell', () => {
  expect(read('<table><tr><td colspan=1000000000 rowspan=1000000000>word</table>').text).toBe('word');
});

test('words are kept where HTML nests too deeply, and where Markdown around it does', () => {
  const nested = Array.from({ length: 35 }, (_, depth) => `${'  '.repeat(depth)}- ${'<ul>'.repeat(90)}word`);
  for (const text of [`${'<ul>'.repeat(5000)}word`, `<div>${'<b>'.repeat(200)}word`, nested.join('\n\n')])
    expect(read(text).text).toContain('word');
});

test('what is too deep or too long is text, with a problem', () => {
  expect(read('['.repeat(20_000))).toMatchObject({ problems: [{ line: 1, code: 'nesting-too-deep' }] });
  expect(read('x'.repeat(200_000))).toMatchObject({ problems: [{ line: 1, code: 'section-too-long' }] });
});

/** What Markdown, HTML and templates are made of, to be put together wrongly. */
const PIECES = [
  '# a',
  '## b - @x',
  '- [@y](https://twitter.com/y)さん z',
  '<h2>',
  '</h2>',
  '<div>',
  '<title>',
  '```',
  '---',
  '{%',
  '%}',
  '[1]',
  '[1]: https://example.com',
  '| a | b |',
  '> q',
  '- ',
  '\t',
  '**',
  '![](//x)',
  '<!--',
  '-->',
  '1. ',
  '\u3000',
  '\0',
];

test('no text makes reading throw, and every section can be read', () => {
  const piece = fc.constantFrom(...PIECES);
  const text = fc.array(piece, { maxLength: 14 }).map((all) => all.join('\n'));
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (source) => {
      for (const { id, line } of read(source, 'a.md').sections) {
        expect(readSection({ path: 'a.md', text: source }, context, id)).not.toBeNull();
        expect(line).toBeGreaterThan(0);
      }
    }),
    { numRuns: 60 },
  );
});
