/** Trees as Discord's Markdown, buttons, and whom a message may notify. */
import { describe, expect, test } from '@jest/globals';
import { ButtonStyle, ComponentType, MessageFlags } from 'discord.js';
import type { PhrasingContent, Root } from 'mdast';
import { compile } from '../../../adapters/discord/compile.ts';
import type { Component } from '../../../adapters/discord/compile.ts';
import { carriedIn } from '../../../adapters/discord/compile/button.ts';
import { outgoing } from '../../../adapters/discord/outgoing.ts';
import { parseMarkdown } from '../../../src/content/markdown.ts';
import type { Next } from '../../../src/port.ts';
import {
  bullets,
  code,
  heading,
  item,
  link,
  numbered,
  paragraph,
  quote,
  root,
  strong,
  text,
  time,
} from '../../../src/view/build.ts';
import type { Mention } from '../../../src/view/node.ts';

const components = (tree: Root, next: readonly Next[] = []): readonly Component[] =>
  compile({ body: tree, next }, { locale: 'en' }).components;

/** The only text of a message. */
function written(tree: Root): string {
  const [first, ...others] = components(tree);
  expect(others).toEqual([]);
  return first?.type === ComponentType.TextDisplay ? first.content : '';
}

/** The only line of it. */
const line = (...children: readonly (PhrasingContent | string)[]): string =>
  written(root(paragraph(...children)));

const emphasis = (...children: readonly PhrasingContent[]): PhrasingContent => ({
  type: 'emphasis',
  children: [...children],
});
const struck = (...children: readonly PhrasingContent[]): PhrasingContent => ({
  type: 'delete',
  children: [...children],
});

describe('text', () => {
  test('has its styles, beside Japanese as well', () => {
    expect(line('これは', strong('太字'), 'で', emphasis(text('斜体')), 'です', code('*x*'))).toBe(
      'これは**太字**で*斜体*です`*x*`',
    );
  });

  test('has styles within each other, and marks that do not touch', () => {
    expect(line(strong('a', emphasis(text('b'))), emphasis(text('c')), struck(text('d'), strong('e')))).toBe(
      '**a*b*\u200b**\u200b*c*~~d**e**~~',
    );
  });

  test('has no style where it is blank', () => {
    expect(line('a', strong(' b '), emphasis(text(' ')), 'c')).toBe('a **b**  c');
  });

  test('in emphasis with stars in it has none, nor has code with signs in any style', () => {
    expect(line(emphasis(text('a * b')), strong(code('**x**')))).toBe('a \\* b`**x**`');
  });

  test('stays what it says', () => {
    expect(line('@everyone <@1> *a* :wave: ||b|| `c` [d](e) https://f.example')).toBe(
      '\\@everyone \\<@1> \\*a\\* \\:wave: \\|\\|b\\|\\| \\`c\\` \\[d\\](e) https\\://f.example',
    );
    expect(line('C# is #6 at 19:00, a|b, snake_case, @hanako -> ~/x')).toBe(
      'C\\# is #6 at 19:00, a|b, snake_case, @hanako -> ~/x',
    );
  });

  test.each(['# a', '### a', '-# a', '- a', '+ a', '> a', '>>> a', '1. a'])('%j begins no block', (value) => {
    expect(line(value).replaceAll('\\', '')).toBe(value);
    expect(line(value)).toMatch(/\\/);
    expect(line('b', { type: 'break' }, value)).toBe(`b\n${line(value)}`);
  });

  test('loses what only disguises, half characters, raw HTML, and the line ends of its source', () => {
    expect(line('a\u202eb\u200bc\nd', { type: 'html', value: '<b>' }, '\ud800', { type: 'break' }, 'e')).toBe(
      'abc d�\ne',
    );
  });
});

describe('code', () => {
  test('with its own signs in it stays code', () => {
    expect(line(code('a`b'))).toBe('``a`b``');
    expect(line(code('`'))).toBe('``\u200b`\u200b``');
    expect(written(root({ type: 'code', lang: 'md', value: '```\nx\n```' }))).toBe(
      '```md\n`\u200b``\nx\n`\u200b``\n```',
    );
  });

  test('has the name of a language, if it is one', () => {
    expect(written(root({ type: 'code', lang: 'c++', value: 'x' }))).toBe('```c++\nx\n```');
    expect(written(root({ type: 'code', lang: 'a b', value: 'x' }))).toBe('```\nx\n```');
  });
});

describe('a link', () => {
  test('leads to the web, in the style of its words', () => {
    expect(line(strong(link('https://example.org', 'a ', code('b'))))).toBe(
      '**[a `b`](https://example.org/)**',
    );
  });

  test.each([
    'javascript:alert(1)',
    'discord://-/x',
    'mailto:a@b.example',
    'https://a@evil.example',
    `https://e.org/${'a'.repeat(2048)}`,
  ])('to %.40s is its words', (url) => {
    expect(line(link(url, 'words'))).toBe('words');
  });

  test('has full-width signs where a backslash would be shown', () => {
    expect(line(link('https://example.org/', '[LT] a*b* `c` <@1> | https://x.example'))).toBe(
      '[［LT］ a＊b＊ ｀c｀ ＜@1> | https：//x.example](https://example.org/)',
    );
    expect(line(link('https://example.org/', code('a[0]')))).toBe('[`a［0］`](https://example.org/)');
  });

  test('has no emoji in it, with which it would be none', () => {
    expect(line(link('https://example.org/', 'Docker 🎉 1 👨‍👩‍👧'))).toBe(
      '[Docker  1](https://example.org/) 🎉 👨‍👩‍👧',
    );
  });

  test('without words, or with itself as words, is its address without a preview', () => {
    expect(line(link('https://example.org/a'))).toBe('<https://example.org/a>');
    expect(line(link('https://example.org/a', 'https://example.org/a'))).toBe('<https://example.org/a>');
  });

  test('that names another host is corrected', () => {
    expect(line(link('https://evil.example/', 'github.com/x'))).toBe(
      '[github.com/x](https://evil.example/) (evil.example)',
    );
  });

  test('has no sign in its address that could end it', () => {
    expect(line(emphasis(link('https://example.org/a_(b)/*c*?d=~~e~~', 'x')))).toBe(
      '*[x](https://example.org/a_%28b%29/%2Ac%2A?d=%7E~e%7E~)*',
    );
  });

  test('stands in no other, and for a picture', () => {
    const picture: PhrasingContent = { type: 'image', url: 'https://example.org/a.png', alt: 'a hall' };
    expect(line(picture)).toBe('[a hall](https://example.org/a.png)');
    expect(line(link('https://example.org/', picture))).toBe('[a hall](https://example.org/)');
    expect(line({ type: 'image', url: 'data:x', alt: '' })).toBe('picture');
  });
});

describe('an instant', () => {
  const at = '2027-03-10T19:00:00+09:00';

  test.each([
    ['moment', 'F'],
    ['day', 'D'],
    ['clock', 't'],
  ] as const)('as a %s is one that Discord puts into the reader’s zone', (style, format) => {
    expect(line(time(at, 'Asia/Tokyo', style))).toBe(`<t:1804672800:${format}>`);
  });

  test('that is a whole day, or stands in a link, is text', () => {
    expect(line(time('2027-03-10', 'Asia/Tokyo', 'day'))).toBe('Wed, 10 Mar 2027');
    expect(line(link('https://example.org/', time(at, 'Asia/Tokyo', 'clock')))).toBe(
      '[19:00 (Asia/Tokyo)](https://example.org/)',
    );
  });
});

describe('a mention that a command made', () => {
  const mention = (of: Mention['of'], id: string): Mention => ({ type: 'mention', of, id, name: 'x' });
  const sent = (...children: PhrasingContent[]) =>
    outgoing({ body: root(paragraph(...children)), next: [] }, 'en').body;

  test('is the only thing that notifies', () => {
    const { components: shown, allowed_mentions: allowed } = sent(
      mention('person', '1'),
      mention('person', '1'),
      mention('role', '2'),
      mention('channel', '3'),
      text(' <@4> @everyone'),
    );
    expect(shown).toMatchObject([{ content: '<@1><@1><@&2><#3> \\<@4> \\@everyone' }]);
    expect(allowed).toEqual({ parse: [], users: ['1'], roles: ['2'], replied_user: false });
  });

  test('of what is no id, or in a link, is a name', () => {
    const { components: shown, allowed_mentions: allowed } = sent(mention('person', 'x'));
    expect(shown).toMatchObject([{ content: '@x' }]);
    expect(allowed).toMatchObject({ users: [] });
    expect(line(link('https://example.org/', mention('person', '1')))).toBe('[@x](https://example.org/)');
  });

  test('that did not fit notifies nobody', () => {
    const much = parseMarkdown(Array.from({ length: 100 }, () => 'x'.repeat(300)).join('\n\n'));
    const body = root(...much.children, paragraph(mention('person', '1')));
    expect(outgoing({ body, next: [] }, 'en').body.allowed_mentions.users).toEqual([]);
  });
});

test('every message is made of components and shows no previews', () => {
  const { flags } = outgoing({ body: root(), next: [] }, 'en').body;
  expect(flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.SuppressEmbeds);
  expect(components(root())).toEqual([{ type: ComponentType.TextDisplay, content: '…' }]);
});

describe('blocks', () => {
  test('are parted by empty lines; a heading stands near its text, a list near what announces it', () => {
    expect(written(parseMarkdown('# A\n\nb\n\nc\n\n- d\n\ne'))).toBe('# A\nb\n\nc\n- d\n\ne');
  });

  test('are parted by rules that Discord draws', () => {
    expect(components(parseMarkdown('---\n\na\n\n---\n\n---\n\nb'))).toEqual([
      { type: ComponentType.TextDisplay, content: 'a' },
      { type: ComponentType.Separator },
      { type: ComponentType.TextDisplay, content: 'b' },
    ]);
  });

  test('without a word are none', () => {
    expect(
      written(
        root(
          paragraph(''),
          paragraph('\u200b'),
          heading(2),
          quote(),
          { type: 'code', value: '\n' },
          paragraph('a'),
        ),
      ),
    ).toBe('a');
  });

  test('a heading deep in the outline, in a list or in a quote is a bold line', () => {
    expect(
      written(root(heading(4, 'a'), quote(heading(1, 'b')), bullets([item(heading(2, 'c') as never)]))),
    ).toBe('**a**\n> **b**\n\n- **c**');
  });

  test('a heading is one line', () => {
    expect(written(root(heading(3, 'a', { type: 'break' }, 'b')))).toBe('### a b');
  });

  test('a table is a list, which a phone can show', () => {
    expect(written(parseMarkdown('| a | b |\n| - | - |\n| 1 | 2 |'))).toBe('**a · b**\n- 1 · 2');
  });

  test('a footnote is at the end, under its sign', () => {
    expect(written(parseMarkdown('a[^1]\n\n[^1]: b'))).toBe('a\\[1\\]\n\n\\[1\\] b');
  });
});

describe('a list', () => {
  test('nests, and goes on with its numbers', () => {
    expect(written(parseMarkdown('3. a\n   - b\n     - c\n4. d'))).toBe('3. a\n   - b\n     - c\n4. d');
  });

  test('has the paragraphs of an item as lines, and a quote or code after it, where a line begins', () => {
    const tree = root(
      numbered(9, [
        item(paragraph('a'), paragraph('b'), quote(paragraph('c'))),
        item(paragraph('d'), bullets([item(paragraph('e'), { type: 'code', value: 'f' })])),
      ]),
    );
    expect(written(tree)).toBe('9. a\n   b\n> c\n10. d\n    - e\n```\nf\n```');
  });

  test('says what is done, and keeps points without words', () => {
    expect(written(parseMarkdown('- [x] a\n- [ ] b'))).toBe('- ☑ a\n- ☐ b');
    expect(written(root(bullets([item(), item(paragraph('a'))])))).toBe('- \u200b\n- a');
  });

  test('is never deeper than Discord knows', () => {
    const deep = Array.from({ length: 14 }).reduce<Root>(
      (inner) => root(bullets([item(paragraph('x'), ...(inner.children as never[]))])),
      root(),
    );
    const indents = written(deep)
      .split('\n')
      .map((each) => each.search(/\S/) / 2);
    expect(indents).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10, 10]);
  });
});

test('a quote has its sign at every line, and stands in no other', () => {
  expect(written(parseMarkdown('> a\n>\n> - b\n>   - c\n>\n> ```\n> d\n> ```\n>\n> > e'))).toBe(
    '> a\n> - b\n>   - c\n> \n> ```\n> d\n> ```\n> \n> e',
  );
});

describe('buttons', () => {
  const buttons = (count: number): readonly Next[] =>
    Array.from({ length: count }, (_, index) => ({
      label: `Read ${index}`,
      command: 'report',
      input: `r${index}`,
    }));

  const idsOf = (shown: readonly Component[]): readonly string[] =>
    shown.flatMap((each) =>
      each.type === ComponentType.ActionRow ? each.components.map((button) => button.custom_id) : [],
    );

  test('stand five in a row, and carry their calls', () => {
    const rows = components(root(paragraph('a')), buttons(7)).slice(1);
    expect(rows.map((row) => (row.type === ComponentType.ActionRow ? row.components.length : 0))).toEqual([
      5, 2,
    ]);
    expect(rows[1]).toMatchObject({
      components: [
        {
          type: ComponentType.Button,
          style: ButtonStyle.Secondary,
          custom_id: '/report r5',
          label: 'Read 5',
        },
        {},
      ],
    });
    expect(idsOf(rows).map(carriedIn)).toEqual(
      buttons(7).map(({ input }) => ({ call: `report ${input}`, isForm: false })),
    );
  });

  test('of other things carry no call', () => {
    expect(carriedIn('form search')).toBeNull();
  });

  test('that open a form and those that make its call are two', () => {
    const one = { label: 'a', command: 'search', input: 'docker' };
    const ids = idsOf(components(root(), [one, { ...one, form: true }]));
    expect(ids.map(carriedIn)).toEqual([
      { call: 'search docker', isForm: false },
      { call: 'search docker', isForm: true },
    ]);
  });

  test('of one call are one', () => {
    const one = { label: 'a', command: 'start', input: '' };
    expect(idsOf(components(root(), [one, { ...one, label: 'b' }]))).toEqual(['/start']);
  });

  test('that are too many, or can not be carried, are counted', () => {
    const long = { label: 'a', command: 'search', input: 'x'.repeat(100) };
    const shown = components(root(paragraph('a')), [long, ...buttons(26)]);
    expect(idsOf(shown)).toHaveLength(25);
    expect(shown[0]).toMatchObject({ content: 'a\n\n…and 2 more parts that did not fit here.' });
  });

  test('have labels that are cut between characters', () => {
    const label = '長い名前👩‍👩‍👧‍👦'.repeat(10);
    const [row] = components(root(), [{ label, command: 'a', input: '' }]);
    const [, said = ''] = /"label":"([^"]+)"/.exec(JSON.stringify(row)) ?? [];
    expect(said.length).toBeLessThanOrEqual(80);
    expect(said).toMatch(/(?:前|👩‍👩‍👧‍👦)…$/u);
  });
});

describe('what does not fit', () => {
  const many = bullets(
    Array.from({ length: 400 }, (_, index) => item(paragraph(`Report ${index + 1} of many words`))),
  );

  test('is counted', () => {
    const said = written(root(heading(2, 'All'), many));
    const shown = said.match(/^- /gm)?.length ?? 0;
    expect(said.length).toBeLessThanOrEqual(4000);
    expect(shown).toBeGreaterThan(100);
    expect(said).toContain(`…and ${400 - shown} more parts that did not fit here.`);
  });

  test('is text that is cut, where a part is longer than a message', () => {
    const said = written(root(paragraph('ながい文。'.repeat(2000))));
    expect(said.length).toBeLessThanOrEqual(4000);
    expect(said.match(/ながい文。/g)?.length).toBeGreaterThan(600);
  });
});
