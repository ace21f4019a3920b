/** Messages as people and other bots write them in Discord, as a note has them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { MessageType } from 'discord.js';
import * as fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { textsOf } from '../../../adapters/discord/compile/block.ts';
import { isSpoken } from '../../../adapters/discord/message.ts';
import { parseMarkdown } from '../../../src/content/markdown.ts';
import { hostile } from '../../any-tree.ts';
import { markdownOf, treeFrom } from './spoken.ts';

const read = (content: string): Promise<string> => markdownOf({ content });

describe('styles', () => {
  test.each([
    ['これは**太字**です', 'これは**太字**です'],
    ['*a* _b_ ***c*** ~~d~~ **e *f***', '*a* *b* ***c*** ~~d~~ **e *f***'],
    ['**a *b** c*', '**a \\*b** c\\*'],
    ['**foo__**bar__', '**foo\\_\\_**bar\\_\\_'],
    ['2 * 3 * 4, snake_case_name, 5 ** 6', '2 \\* 3 \\* 4, snake_case_name, 5 \\*\\* 6'],
    ['**a\nb**', '**a\\\nb**'],
    ['x ** a **b', 'x  **a** b'],
    ['**** ~~~~ ____', '\\*\\*\\*\\* \\~\\~\\~\\~ \\_\\_\\_\\_'],
    ['\\*no\\* \\\\ \\a', '\\*no\\* \\ \\a'],
  ])('%j is %j', async (content, markdown) => {
    expect(await read(content)).toBe(markdown);
  });

  test('that Markdown does not have are words: underlined ones as they are, spoilers between their bars', async () => {
    expect(await read('__a **b**__ ||c *d*|| e | f')).toBe('a **b** ||c *d*|| e | f');
  });
});

describe('code', () => {
  test.each([
    ['`a *b* <@1>` ``c`d``', '`a *b* <@1>` ``c`d``'],
    ['```a *b* c\n~x~```', '```\na *b* c\n~x~\n```'],
    ['```go\nx := 1\n```', '```go\nx := 1\n```'],
    ['```\n\n  x\n\n```after', '```\n  x\n```\n\nafter'],
    ['an open ``` fence **b**', 'an open \\`\\`\\` fence **b**'],
    ['> ```\n> a\n> ```', '> ```\n> a\n> ```'],
  ])('%j is %j', async (content, markdown) => {
    expect(await read(content)).toBe(markdown);
  });
});

describe('links', () => {
  test.each([
    ['[docs](https://example.org/a)', '[docs](https://example.org/a)'],
    ['[**b** [x]](<https://example.org/a_(b)> "t")', '[**b** \\[x\\]](https://example.org/a_\\(b\\))'],
    [
      '[see https://a.example/ here](https://example.org/)',
      '[see https://a.example/ here](https://example.org/)',
    ],
    ['<https://example.org/a>', '<https://example.org/a>'],
    ['see https://example.org/a.', 'see <https://example.org/a>.'],
    ['(https://example.org/a_(b))', '(<https://example.org/a_(b)>)'],
    [
      '**https://example.org/a** ||https://example.org/b||',
      '**<https://example.org/a>** ||<https://example.org/b>||',
    ],
    ['[x](javascript:alert) https://a@b.example/', '\\[x]\\(javascript:alert) https\\://a\\@b.example/'],
  ])('%j is %j', async (content, markdown) => {
    expect(await read(content)).toBe(markdown);
  });
});

describe('what stands in angle brackets', () => {
  test('is a name: of people, roles, channels, commands, emoji, and parts of the server', async () => {
    expect(await read('<@1> <@!1> <@&1> <#1> </meetup search:1> <:hatoba:1> <a:party:2> <id:guide>')).toBe(
      '@花子 @花子 @運営 #general /meetup search :hatoba: :party: #guide',
    );
  });

  test('is a name that came with the message, where nobody else knows it, or one that is the same in every message', async () => {
    const mentions = [{ id: '9', username: 'ken', global_name: 'Ken' }];
    expect(await markdownOf({ content: '<@9>', mentions })).toBe('@Ken');
    const said = await read('<@8>');
    expect(said).toMatch(/^@unknown-[0-9a-f]{4}$/);
    expect(await read('<#8>')).toBe(said);
  });

  test('is text whatever people call themselves, and no id is left but whose name it is, beside it', async () => {
    expect(await read('<@2>')).toBe('@Taro \\*the\\* \\<b>');
    const tree = await treeFrom({ content: '<@77> <@&77> <#77> </a:77> <:b:77> <a:b:77>' });
    const printed = JSON.stringify(tree, (key, value: unknown) => (key === 'data' ? undefined : value));
    expect(printed).not.toMatch(/77|"mention"/);
  });

  test.each([
    ['F', 'moment'],
    ['f', 'moment'],
    ['R', 'moment'],
    ['D', 'day'],
    ['d', 'day'],
    ['t', 'clock'],
    ['T', 'clock'],
  ])('is an instant, in the style %s as a %s', async (sign, style) => {
    expect((await treeFrom({ content: `<t:1392734382:${sign}>` })).children).toMatchObject([
      { children: [{ type: 'time', value: '2014-02-18T14:39:42.000Z', zone: 'UTC', style }] },
    ]);
  });

  test('is an address of a person, which is text and no link', async () => {
    expect(await read('<a@b.example> <mailto:a@b.example> <tel:+81312345678> <+81312345678>')).toBe(
      'a\\@b.example a\\@b.example +81312345678 +81312345678',
    );
    const { children } = await treeFrom({ content: '<mailto:a@b.example>' });
    expect(children).toEqual([{ type: 'paragraph', children: [{ type: 'text', value: 'a@b.example' }] }]);
  });

  test('is text where it is none of these', async () => {
    expect(await read('<b **x**> <t:99999999999999999> a < b > c @everyone')).toBe(
      '\\<b **x**> \\<t:99999999999999999> a < b > c @everyone',
    );
  });
});

test('standard emoji that are named are characters', async () => {
  expect(await read(':wave: 👋🏼 :docker: 10:30:45')).toBe('👋 👋🏼 :docker: 10:30:45');
});

describe('lines', () => {
  test.each([
    ['a\nb\n\n\nc\n', 'a\\\nb\n\nc'],
    ['# A\n## B\n### C\n#### D\n#e', '# A\n\n## B\n\n### C\n\n\\#### D\\\n\\#e'],
    ['-# small **b**\nnext', 'small **b**\n\nnext'],
    ['- a\n* b\n  1. c\n     - d\n  2. e\n- f', '- a\n- b\n  1. c\n     - d\n  2. e\n- f'],
    ['4. d\n5. e', '4. d\n5. e'],
    ['- a\n  more\nout', '- a\\\n  more\n\nout'],
    ['> a\n> b\n> \n> - c\nout', '> a\\\n> b\n>\n> - c\n\nout'],
    ['in\n>>> a\n\nb', 'in\n\n> a\n>\n> b'],
    ['>no quote', '\\>no quote'],
    ['> a\n> > b', '> a\\\n> \\> b'],
  ])('%j are %j', async (content, markdown) => {
    expect(await read(content)).toBe(markdown);
  });
});

describe('what hangs on a message', () => {
  test('is an embed that a bot made, and no preview of a page', async () => {
    const embeds = [
      {
        type: 'rich',
        author: { name: 'CI' },
        title: 'Build *1*',
        url: 'https://ci.example/1',
        description: '*red*',
        fields: [{ name: 'where', value: '`main`' }],
        image: { url: 'https://ci.example/1.png' },
      },
      { type: 'link', title: 'Somebody else’s words' },
    ];
    expect(await markdownOf({ content: 'look', embeds })).toBe(
      'look\n\n> **CI**\n>\n> **[Build \\*1\\*](https://ci.example/1)**\n>\n> *red*\n>\n> **where**\n>\n> `main`\n>\n> <https://ci.example/1.png>',
    );
  });

  test('are components: the words of them', async () => {
    const components = [
      {
        type: 17,
        components: [
          { type: 10, content: '# A' },
          { type: 14 },
          { type: 9, components: [{ type: 10, content: 'b' }] },
        ],
      },
      { type: 1, components: [{ type: 2, label: 'Press' }] },
    ];
    expect(await markdownOf({ content: '', components })).toBe('# A\n\n---\n\nb');
  });

  test('are a poll and stickers', async () => {
    expect(
      await markdownOf({
        content: 'vote',
        poll: { question: { text: 'When?' }, answers: [{ poll_media: { text: 'Mon' } }, { poll_media: {} }] },
        sticker_items: [{ name: 'Wave' }],
        attachments: [{ filename: 'a.png' }],
      }),
    ).toBe('vote\n\n:Wave:\n\n**When?**\n\n- Mon');
  });
});

describe('a message that only says that something happened', () => {
  test.each([
    MessageType.ChannelPinnedMessage,
    MessageType.ThreadCreated,
    MessageType.UserJoin,
    MessageType.ChannelNameChange,
  ])('is empty (type %i)', async (type) => {
    expect(isSpoken({ type })).toBe(false);
    expect(await markdownOf({ type, content: 'general' })).toBe('');
  });
});

describe('one conversation', () => {
  const file = (name: string): string => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');

  test('is the same Markdown as from Slack', async () => {
    const content = file('fixtures/discord/composer.txt');
    // Names of Discord's emoji have no hyphen.
    const slack = file('golden/slack/composer.md').replace(':hatoba-neko:', ':hatoba_neko:');
    expect(`${await read(content)}\n`).toBe(slack);
  });
});

describe('what we wrote', () => {
  /** Nodes that Discord has signs for; instants and mentions have tests of their own. */
  const sources = [
    '# A\n\nb **c *d* e** ~~f~~ `g` [h **i**](https://example.org/)\n\n## J\n\n- k\n- l\n  1. m\n     - n\n- o',
    'これは**太字**で*斜体*です。',
    '> a\n>\n> - b\n>\n> ```sh\n> c\n> ```\n\nd\n\n```\n# e **f**\n```',
    'a\\\nb\n\n1\\. c\n\n\\# d\n\n\\- e\n\n\\> f',
    '**_a_** **b**c *d*e **f*g***',
  ];

  const bare = (tree: Root): Root =>
    JSON.parse(
      JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value)),
    ) as Root;

  test.each(sources)('is the same tree when it is read again: %j', async (source) => {
    const tree = bare(parseMarkdown(source));
    const content = textsOf(tree, { locale: 'en' }).join('');
    expect(await treeFrom({ content })).toMatchObject(withoutNulls(tree) as object);
  });

  /** What parsers say and readers do not: an attribute that is not there. */
  const withoutNulls = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (_key, each: unknown) => each ?? undefined));
});

describe('hostile text', () => {
  const made = new Set([
    'root',
    'paragraph',
    'text',
    'break',
    'strong',
    'emphasis',
    'delete',
    'link',
    'list',
    'listItem',
    'blockquote',
    'heading',
    'inlineCode',
    'code',
    'time',
  ]);
  const nodesOf = (node: Nodes): readonly Nodes[] => [
    node,
    ...('children' in node ? node.children.flatMap(nodesOf) : []),
  ];

  test('wherever it stands makes nothing that runs or loads', async () => {
    const part = fc.constantFrom(
      ...hostile,
      '\n',
      '\n> ',
      '\n- ',
      '**',
      '||',
      '[a](',
      ')',
      'https://e.org',
      '<@1>',
      '\n# ',
      'x',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 12 }), async (parts) => {
        const printed = await read(parts.join(''));
        const nodes = nodesOf(parseMarkdown(printed));
        expect(nodes.map(({ type }) => type).filter((type) => !made.has(type))).toEqual([]);
        expect(nodes.filter((node) => node.type === 'link' && !/^(?:https?|mailto):/.test(node.url))).toEqual(
          [],
        );
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    '```',
    '`',
    '[',
    '[a](',
    '<',
    '<@',
    '*',
    '**a',
    '_',
    '||',
    '> ',
    '\n- ',
    '\n```\n',
    'https://a)',
    ':a',
    '\\',
  ])('of %j again and again is read', async (sign) => {
    const { children } = await treeFrom({ content: sign.repeat(4000 / sign.length) });
    expect(Array.isArray(children)).toBe(true);
  });
});
