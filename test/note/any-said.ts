/** Messages as people may write them: few blocks, and in them whatever could mean something to what reads the file. */
import * as fc from 'fast-check';
import type { BlockContent, PhrasingContent, Root } from 'mdast';
import type { Entry } from '../../src/note/manuscript.ts';
import { bullets, code, emphasis, heading, item, link, paragraph, quote } from '../../src/view/build.ts';
import { root, strong, text } from '../../src/view/build.ts';
import { line } from './said.ts';

const marker = '<!-- notes:end abcdefghi2 aaaaaaaaaa -->';

/** Each of them means something to a parser, a template engine, the importer, or to the bot. */
export const hostileWords = [
  '---',
  '---js',
  '+++',
  ';;;',
  '...',
  '---\nlayout: evil\n---',
  '***',
  '# Talk 1: Evil by Mallory',
  '##glued',
  '# x',
  'x\n===',
  'x\n--',
  '1. x',
  '- x',
  '> x',
  '| a | b |\n| - | - |',
  '```',
  '~~~',
  '    x',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<iframe src="https://example.org">',
  '<pre><code>',
  '</code></pre>',
  '<!--',
  '-->',
  '<!-- x -->',
  marker,
  `x\n${marker}`,
  `x\r${marker}\r`,
  '<!-- notes:begin abcdefghi2 -->',
  '{% include /etc/passwd %}',
  '{{ site.github }}',
  '{%raw%}',
  '{{< readfile >}}',
  '{{% x %}}',
  '{# x',
  '{',
  '}',
  '{expr}',
  'import x from "x"',
  '$& $1 $` $$',
  '[x]: https://example.org',
  '[x](y)',
  '![x](y)',
  '[^1]',
  'www.example.org',
  'a@example.org',
  '&lt;',
  '&amp;#123;',
  '\\',
  '\\{',
  '`',
  '*',
  '**x**',
  '_x_',
  '~x~',
  '\u202e',
  '\u2028',
  '\uFEFF',
  'x\uFDD0{',
  '\0',
  '■ 見出し',
  '【見出し】',
  'そうですね。',
  '👩‍👩‍👧‍👦',
];

const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...hostileWords) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
  {
    weight: 2,
    arbitrary: fc.array(fc.constantFrom(...hostileWords), { maxLength: 3 }).map((all) => all.join('\n')),
  },
);

const some = words.filter((value) => value.trim() !== '');

const leaf: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 4, arbitrary: some.map(text) },
  some.map(code),
  some.map((value): PhrasingContent => strong(value)),
  some.map((value): PhrasingContent => emphasis(value)),
  fc
    .tuple(fc.constantFrom('https://example.org/{{x}}', 'https://example.org/a?b=(c)&d'), some)
    .map(([url, said]): PhrasingContent => link(url, said)),
);

/** With words between them: of two runs of stars that touch Markdown does not always know which is which. */
const phrasing = fc
  .array(leaf, { minLength: 1, maxLength: 3 })
  .map((leaves) => leaves.flatMap((each, index) => (index === 0 ? [each] : [text(' と '), each])));

const block: fc.Arbitrary<BlockContent> = fc.oneof(
  { weight: 4, arbitrary: phrasing.map((parts) => paragraph(...parts)) },
  fc
    .record({ value: words, lang: fc.constantFrom(null, 'js', 'c++', '{{x}}') })
    .map(({ value, lang }): BlockContent => ({ type: 'code', lang, value })),
  phrasing.map((parts) => quote(paragraph(...parts))),
  phrasing.map((parts) => bullets([item(paragraph(...parts)), item(paragraph('x'))])),
  words.map((value): BlockContent => bullets([item(paragraph('x'), { type: 'code', value })])),
  phrasing.map((parts) => heading(1, ...parts)),
);

/** One block. */
export const anyLine: fc.Arbitrary<Root> = block.map((node) => root(node));

export const anyBody: fc.Arbitrary<Root> = fc
  .array(block, { minLength: 1, maxLength: 3 })
  .map((blocks) => root(...blocks));

const name = fc.option(fc.oneof(fc.constantFrom('hanako', 'ken', 'by ken', '@ken'), some), { nil: null });

const quoted = fc
  .record({ author: name, of: fc.constantFrom('M0', null), body: anyBody })
  .map((each) => [each]);

const file = fc
  .record({ name: words, path: fc.constantFrom('assets/ab12.png', null), isImage: fc.boolean() })
  .map((each) => [each]);

/** One after the other, in the same minute or not. */
export const anyEntries: fc.Arbitrary<readonly Entry[]> = fc
  .array(
    fc.record({
      author: name,
      body: anyBody,
      minute: fc.nat(30),
      isEdited: fc.boolean(),
      quotes: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, quoted),
      files: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, file),
    }),
    { maxLength: 3 },
  )
  .map((all) =>
    all.map(({ author, minute, isEdited, ...said }, index) => {
      const made = line(author, minute, said);
      return { ...made, id: `M${index}`, edited: isEdited ? made.at : null };
    }),
  );

export const anyWords = words;
