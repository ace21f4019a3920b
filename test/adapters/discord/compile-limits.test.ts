/** Whatever a view holds, Discord takes what it becomes: within every limit, with nobody called, and no text is markup. */
import { describe, expect, test } from '@jest/globals';
import { ComponentType } from 'discord.js';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import type { Component } from '../../../adapters/discord/compile.ts';
import { textsOf } from '../../../adapters/discord/compile/block.ts';
import { componentLimits, messageText } from '../../../adapters/discord/limits.ts';
import { outgoing } from '../../../adapters/discord/outgoing.ts';
import { plainText } from '../../../src/content/plain.ts';
import type { Next } from '../../../src/port.ts';
import { plainly } from '../../../src/view/safe.ts';
import { anyTree, hostile } from '../../any-tree.ts';
import { messageFaults } from '../../discord/check/message.ts';
import type { Payload } from '../../discord/check/message.ts';
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
        const { body: message } = outgoing(view, locale);
        const { components } = message;
        expect(messageFaults(message as Payload, message.flags)).toEqual([]);
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
        const { components, allowed_mentions: allowed } = outgoing(view, 'en').body;
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

/** An emoji in the words of a link stands behind it. */
const emoji = /\p{Extended_Pictographic}/gu;

const wordsOf = (text: string): readonly string[] =>
  plainly(text.replace(emoji, ' ').normalize('NFKC')).match(/[\p{L}\p{N}]+/gu) ?? [];
