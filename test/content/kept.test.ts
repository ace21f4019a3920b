/** Search can only find what a report's texts hold: every word of a file's body stands in one of them. */
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Report } from '../../src/model.ts';
import { read } from './context.ts';

const textOf = ({ title, text, sections }: Report): string =>
  [title, text, ...sections.flatMap((section) => [section.heading, section.title, section.text])].join('\n');

/** Everything that a word may stand in; `@` is where it does. */
const PLACES = [
  '@',
  '# @',
  '##@',
  '@\n===',
  '@\n---',
  '- @',
  '  - @',
  '1. @',
  '> @',
  '> - @',
  '`@`',
  '**@**',
  '```\n@\n```',
  '```\n@',
  '    @',
  '[@](https://example.com/)',
  '![@](https://example.com/a.png)',
  '[@][1]',
  '[1]: https://example.com/',
  '[^1]: @',
  '| @ | b |\n| - | - |\n| c | @ | @ |',
  '<p>@</p>',
  '<div>',
  '</div>',
  '<h2>@</h2> @',
  '<h3>@',
  '<title>',
  '<ul><li>@</li></ul>',
  '<details><summary>@</summary>',
  '<select><option>@</option></select>',
  '<pre><code>@</code></pre>',
  '<table><tr><td>@</td></tr></table>',
  '<noscript>@</noscript>',
  '<svg><text>@</text></svg>',
  '<textarea>',
  '<b>@',
  ':::message @',
  ':::details @',
  ':::',
  '■ @',
  '【@】',
  '{% include x %} @',
  '{{ @',
  '@ - @',
  '- @ by @',
  'Speaker: @',
  '***',
  '',
];

const place = fc.constantFrom(...PLACES);

test('no word of a file is lost to search, whatever it stands in', () => {
  fc.assert(
    fc.property(fc.array(place, { maxLength: 12 }), (places) => {
      let count = 0;
      const text = places.join('\n').replaceAll('@', () => `word${(count += 1)}x`);
      const kept = textOf(read(text));
      const lost = Array.from({ length: count }, (_, index) => `word${index + 1}x`).filter(
        (word) => !kept.includes(word),
      );
      expect(lost).toEqual([]);
    }),
    { numRuns: Number(process.env['RUNS'] ?? 200) },
  );
});

test.each([
  ['line', ' '],
  ['paragraph', '\n'],
])('no word is lost at the end of a %s of 60,000 characters', (_, gap) => {
  const long = `${`word${gap}`.repeat(12_000)}lastword`;
  expect(textOf(read(long))).toContain('lastword');
  expect(textOf(read(`\`\`\`\n${long}\n\`\`\``))).toContain('lastword');
  expect(textOf(read(`## a\n\n<p>${long}</p>`))).toContain('lastword');
  expect(textOf(read(`- ${long}`))).toContain('lastword');
});
