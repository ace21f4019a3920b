/** Trees as no person would write them: every node, hostile text, and far too much of it. */
import * as fc from 'fast-check';
import type { BlockContent, ListItem, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import { link, root } from '../src/view/build.ts';
import { xss } from './fixtures/xss.ts';

/** What a chat could take for a mention, markup or something to run. */
export const hostile = [
  '@everyone',
  '@here',
  '<!channel>',
  '<!here|here>',
  '<!subteam^S1|@team>',
  '<@U1>',
  '<#C1|general>',
  '<@&1>',
  '*bold*',
  '_a_',
  '~x~',
  '```',
  '`',
  '> quote',
  '&amp;lt;',
  ':wave:',
  '{{ site.x }}',
  '\u202e',
  '👩‍👩‍👧‍👦',
  '監視どうする?',
  '\n',
  ' ',
  '',
  ...xss,
];

const value = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostile) },
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) },
  { weight: 1, arbitrary: fc.nat(200).map((times) => 'ながい text '.repeat(times)) },
);

const url = fc.oneof(
  fc.constantFrom(
    'https://example.org/a?b&c',
    'javascript:alert(1)',
    'mailto:a@example.org',
    'slack://x',
    '',
  ),
  fc.webUrl(),
  fc.nat(4000).map((length) => `https://example.org/${'a'.repeat(length)}`),
);

const time = fc
  .record({
    instant: fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
    isDay: fc.boolean(),
    style: fc.constantFrom('day' as const, 'moment' as const, 'clock' as const),
  })
  .map(({ instant, isDay, style }): PhrasingContent => ({
    type: 'time',
    value: isDay ? instant.toISOString().slice(0, 10) : instant.toISOString(),
    zone: 'Asia/Tokyo',
    style,
  }));

const leaf: fc.Arbitrary<PhrasingContent> = fc.oneof(
  { weight: 6, arbitrary: value.map((text): PhrasingContent => ({ type: 'text', value: text })) },
  value.map((text): PhrasingContent => ({ type: 'inlineCode', value: text })),
  value.map((text): PhrasingContent => ({ type: 'html', value: text })),
  fc.constant<PhrasingContent>({ type: 'break' }),
  fc.tuple(url, value).map(([to, alt]): PhrasingContent => ({ type: 'image', url: to, alt })),
  value.map((label): PhrasingContent => ({ type: 'footnoteReference', identifier: 'a', label })),
  time,
);

const { phrasing } = fc.letrec<{ phrasing: PhrasingContent[]; one: PhrasingContent }>((tie) => ({
  phrasing: fc.array(tie('one'), { maxLength: 4 }),
  one: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    tie('phrasing').map((children): PhrasingContent => ({ type: 'strong', children })),
    tie('phrasing').map((children): PhrasingContent => ({ type: 'emphasis', children })),
    tie('phrasing').map((children): PhrasingContent => ({ type: 'delete', children })),
    fc.tuple(url, tie('phrasing')).map(([to, children]) => link(to, ...children)),
  ),
}));

const paragraph = phrasing.map((children): BlockContent => ({ type: 'paragraph', children }));

const row = fc.array(phrasing, { maxLength: 4 }).map((cells): TableRow => ({
  type: 'tableRow',
  children: cells.map((children) => ({ type: 'tableCell', children })),
}));

const { flow } = fc.letrec<{ flow: BlockContent[]; one: BlockContent; item: ListItem }>((tie) => ({
  flow: fc.array(tie('one'), { maxLength: 5 }),
  item: fc
    .tuple(tie('flow'), fc.option(fc.boolean()))
    .map(([children, checked]): ListItem => ({ type: 'listItem', checked, children })),
  one: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    paragraph,
    value.map((text): BlockContent => ({ type: 'code', value: text })),
    value.map((text): BlockContent => ({ type: 'html', value: text })),
    fc.constant<BlockContent>({ type: 'thematicBreak' }),
    fc
      .tuple(phrasing, fc.constantFrom(1 as const, 2 as const, 3 as const, 5 as const))
      .map(([children, depth]): BlockContent => ({ type: 'heading', depth, children })),
    fc.array(row, { maxLength: 4 }).map((children): BlockContent => ({ type: 'table', children })),
    tie('flow').map((children): BlockContent => ({ type: 'blockquote', children })),
    fc
      .tuple(fc.boolean(), fc.nat(20), fc.array(tie('item'), { maxLength: 5 }))
      .map(([ordered, start, children]): BlockContent => ({ type: 'list', ordered, start, children })),
  ),
}));

/** A few blocks, or very many. */
export const anyTree: fc.Arbitrary<Root> = fc.oneof(
  flow.map((children) => root(...children)),
  fc
    .tuple(flow, fc.integer({ min: 2, max: 12 }))
    .map(([children, times]) => root(...Array.from({ length: times }, (): RootContent[] => children).flat())),
);
