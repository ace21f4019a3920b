/** Messages as Slack's composer and other apps make them, as a note has them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import type { Message } from '../../../adapters/slack/message.ts';
import type { Block } from '../../../adapters/slack/message/block.ts';
import type { RichPart } from '../../../adapters/slack/message/rich.ts';
import { parseMarkdown } from '../../../src/content/markdown.ts';
import { plainly } from '../../../src/view/safe.ts';
import { hostile } from '../../any-tree.ts';
import { markdownOf, treeFrom, withoutData } from './spoken.ts';

type Run = NonNullable<RichPart['elements']>[number];

const rich = (...elements: readonly RichPart[]): Block => ({ type: 'rich_text', elements });
const section = (...elements: readonly Run[]): RichPart & { type: 'rich_text_section'; elements: never } =>
  ({ type: 'rich_text_section', elements }) as never;
const text = (value: string, style?: object): Run => ({ type: 'text', text: value, ...(style && { style }) });
const list = (facts: Omit<RichPart, 'type' | 'elements'>, ...items: readonly string[]): RichPart => ({
  type: 'rich_text_list',
  ...facts,
  elements: items.map((item) => section(text(item))),
});

const read = (...parts: readonly RichPart[]): Promise<string> => markdownOf({ blocks: [rich(...parts)] });
const inline = (...runs: readonly Run[]): Promise<string> => read(section(...runs));

describe('text', () => {
  test('has the styles that its author chose, beside Japanese as well', async () => {
    expect(await inline(text('これは'), text('太字', { bold: true }), text('です'))).toBe(
      'これは**太字**です',
    );
    expect(
      await inline(
        text('a ', { bold: true }),
        text('b', { bold: true, italic: true }),
        text(' c', { strike: true }),
      ),
    ).toBe('**a *b*** ~~c~~');
  });

  test('keeps white space out of its styles', async () => {
    expect(await inline(text('one '), text(' two ', { bold: true }), text('three'))).toBe(
      'one  **two** three',
    );
    expect(await inline(text(' \n', { bold: true }), text('x'))).toBe('x');
  });

  test('is code where it says so, with spaces that can be copied', async () => {
    expect(await inline(text('run '), text('npm\u00a0ci *x*', { code: true }))).toBe('run `npm ci *x*`');
    expect(await inline(text('x', { code: true, bold: true }))).toBe('**`x`**');
  });

  test('is paragraphs where lines are empty, and lines where not', async () => {
    expect(await inline(text('a\nb\n\n\nc\n'))).toBe('a\\\nb\n\nc');
  });

  test('of a kind that is newer than this program has its words', async () => {
    const newer = [
      { type: 'citation', text: 'a' },
      { type: 'canvas', url: 'https://example.org/c', text: 'b' },
      { type: 'constructor' },
    ];
    expect(await inline(...(newer as unknown as Run[]))).toBe('a[b](https://example.org/c)');
  });

  test('with the signs of Slack’s or Markdown’s markup is text', async () => {
    expect(await inline(text('*a* <!channel> # b `c`'))).toBe('\\*a\\* \\<!channel> # b \\`c\\`');
  });
});

describe('a link', () => {
  const link = (url: string, label?: string, style?: object): Run => ({
    type: 'link',
    url,
    ...(label && { text: label }),
    ...(style && { style }),
  });

  test('has its words, or its address', async () => {
    expect(await inline(link('https://example.org/a', 'docs', { bold: true }))).toBe(
      '**[docs](https://example.org/a)**',
    );
    expect(await inline(link('https://example.org'))).toBe('<https://example.org/>');
  });

  test.each([
    ['mailto:a@b.example', 'write to us', 'write to us'],
    ['mailto:a@b.example', '', 'a\\@b.example'],
    ['tel:03-1234', '', '03-1234'],
    ['javascript:alert(1)', 'click', 'click'],
    ['https://a@evil.example/', 'x', 'x'],
  ])('to %s is its words', async (url, label, shown) => {
    expect(await inline(link(url, label))).toBe(shown);
  });
});

describe('names', () => {
  test('stand for people, groups and channels', async () => {
    expect(
      await inline(
        { type: 'user', user_id: 'U1' },
        text(' '),
        { type: 'usergroup', usergroup_id: 'S1' },
        text(' '),
        { type: 'channel', channel_id: 'C1' },
      ),
    ).toBe('@花子 @運営 #general');
  });

  test('that nobody knows are the same in every message', async () => {
    const said = await inline({ type: 'user', user_id: 'U9' }, text(' '), {
      type: 'channel',
      channel_id: 'C9',
    });
    expect(said).toMatch(/^@unknown-[0-9a-f]{4} @unknown-[0-9a-f]{4}$/);
    expect(await inline({ type: 'user', user_id: 'U9' })).toBe(said.split(' ')[0]);
  });

  test('are text whatever people call themselves', async () => {
    expect(await inline({ type: 'user', user_id: 'U2' })).toBe('@Taro \\*the\\* \\<b>');
  });

  test('of everyone are text, too', async () => {
    expect(
      await inline({ type: 'broadcast', range: 'here' }, text(' '), { type: 'broadcast', range: 'everyone' }),
    ).toBe('@here @everyone');
  });

  test('are the only thing that is left of ids and mentions', async () => {
    const tree = await treeFrom({
      blocks: [rich(section({ type: 'user', user_id: 'U9' }, { type: 'team', team_id: 'T9' }))],
    });
    expect(JSON.stringify(tree, withoutData)).not.toMatch(/U9|T9|"mention"/);
    // Whose name it is stands beside it, so that they can be called otherwise.
    expect(JSON.stringify(tree)).toContain('"data":{"person":"U9"}');
  });
});

describe('emoji', () => {
  test.each([
    [{ name: 'wave', unicode: '1f44b-1f3fc', skin_tone: 3 }, '👋🏼'],
    [{ name: 'wave::skin-tone-3' }, '👋🏼'],
    [{ name: '+1', unicode: '1f44d' }, '👍'],
    [{ name: 'newer_than_the_table', unicode: '1f9d1-200d-1f680' }, '🧑‍🚀'],
    [{ name: 'docker' }, ':docker:'],
    [{ name: 'もくもく' }, ':もくもく:'],
    [{ name: 'odd', unicode: '3c-62-3e' }, ':odd:'],
    [{ name: 'odd', unicode: 'ffffffff' }, ':odd:'],
  ])('%j is %s', async (emoji, shown) => {
    expect(await inline({ type: 'emoji', ...emoji })).toBe(shown);
  });
});

describe('an instant', () => {
  const timestamp = 1392734382;

  test.each([
    ['{date_long} {time}', 'moment'],
    ['{ago}', 'moment'],
    ['{date_short_pretty}', 'day'],
    ['{time_secs}', 'clock'],
  ])('as %s shows its %s', async (format, style) => {
    const tree = await treeFrom({ blocks: [rich(section({ type: 'date', timestamp, format }))] });
    expect(tree.children).toMatchObject([
      {
        type: 'paragraph',
        children: [{ type: 'time', value: '2014-02-18T14:39:42.000Z', zone: 'UTC', style }],
      },
    ]);
  });

  test('stands among the words of its format, and leads where they lead', async () => {
    expect(
      await inline({ type: 'date', timestamp, format: 'from {date} on', url: 'https://example.org/' }),
    ).toBe('from [Tue, 18 Feb 2014 (UTC)](https://example.org/) on');
  });

  test('that is none is what stands for it', async () => {
    expect(await inline({ type: 'date', timestamp: 1e15, format: '{date}', fallback: 'some day' })).toBe(
      'some day',
    );
  });
});

describe('lists', () => {
  test('nest as deep as they stand', async () => {
    expect(
      await read(
        section(text('Todo:')),
        list({ style: 'bullet', indent: 0 }, 'a', 'b'),
        list({ style: 'ordered', indent: 1 }, 'b1'),
        list({ style: 'bullet', indent: 2 }, 'deep'),
        list({ style: 'ordered', indent: 1, offset: 1 }, 'b2'),
        list({ style: 'bullet', indent: 0 }, 'c'),
      ),
    ).toBe('Todo:\n\n- a\n- b\n  1. b1\n     - deep\n  2. b2\n- c');
  });

  test('begin with their number', async () => {
    expect(await read(list({ style: 'ordered', offset: 3 }, 'd', 'e'))).toBe('4. d\n5. e');
  });

  test('of any depth are read', async () => {
    const parts = Array.from({ length: 3000 }, (_, index) =>
      list({ style: 'bullet', indent: index * 7 }, 'x'),
    );
    expect((await read(...parts)).match(/x/g)?.length).toBe(3000);
  });

  test('that begin deep are not lost', async () => {
    expect(
      await read(list({ style: 'bullet', indent: 2 }, 'a'), list({ style: 'bullet', indent: 0 }, 'b')),
    ).toBe('- a\n\n* b');
  });
});

describe('quotes', () => {
  test('hold paragraphs, and lists and code with a border', async () => {
    expect(
      await read(
        { type: 'rich_text_quote', elements: [text('one\n\ntwo')] },
        list({ style: 'bullet', border: 1 }, 'a', 'b'),
        { type: 'rich_text_preformatted', border: 1, elements: [text('code')] },
        section(text('out')),
      ),
    ).toBe('> one\n>\n> two\n>\n> - a\n> - b\n>\n> ```\n> code\n> ```\n\nout');
  });

  test('end where a list without a border begins', async () => {
    expect(await read(list({ style: 'bullet', border: 1 }, 'in'), list({ style: 'bullet' }, 'out'))).toBe(
      '> - in\n\n- out',
    );
  });
});

describe('preformatted text', () => {
  test('comes out as it went in', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...hostile, 'a', '  b'), { minLength: 1 }),
        async (pieces) => {
          const code = pieces.join('');
          const { children } = await treeFrom({
            blocks: [rich({ type: 'rich_text_preformatted', elements: [text(code)] })],
          });
          expect(children).toMatchObject([{ type: 'code', value: plainly(code).replace(/\n$/, '') }]);
        },
      ),
    );
  });

  test('keeps the language that was chosen, and its links as text', async () => {
    expect(
      await read({
        type: 'rich_text_preformatted',
        language: 'go',
        elements: [text('// '), { type: 'link', url: 'https://go.dev' }, text('\n')],
      }),
    ).toBe('```go\n// https://go.dev\n```');
  });
});

describe('blocks of other apps', () => {
  test.each<readonly [string, Block, string]>([
    ['a header', { type: 'header', text: { type: 'plain_text', text: 'Deploy :tada:' } }, '## Deploy 🎉'],
    ['a section', { type: 'section', text: { type: 'mrkdwn', text: '*ok* &lt;b&gt;' } }, '**ok** \\<b>'],
    [
      'plain text',
      { type: 'section', text: { type: 'plain_text', text: '*ok* :x:', emoji: false } },
      '\\*ok\\* :x:',
    ],
    [
      'fields',
      {
        type: 'section',
        fields: [
          { type: 'mrkdwn', text: '*a*\n1' },
          { type: 'plain_text', text: 'b' },
        ],
      },
      '**a**\\\n1\n\nb',
    ],
    [
      'a context',
      {
        type: 'context',
        elements: [
          { type: 'image', image_url: 'https://example.org/a.png', alt_text: 'face' },
          { type: 'mrkdwn', text: 'by <@U1>' },
        ],
      },
      '[face](https://example.org/a.png)\n\nby @花子',
    ],
    ['a picture', { type: 'image', image_url: 'javascript:x', alt_text: 'a hall' }, 'a hall'],
    [
      'a picture with a title',
      {
        type: 'image',
        image_url: 'https://example.org/a.png',
        alt_text: 'x',
        title: { type: 'plain_text', text: 'T' },
      },
      'T\n\n[x](https://example.org/a.png)',
    ],
    ['a divider', { type: 'divider' }, '---'],
    ['Markdown', { type: 'markdown', text: '# Hi\n\n- **a**' }, '# Hi\n\n- **a**'],
    [
      'Markdown that would run',
      { type: 'markdown', text: '<img src=x onerror=y> **a**' },
      '\\<img src=x onerror=y> \\*\\*a\\*\\*',
    ],
    [
      'a table',
      {
        type: 'table',
        rows: [
          [
            { type: 'raw_text', text: 'who' },
            { type: 'raw_text', text: 'when' },
          ],
          [
            { type: 'rich_text', elements: [section({ type: 'user', user_id: 'U1' })] },
            { type: 'raw_text', text: '7\npm' },
          ],
        ],
      },
      '| who | when |\n| --- | ---- |\n| @花子 | 7 pm |',
    ],
    [
      'a video',
      { type: 'video', title: { type: 'plain_text', text: 'Talk' }, video_url: 'https://example.org/v' },
      '[Talk](https://example.org/v)',
    ],
    [
      'what is newer than this program',
      { type: 'alert', text: { type: 'mrkdwn', text: '*mind*' } },
      '**mind**',
    ],
  ])('%s', async (_name, block, markdown) => {
    expect(await markdownOf({ text: 'fallback', blocks: [block] })).toBe(markdown);
  });

  test('that say nothing leave the word to the text', async () => {
    expect(await markdownOf({ text: '*hi*', blocks: [{ type: 'actions', elements: [] }] })).toBe('**hi**');
    expect(await markdownOf({ text: '*hi*' })).toBe('**hi**');
  });

  test('count more than the text', async () => {
    expect(
      await markdownOf({
        text: 'これは*太字*です',
        blocks: [rich(section(text('これは'), text('太字', { bold: true })))],
      }),
    ).toBe('これは**太字**');
  });
});

describe('what hangs on a message', () => {
  test('is quoted under its author’s name', async () => {
    expect(
      await markdownOf({
        text: 'look',
        attachments: [
          {
            author_name: 'CI',
            title: 'Build *1*',
            title_link: 'https://ci.example/1',
            text: '_red_',
            fallback: 'no',
          },
          { fallback: 'only <https://example.org/|this>' },
        ],
      }),
    ).toBe(
      'look\n\n> **CI**\n>\n> **[Build \\*1\\*](https://ci.example/1)**\n>\n> *red*\n\n> only [this](https://example.org/)',
    );
  });

  test('is none of its words where it is a preview of a page, a message that was shared, or a file', async () => {
    expect(
      await markdownOf({
        text: 'see <https://example.org/>',
        files: [{ name: 'slides.pdf' }],
        attachments: [
          { from_url: 'https://example.org/', title: 'Somebody else’s words', text: 'x' },
          {
            from_url: 'https://team.slack.example/archives/C1/p1',
            is_msg_unfurl: true,
            author_name: '花子',
            message_blocks: [{ message: { blocks: [rich(section(text('shared')))] } }],
          },
        ],
      }),
    ).toBe('see <https://example.org/>');
  });
});

describe('a message from the composer', () => {
  test('is the Markdown that stands beside it', async () => {
    const file = (name: string): string => readFileSync(join(import.meta.dirname, '../..', name), 'utf8');
    const message = JSON.parse(file('fixtures/slack/composer.json')) as Message;
    expect(`${await markdownOf(message)}\n`).toBe(file('golden/slack/composer.md'));
  });
});

describe('hostile text', () => {
  const inert = new Set(['root', 'paragraph', 'text', 'break']);
  const made = new Set([...inert, 'strong', 'emphasis', 'delete', 'link', 'list', 'listItem', 'blockquote']);
  const nodesOf = (node: Nodes): readonly Nodes[] => [
    node,
    ...('children' in node ? node.children.flatMap(nodesOf) : []),
  ];

  test.each(hostile.map((said) => [said]))('%j is only text once it is printed', async (said) => {
    const printed = await inline(text(`${said} ${said}`));
    expect(nodesOf(parseMarkdown(printed)).filter(({ type }) => !inert.has(type))).toEqual([]);
    expect(printed).not.toMatch(/\{\{|\{%/);
  });

  test('wherever it stands makes nothing that runs or loads', async () => {
    const said = fc.constantFrom(...hostile, 'x');
    const style = fc.record({ bold: fc.boolean(), italic: fc.boolean(), strike: fc.boolean() });
    const run: fc.Arbitrary<Run> = fc.oneof(
      fc.record({ type: fc.constant('text' as const), text: said, style }),
      fc.record({ type: fc.constant('emoji' as const), name: said }),
      fc.record({ type: fc.constant('color' as const), value: said }),
      fc.record({
        type: fc.constant('link' as const),
        url: fc.oneof(said, fc.constant('https://example.org/page')),
        text: said,
        style,
      }),
    );
    const runs = fc.array(run, { minLength: 1, maxLength: 6 });
    const part: fc.Arbitrary<RichPart> = fc.oneof(
      runs.map((elements) => section(...elements)),
      runs.map((elements): RichPart => ({ type: 'rich_text_quote', elements: elements as never })),
      fc.array(runs, { minLength: 1, maxLength: 3 }).map((items): RichPart => ({
        type: 'rich_text_list',
        style: 'bullet',
        elements: items.map((elements) => section(...elements)),
      })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 4 }), async (parts) => {
        const printed = await read(...parts);
        const nodes = nodesOf(parseMarkdown(printed));
        expect(nodes.map(({ type }) => type).filter((type) => !made.has(type))).toEqual([]);
        // Readers of Markdown make a link of an address that stands in a text: to just there.
        expect(nodes.filter((node) => node.type === 'link' && !/^(?:https?|mailto):/.test(node.url))).toEqual(
          [],
        );
      }),
    );
  });

  test('stays apart from the templates of site generators', async () => {
    expect(await inline(text('{{ site.x }} {% raw %} {{< x >}} {{'))).not.toMatch(/\{\{|\{%/);
  });
});
