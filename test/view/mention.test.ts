/** Mentions become names, and names are text. */
import type { Root } from 'mdast';
import { describe, expect, test } from '@jest/globals';
import type { PhrasingContent } from 'mdast';
import { hash } from '../../adapters/hash/index.ts';
import { bullets, item, paragraph, root, strong } from '../../src/view/build.ts';
import { withNamed, withNames } from '../../src/view/mention.ts';
import type { Mention } from '../../src/view/node.ts';

const mention = (of: Mention['of'], id: string, name = ''): PhrasingContent => ({
  type: 'mention',
  of,
  id,
  name,
});

const names = (known: Readonly<Record<string, string>>) => {
  const asked: string[] = [];
  const nameOf = async ({ id }: { readonly id: string }): Promise<string | null> => {
    asked.push(id);
    return known[id] ?? null;
  };
  return { asked, nameOf, hash };
};

/** Without whose name a text is. */
const asShown = (tree: Root): unknown =>
  JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'data' ? undefined : value)));

describe('a mention', () => {
  test('of a person is a text that says whose name it is, so that it can be another one', async () => {
    const tree = root(paragraph(mention('person', 'U1'), mention('channel', 'C1')));
    expect(await withNames(tree, names({ U1: '花子', C1: 'general' }))).toEqual(
      root(paragraph({ type: 'text', value: '@花子', data: { person: 'U1' } }, '#general')),
    );
  });

  test('is a name with the sign of its kind, at any depth', async () => {
    const tree = root(
      bullets([item(paragraph(strong(mention('person', 'U1'), ' in ', mention('channel', 'C1'))))]),
    );
    expect(asShown(await withNames(tree, names({ U1: '花子', C1: 'general' })))).toEqual(
      root(
        bullets([
          item(
            paragraph({
              type: 'strong',
              children: ['@花子', ' in ', '#general'].map((value) => ({ type: 'text', value })),
            }),
          ),
        ]),
      ),
    );
  });

  test('is asked for once, however often it is there', async () => {
    const known = names({ U1: 'a' });
    await withNames(root(...Array.from({ length: 20 }, () => paragraph(mention('person', 'U1')))), known);
    expect(known.asked).toEqual(['U1']);
  });

  test('has the name that stands beside it where nobody knows a better one', async () => {
    const tree = root(paragraph(mention('role', 'S1', 'team'), mention('person', 'U1', 'old')));
    expect(asShown(await withNames(tree, names({ U1: 'new' })))).toEqual(root(paragraph('@team', '@new')));
  });

  test('of nobody is unknown, with four digits of its own', async () => {
    const ids = ['U1', 'U2', 'U3', 'C1'];
    const shown = await Promise.all(
      ids.map(async (id) =>
        JSON.stringify(asShown(await withNames(root(paragraph(mention('person', id))), names({})))),
      ),
    );
    expect(new Set(shown).size).toBe(ids.length);
    for (const [index, tree] of shown.entries()) {
      expect(tree).toMatch(/"@unknown-[0-9a-f]{4}"/);
      expect(tree).not.toContain(ids[index]);
    }
  });

  test('by a name that disguises is plain', async () => {
    const tree = root(paragraph(mention('person', 'U1')));
    expect(asShown(await withNames(tree, names({ U1: 'a\u202eb' })))).toEqual(root(paragraph('@ab')));
  });
});

describe('a mention in what is said to the bot', () => {
  test('of a person or a channel stays one, by its name; a role is text', async () => {
    const tree = root(
      paragraph(mention('person', 'U1'), mention('channel', 'C1', 'old'), mention('role', 'S1')),
    );
    expect(await withNamed(tree, names({ U1: '花子', C1: 'general', S1: 'team' }))).toEqual(
      root(paragraph(mention('person', 'U1', '花子'), mention('channel', 'C1', 'general'), '@team')),
    );
  });

  test('has the name that the platform put there, or none of anybody’s', async () => {
    const tree = root(paragraph(mention('channel', 'C1', 'as typed'), mention('channel', 'C2')));
    const shown = JSON.stringify(await withNamed(tree, names({})));
    expect(shown).toContain('"name":"as typed"');
    expect(shown).toMatch(/"name":"unknown-[0-9a-f]{4}"/);
  });
});
