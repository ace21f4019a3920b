/** Whatever a view holds, Discord takes what it becomes: within every limit, with nobody called, and no text is markup. */
import { describe, expect, test } from '@jest/globals';
import { ComponentType } from 'discord.js';
import * as fc from 'fast-check';
import type { Nodes, PhrasingContent, Root } from 'mdast';
import { compile } from '../../../adapters/discord/compile.ts';
import type { Component } from '../../../adapters/discord/compile.ts';
import { textsOf } from '../../../adapters/discord/compile/block.ts';
import { componentLimits, messageText } from '../../../adapters/discord/limits.ts';
import { outgoing } from '../../../adapters/discord/outgoing.ts';
import { plainText } from '../../../src/content/plain.ts';
import type { Next } from '../../../src/port.ts';
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
import { anyTree, hostile } from '../../any-tree.ts';
import { markupIn } from './markup.ts';
import { treeFrom } from './spoken.ts';

const english = { locale: 'en' } as const;

const next: fc.Arbitrary<Next> = fc.record({
  label: fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 200 })),
  command: fc.constantFrom('search', 'report'),
  input: fc.string({ unit: 'grapheme', maxLength: 150 }),
});

const views = fc.record({ body: anyTree, next: fc.array(next, { maxLength: 40 }) });

const contentOf = (components: readonly Component[]): readonly string[] =>
  components.flatMap((each) => (each.type === ComponentType.TextDisplay ? [each.content] : []));

const buttonsIn = (components: readonly Component[]) =>
  components.flatMap((each) => (each.type === ComponentType.ActionRow ? each.components : []));

describe('any view', () => {
  test('is within the limits of a message', () => {
    fc.assert(
      fc.property(views, fc.constantFrom('ja' as const, 'en' as const), (view, locale) => {
        const { components } = compile(view, { locale });
        const texts = contentOf(components);
        const buttons = buttonsIn(components);
        expect(components.length).toBeGreaterThan(0);
        expect(components.length + buttons.length).toBeLessThanOrEqual(componentLimits.inMessage);
        expect(texts.join('').length).toBeLessThanOrEqual(messageText);
        expect(texts.filter((text) => text.trim() === '' || !text.isWellFormed())).toEqual([]);
        expect(components.at(0)?.type).not.toBe(ComponentType.Separator);
        expect(new Set(buttons.map((button) => button.custom_id)).size).toBe(buttons.length);
        for (const { custom_id: id, label = '' } of buttons) {
          expect(id.length).toBeLessThanOrEqual(componentLimits.customId);
          expect(label.length).toBeGreaterThan(0);
          expect(label.length).toBeLessThanOrEqual(componentLimits.buttonLabel);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('calls nobody, and has no markup but its own', () => {
    const own = new Set([
      'strong',
      'emphasis',
      'delete',
      'code',
      'fence',
      'quote',
      'heading',
      'list',
      'link',
      'address',
      'time',
    ]);
    fc.assert(
      fc.property(views, (view) => {
        const { components, allowed_mentions: allowed } = outgoing(view, 'en');
        expect(allowed).toEqual({ parse: [], users: [], roles: [], replied_user: false });
        expect(
          contentOf(components)
            .flatMap(markupIn)
            .filter((name) => !own.has(name)),
        ).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('says the same words when it is read again', async () => {
    await fc.assert(
      fc.asyncProperty(anyTree, async (body) => {
        const read = await treeFrom({ content: textsOf(body, english).join('\n\n') });
        const said = wordsOf(plainText(read)).join('');
        expect(
          saidIn(body)
            .flatMap(wordsOf)
            .filter((word) => !said.includes(word)),
        ).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

/** All that a tree says, addresses, pictures and instants apart. */
const saidIn = (node: Nodes): readonly string[] => {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return [node.value];
  return 'children' in node ? node.children.flatMap(saidIn) : [];
};

const wordsOf = (text: string): readonly string[] =>
  plainly(text.normalize('NFKC')).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Signs that mean something to Discord, close together. */
const tricky = fc
  .array(
    fc.constantFrom(
      ...'*_~|`<>[]()@#-+:.!\\/ \n\u3000\u200b\u2060a1あ',
      ...[
        '**',
        '__',
        '||',
        '~~',
        '```',
        '-# ',
        '# ',
        '> ',
        '>>> ',
        '1. ',
        '- ',
        '@everyone',
        '@here',
        '<@1>',
      ],
      ...['<@&1>', '<#1>', '<t:1:R>', '</a:1>', '<id:guide>', '<:a:1>', '<a:a:1>', ':wave:', 'https://e.org'],
      ...['](https://e.org)', '<https://e.org>', '<a@e.org>', '<tel:1>', '@\u200beveryone', '¯\\_(ツ)_/¯'],
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''));

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
