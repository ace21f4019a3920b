/** Trees as Block Kit: rich text with styles as flags, and nothing that text could turn into. */
import { describe, expect, test } from '@jest/globals';
import type { PhrasingContent, Root } from 'mdast';
import { compile } from '../../../adapters/slack/compile.ts';
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

const blocks = (tree: Root, next: readonly Next[] = []) =>
  compile({ body: tree, next }, { locale: 'en' }).blocks;

/** The parts of the only block, which is rich text. */
function parts(tree: Root): unknown {
  const [first, ...others] = blocks(tree);
  expect(others).toEqual([]);
  return first?.type === 'rich_text' ? first.elements : first;
}

/** The runs of the only paragraph. */
function runs(...children: readonly (PhrasingContent | string)[]): unknown {
  const [section] = parts(root(paragraph(...children))) as readonly [{ elements: unknown }];
  return section.elements;
}

const run = (value: string, style?: object): object => ({
  type: 'text',
  text: value,
  ...(style && { style }),
});
const section = (...elements: readonly object[]): object => ({ type: 'rich_text_section', elements });

describe('text', () => {
  test('has its styles as flags, one run for each', () => {
    expect(
      runs('これは', strong('太字', { type: 'emphasis', children: [text('!')] }), 'で', 'す', code('*x*')),
    ).toEqual([
      run('これは'),
      run('太字', { bold: true }),
      run('!', { bold: true, italic: true }),
      run('です'),
      run('*x*', { code: true }),
    ]);
  });

  test('stays what it says: nothing in it is a mention or markup, and raw HTML is left out', () => {
    const said = '@everyone <!channel> <@U1> *a* :wave: &amp;';
    expect(runs(said, { type: 'html', value: '<b>' })).toEqual([run(said)]);
  });

  test('loses what only disguises, and the line ends of its source', () => {
    expect(runs('a\u202eb\nc', { type: 'break' }, 'd')).toEqual([run('ab c\nd')]);
  });
});

describe('a link', () => {
  test('leads to the web, in the style of its words', () => {
    expect(runs(strong(link('https://example.org', 'a', code('b'))))).toEqual([
      { type: 'link', url: 'https://example.org/', text: 'a', style: { bold: true } },
      { type: 'link', url: 'https://example.org/', text: 'b', style: { bold: true, code: true } },
    ]);
  });

  test.each([
    'javascript:alert(1)',
    'slack://open',
    'mailto:a@b.example',
    'https://a@evil.example',
    `https://e.org/${'a'.repeat(3000)}`,
  ])('to %.40s is its words', (url) => {
    expect(runs(link(url, 'words'))).toEqual([run('words')]);
  });

  test('without words shows its address; one that names another host is corrected', () => {
    expect(runs(link('https://example.org/a'))).toEqual([
      { type: 'link', url: 'https://example.org/a', text: 'https://example.org/a' },
    ]);
    expect(runs(link('https://evil.example/', 'github.com/x'))).toEqual([
      { type: 'link', url: 'https://evil.example/', text: 'github.com/x' },
      run(' (evil.example)'),
    ]);
  });

  test('stands for a picture', () => {
    expect(runs({ type: 'image', url: 'https://example.org/a.png', alt: 'a hall' })).toEqual([
      { type: 'link', url: 'https://example.org/a.png', text: 'a hall' },
    ]);
    expect(runs({ type: 'image', url: 'data:x', alt: '' })).toEqual([run('picture')]);
  });
});

describe('an instant', () => {
  const at = '2027-03-10T19:00:00+09:00';

  test.each([
    ['moment', '{date_long} {time}', 'Wed, 10 Mar 2027, 19:00 (Asia/Tokyo)'],
    ['day', '{date_long}', 'Wed, 10 Mar 2027 (Asia/Tokyo)'],
    ['clock', '{time}', '19:00 (Asia/Tokyo)'],
  ] as const)('as a %s is a date that Slack puts into the reader’s zone', (style, format, fallback) => {
    expect(runs(time(at, 'Asia/Tokyo', style))).toEqual([
      { type: 'date', timestamp: 1804672800, format, fallback },
    ]);
  });

  test('in a link leads there', () => {
    expect(runs(link('https://example.org/', strong(time(at, 'Asia/Tokyo', 'clock'))))).toMatchObject([
      { type: 'date', url: 'https://example.org/', style: { bold: true } },
    ]);
  });

  test('that is a whole day is text: it is the same day everywhere', () => {
    expect(runs(time('2027-03-10', 'Asia/Tokyo', 'day'))).toEqual([run('Wed, 10 Mar 2027')]);
  });
});

describe('a mention that a command made', () => {
  const mention = (of: Mention['of'], id: string): PhrasingContent => ({
    type: 'mention',
    of,
    id,
    name: 'x',
  });

  test('is the element that notifies, and the only thing that does', () => {
    expect(runs(mention('person', 'U1'), mention('role', 'S1'), strong(mention('channel', 'C1')))).toEqual([
      { type: 'user', user_id: 'U1' },
      { type: 'usergroup', usergroup_id: 'S1' },
      { type: 'channel', channel_id: 'C1', style: { bold: true } },
    ]);
  });

  test('is a name in the notification', () => {
    const { text: said } = compile(
      { body: root(paragraph(mention('person', 'U1'), ' <!here>')), next: [] },
      { locale: 'ja' },
    );
    expect(said).toBe('@x &lt;!here&gt;');
  });
});

describe('a heading', () => {
  test('is a header', () => {
    expect(blocks(root(heading(2, '監視 ', strong('CI'))))).toEqual([
      { type: 'header', text: { type: 'plain_text', text: '監視 CI', emoji: false } },
    ]);
  });

  test.each([
    ['with a link', heading(2, link('https://example.org/', 'a'))],
    ['with code', heading(2, code('a'))],
    ['that is too long', heading(2, 'a'.repeat(151))],
    ['deep in the outline', heading(4, 'a')],
  ])('%s is a bold line', (_name, node) => {
    expect(parts(root(node))).toMatchObject([
      { type: 'rich_text_section', elements: [{ style: { bold: true } }] },
    ]);
  });
});

describe('paragraphs', () => {
  test('that follow each other share a section, with an empty line between', () => {
    expect(parts(root(paragraph('a'), paragraph('b')))).toEqual([section(run('a\n\nb'))]);
  });

  test('are parted by a rule', () => {
    expect(
      blocks(root(paragraph('a'), { type: 'thematicBreak' }, paragraph('b'))).map(({ type }) => type),
    ).toEqual(['rich_text', 'divider', 'rich_text']);
  });

  test('without a word are none', () => {
    expect(blocks(root(paragraph(''), paragraph('\u200b'), heading(2), { type: 'code', value: '' }))).toEqual(
      [],
    );
  });
});

describe('a list', () => {
  const list = (facts: object, ...items: readonly object[]): object => ({
    type: 'rich_text_list',
    elements: items,
    ...facts,
  });

  test('nests by its indent, and goes on with its numbers', () => {
    const tree = parseMarkdown('3. a\n   - b\n     - c\n4. d');
    expect(parts(tree)).toEqual([
      list({ style: 'ordered', offset: 2 }, section(run('a'))),
      list({ style: 'bullet', indent: 1 }, section(run('b'))),
      list({ style: 'bullet', indent: 2 }, section(run('c'))),
      list({ style: 'ordered', offset: 3 }, section(run('d'))),
    ]);
  });

  test('has the paragraphs of an item as lines, and what is no line after it', () => {
    const tree = root(
      numbered(1, [
        item(paragraph('a'), paragraph('b'), quote(paragraph('c'))),
        item(paragraph('d')),
        item(paragraph('e')),
      ]),
    );
    expect(parts(tree)).toEqual([
      list({ style: 'ordered' }, section(run('a\nb'))),
      { type: 'rich_text_quote', elements: [run('c')] },
      list({ style: 'ordered', offset: 1 }, section(run('d')), section(run('e'))),
    ]);
  });

  test('is never deeper than Slack knows', () => {
    const deep = Array.from({ length: 12 }).reduce<Root>(
      (inner) => root(bullets([item(paragraph('x'), ...(inner.children as never[]))])),
      root(),
    );
    expect(parts(deep)).toMatchObject([
      {},
      ...Array.from({ length: 8 }, (_, index) => ({ indent: index + 1 })),
    ]);
  });

  test('says what is done', () => {
    expect(parts(parseMarkdown('- [x] a\n- [ ] b'))).toEqual([
      list({ style: 'bullet' }, section(run('☑ a')), section(run('☐ b'))),
    ]);
  });

  test('keeps points without words', () => {
    expect(parts(root(bullets([item(), item(paragraph('a'))])))).toEqual([
      list({ style: 'bullet' }, section(run(' ')), section(run('a'))),
    ]);
  });
});

describe('quotes, code and tables', () => {
  test('in a quote, lists and code have a border', () => {
    expect(parts(parseMarkdown('> a\n>\n> - b\n>\n> ```\n> c\n> ```'))).toMatchObject([
      { type: 'rich_text_quote', elements: [run('a')] },
      { type: 'rich_text_list', border: 1 },
      { type: 'rich_text_preformatted', border: 1, elements: [run('c')] },
    ]);
  });

  test('code stays as it is', () => {
    expect(parts(parseMarkdown('```sh\necho "*a*" <b> &amp;\n  x\n```'))).toEqual([
      { type: 'rich_text_preformatted', elements: [run('echo "*a*" <b> &amp;\n  x')] },
    ]);
  });

  test('a table is a list, which a phone can show', () => {
    expect(parts(parseMarkdown('| a | b |\n| - | - |\n| 1 | 2 |'))).toEqual([
      section(run('a · b', { bold: true })),
      { type: 'rich_text_list', style: 'bullet', elements: [section(run('1 · 2'))] },
    ]);
  });

  test('a footnote is at the end, under its sign', () => {
    expect(parts(parseMarkdown('a[^1]\n\n[^1]: b'))).toEqual([section(run('a[1]\n\n[1] b'))]);
  });
});

describe('a view that takes too much', () => {
  const outline = (count: number): Root =>
    parseMarkdown(
      `## Notes\n\n${Array.from({ length: count }, (_, index) => `- a ${index}\n  1. b`).join('\n')}\n\n> - q`,
    );

  test('is written more densely: lists as lines, headings as bold ones', () => {
    expect(parts(outline(100))).toEqual([
      section(
        run('Notes', { bold: true }),
        run(`\n\n${Array.from({ length: 100 }, (_, index) => `• a ${index}\n\u20031. b`).join('\n')}`),
      ),
      { type: 'rich_text_quote', elements: [run('• q')] },
    ]);
  });

  test('keeps what is no line of a list between its lines', () => {
    const block = { type: 'code', value: 'c' } as const;
    const deep = item(paragraph('a'), paragraph('b'), block, paragraph('d'));
    const many = bullets([deep, item(block), ...Array.from({ length: 200 }, () => item(paragraph('x')))]);
    expect(parts(root(many))).toMatchObject([
      section(run('• a\n\u2003b')),
      { type: 'rich_text_preformatted' },
      section(run('\u2003d\n• ')),
      { type: 'rich_text_preformatted' },
      {},
    ]);
  });
});

describe('buttons', () => {
  const buttons = (count: number): readonly Next[] =>
    Array.from({ length: count }, (_, index) => ({
      label: `Read ${index}`,
      command: 'report',
      input: `r${index}`,
    }));

  test('stand five in a row, and carry their calls', () => {
    const rows = blocks(root(), buttons(7));
    expect(rows).toMatchObject([{ type: 'actions' }, { type: 'actions' }]);
    expect(rows.map((row) => (row.type === 'actions' ? row.elements.length : 0))).toEqual([5, 2]);
    expect(rows[1]).toMatchObject({
      elements: [
        {
          type: 'button',
          action_id: 'call:5',
          value: 'report r5',
          text: { type: 'plain_text', text: 'Read 5', emoji: false },
        },
        { action_id: 'call:6' },
      ],
    });
  });

  test('have labels that are cut between characters', () => {
    const label = '長い名前👩‍👩‍👧‍👦'.repeat(10);
    const [row] = blocks(root(), [{ label, command: 'a', input: '' }]);
    const said = JSON.stringify(row).match(/"text":"([^"]+)"/)?.[1] ?? '';
    expect(said.length).toBeLessThanOrEqual(75);
    expect(said).toMatch(/(?:前|👩‍👩‍👧‍👦)…$/u);
  });

  test('that can not be carried are counted', () => {
    const next = [{ label: 'a', command: 'search', input: 'x'.repeat(2000) }];
    expect(JSON.stringify(blocks(root(paragraph('a')), next))).toContain(
      '…and 1 more part that did not fit here.',
    );
  });
});

describe('the notification', () => {
  const said = (body: Root, next: readonly Next[] = []): string =>
    compile({ body, next }, { locale: 'en' }).text;

  test('is all of it, plain and escaped once', () => {
    expect(
      said(root(heading(2, 'A & B'), paragraph(strong('<b>'), ' &lt; ', link('https://example.org/', 'x')))),
    ).toBe('A &amp; B\n&lt;b&gt; &amp;lt; x');
  });

  test('is cut where Slack would, with no entity in halves', () => {
    const cut = said(root(paragraph('&'.repeat(4000))));
    expect(cut.length).toBeLessThanOrEqual(4000);
    expect(cut).toMatch(/^(?:&amp;)+…$/);
  });

  test('is never empty', () => {
    expect(said(root(), [{ label: 'Back', command: 'start', input: '' }])).toBe('Back');
    expect(said(root())).toBe('…');
  });
});
