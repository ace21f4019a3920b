/** HTML of services, also that of somebody who means harm: its words, and nothing else, soon. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readDescription } from '../../src/feed/description.ts';

const textOf = (html: string): string => readDescription(html).text;

test.each([
  [
    '<h2>Agenda</h2>\n<p>One<br>Two</p><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>',
    'Agenda\nOne\nTwo\na\nb\nc',
  ],
  ['<p>one\n  line</p>', 'one line'],
  ['plain text\nof two lines & more', 'plain text\nof two lines & more'],
  ['a <b>bold</b>, <em>fine</em>word', 'a bold, fineword'],
  ['<table><tr><td>a</td><td></td><td>b<br>c</td></tr><tr><td>d</table>e', 'a  b\nc\nd\ne'],
  ['&lt;b&gt; &amp;amp; &quot;&#39;&#x1F363;&nbsp;x&hellip;', '<b> &amp; "\'🍣 x…'],
  ['&#0;&#8;&#xD800;&#x110000;&nothing;&', '&#0;&#8;&#xD800;&#x110000;&nothing;&'],
  ['<script>alert(1)</script><style>p{}</style><p>x<!-- <p>y</p> -->z</p>', 'xz'],
  ['<p>x</p><script>alert(1)', 'x'],
  ['<p>x</p><!-- y', 'x'],
  ['<SCRIPT type="x">1</SCRIPT ><P CLASS="x">y</P>', 'y'],
  ['<iframe src="https://example.org">x</iframe><img src=x onerror=alert(1) alt="a">y', 'y'],
  ['1 < 2 and 3 > 2, <3', '1 < 2 and 3 > 2, <3'],
  ['<a href="javascript:alert(1)">x</a>', 'x'],
  ['', ''],
])('%j', (html, expected) => {
  expect(textOf(html)).toBe(expected);
});

describe('text that is built to be slow is read soon', () => {
  const size = 100_000;
  const filled = (piece: string): string => piece.repeat(Math.ceil(size / piece.length));
  test.each([
    '<b>',
    '<a href=x>',
    '<a href="',
    '<div>',
    '<td>x',
    '<table><tr><td>',
    '<tr><td>19:00<td>a (b)',
    '<script',
    '<script>',
    '<!--',
    '<!-',
    '<a ',
    '</',
    '<',
    '&#',
    '&amp;',
    ' \n',
    '@',
    '(',
    '「',
    '19:00',
    '19:00 a - b (c) / @d\n',
    `19:00 ${'(@a '.repeat(70)}\n`,
    `LT1: ${'名 '.repeat(140)}\n`,
  ])('%j', (piece) => {
    const begun = performance.now();
    readDescription(filled(piece));
    // A parser that makes a tree of it takes up to minutes; this takes a fifth of a second at most where nobody else works.
    expect(performance.now() - begun).toBeLessThan(3000);
  });
});

test('no text is too strange', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<td>',
    '<tr>',
    '<a href="https://x.com/y">',
    '</a>',
    '<!--',
    '<script>',
    '&amp;',
    '19:00 ',
    ' - ',
    '@a',
    '(b)',
    '|',
    '\n',
    '20分',
    'LT1: ',
    ' / ',
    '「',
    '」',
  );
  const html = fc
    .array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 40 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(html, (text) => {
      const { talks } = readDescription(text);
      for (const { title, speakers, minutes } of talks) {
        expect(title.trim()).not.toBe('');
        expect(speakers.length).toBeGreaterThan(0);
        expect(minutes === null || (minutes >= 0 && minutes < 1000)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
