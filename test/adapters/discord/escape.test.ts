/** No text is markup in Discord: held against the rules of its own client, and against what we read ourselves. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { PhrasingContent, Root } from 'mdast';
import { textsOf } from '../../../adapters/discord/compile/block.ts';
import { plainText } from '../../../src/content/plain.ts';
import {
  bullets,
  code,
  heading,
  item,
  link,
  paragraph,
  quote,
  root,
  strong,
} from '../../../src/view/build.ts';
import { plainly } from '../../../src/view/safe.ts';
import { hostile } from '../../any-tree.ts';
import { markupIn, styledIn } from './markup.ts';
import { treeFrom } from './spoken.ts';

const english = { locale: 'en' } as const;

/** Signs that mean something to Discord, close together. */
const signs = [
  ...'* _ ~ | ` < > [ ] ( ) @ # - + : . ! \\ / \n \u3000 \u200b \u2060 a 1 あ ** __ || ~~ ``` -# >>> 1. '.split(
    ' ',
  ),
  ...'@everyone @here <@1> <@&1> <#1> <t:1:R> </a:1> <id:guide> <:a:1> <a:a:1> :wave: @\u200beveryone'.split(
    ' ',
  ),
  ...'https://e.org ](https://e.org) <https://e.org> <a@e.org> <tel:1> ¯\\_(ツ)_/¯'.split(' '),
  ' ',
];

const tricky = fc.array(fc.constantFrom(...signs), { maxLength: 14 }).map((parts) => parts.join(''));

const anyText = fc.oneof(
  { weight: 3, arbitrary: tricky },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(...hostile) },
);

const written = (...children: readonly PhrasingContent[]): string =>
  textsOf(root(paragraph(...children)), english).join('');

const shown = (text: string): string => plainly(text.toWellFormed()).replaceAll('\n', ' ').trim();

describe('any text', () => {
  const runs = { numRuns: 2000 };

  test.each([
    ['strong', '**a**'],
    ['emphasis', 'a_b_'],
    ['underline', '__a__'],
    ['delete', '~~a~~'],
    ['spoiler', '||a||'],
    ['code', '`a`'],
    ['fence', '```a```'],
    ['quote', 'a\n> b'],
    ['heading', '# a'],
    ['subtext', '-# a'],
    ['list', '- a'],
    ['list', '1. a'],
    ['link', '[a](https://e.org)'],
    ['address', '<https://e.org>'],
    ['preview', 'xhttps://e.org'],
    ['mention', '<@!1>'],
    ['everyone', '@everyone'],
    ['command', '</a b:1>'],
    ['guide', '<id:guide>'],
    ['time', '<t:1>'],
    ['emoji', '<a:a:1>'],
    ['shortcode', ':wave:'],
  ])('would be %s as %j', (name, value) => {
    expect(markupIn(value)).toContain(name);
    expect(markupIn(written({ type: 'text', value }))).toEqual([]);
  });

  test('is no markup wherever it stands', () => {
    const places: readonly (readonly [own: readonly string[], of: (text: string) => Root])[] = [
      [[], (value) => root(paragraph(value))],
      [[], (value) => root(paragraph('a', { type: 'break' }, value))],
      [['heading'], (value) => root(heading(2, value))],
      [['quote'], (value) => root(quote(paragraph(value)))],
      [['list'], (value) => root(bullets([item(paragraph(value))]))],
    ];
    fc.assert(
      fc.property(anyText, fc.constantFrom(...places), (value, [own, treeOf]) => {
        const markup = textsOf(treeOf(value), english).flatMap(markupIn);
        expect(markup.filter((name) => !own.includes(name))).toEqual([]);
      }),
      runs,
    );
  });

  test('is the same text when it is read again', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (value) => {
        const { children } = await treeFrom({ content: written({ type: 'text', value }) });
        const text = shown(value);
        expect(children).toEqual(text === '' ? [] : [paragraph(text)]);
      }),
      runs,
    );
  });

  test('has the style that it was given, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (value, other) => {
        const content = written(strong(value), {
          type: 'delete',
          children: [{ type: 'text', value: other }],
        });
        const read = await treeFrom({ content });
        expect(plainText(read)).toBe(
          shown(plainText(root(paragraph(value.replaceAll('\n', ' '), other.replaceAll('\n', ' '))))),
        );
        expect(markupIn(content).filter((name) => name !== 'strong' && name !== 'delete')).toEqual([]);
      }),
      runs,
    );
  });

  test('leads where its link leads', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (value) => {
        const content = written(link('https://example.org/a_(b)*c*', value));
        expect(markupIn(content)).toEqual([content.startsWith('[') ? 'link' : 'address']);
        const [line] = (await treeFrom({ content })).children;
        const [first] = line?.type === 'paragraph' ? line.children : [];
        expect(first).toMatchObject({ type: 'link', url: 'https://example.org/a_%28b%29%2Ac%2A' });
      }),
      runs,
    );
  });

  test('as code is code', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (value) => {
        const inside = shown(value);
        const content = written(code(value));
        if (inside === '') return;
        expect(markupIn(content)).toEqual(['code']);
        const read = await treeFrom({ content });
        expect(plainText(read)).toBe(inside);
      }),
      runs,
    );
  });

  test('as a block of code is that', async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (value) => {
        const inside = plainly(value.toWellFormed());
        if (inside.trim() === '') return;
        const content = textsOf(root({ type: 'code', lang: 'sh', value }), english).join('');
        expect(markupIn(content)).toEqual(['fence']);
        expect(await treeFrom({ content })).toEqual(
          root({ type: 'code', lang: 'sh', value: inside.replace(/^\n+|\n+$/g, '') }),
        );
      }),
      runs,
    );
  });
});

/** Which styles a word is given. */
interface Word {
  readonly word: string;
  readonly styles: readonly string[];
}

/** Words of one line in styles that begin and end anywhere, with signs between them. */
const lineOfWords = fc.letrec<{ line: PhrasingContent[]; one: PhrasingContent }>((tie) => ({
  line: fc.array(tie('one'), { minLength: 1, maxLength: 4 }),
  one: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc
      .tuple(
        fc.constantFrom('', ' ', '_', '~', '|', '`', ']', '\\'),
        fc.nat(99),
        fc.constantFrom('', ' ', '_', '~', '\\', 'あ'),
      )
      .map(([before, word, after]): PhrasingContent => ({
        type: 'text',
        value: `${before}w${word}w${after}`,
      })),
    fc.nat(99).map((word): PhrasingContent => ({ type: 'inlineCode', value: `w${word}w` })),
    tie('line').map((children): PhrasingContent => ({ type: 'strong', children })),
    tie('line').map((children): PhrasingContent => ({ type: 'emphasis', children })),
    tie('line').map((children): PhrasingContent => ({ type: 'delete', children })),
  ),
})).line;

function wordsIn(nodes: readonly PhrasingContent[], styles: readonly string[] = []): readonly Word[] {
  return nodes.flatMap((node): readonly Word[] => {
    if ('value' in node) {
      const words = node.value.match(/w\d+w/g) ?? [];
      return words.map((word) => ({ word, styles: [...new Set(styles)].toSorted() }));
    }
    return 'children' in node ? wordsIn(node.children, [...styles, node.type]) : [];
  });
}

test('every word has the styles that it was given, in whatever order they stand', () => {
  fc.assert(
    fc.property(lineOfWords, (line) => {
      const words = styledIn(written(...line)).flatMap(({ text, styles }) =>
        (text.match(/w\d+w/g) ?? []).map((word) => ({ word, styles: [...new Set(styles)].toSorted() })),
      );
      expect(words).toEqual(wordsIn(line));
    }),
    { numRuns: 2000 },
  );
});
