/** What a reader sees of each block, as the transcript shows it. */
import { expect, test } from '@jest/globals';
import type { Block } from './schema/block.ts';
import { block } from './schema/block.ts';
import { renderBlocks } from './render/block.ts';

const eyes = { locale: 'en-US', zone: 'America/New_York', nameOf: (id: string) => `name of ${id}` };

const plain = (text: string) => ({ type: 'plain_text', text });
const section = (...elements: readonly object[]) => ({ type: 'rich_text_section', elements });
const rich = (...elements: readonly object[]) => ({ type: 'rich_text', elements });
const text = (of: string, style?: object) => ({ type: 'text', text: of, ...(style ? { style } : {}) });

const cases: readonly (readonly [what: string, block: object, lines: readonly string[]])[] = [
  ['a header', { type: 'header', text: plain('Talks') }, ['# Talks']],
  [
    'a section with fields and a button',
    {
      type: 'section',
      text: plain('one\ntwo'),
      fields: [plain('left'), plain('right')],
      accessory: { type: 'button', text: plain('Read'), url: 'https://example.org/' },
    },
    ['one', 'two', 'left', 'right', '[Read <https://example.org/>]'],
  ],
  ['a context', { type: 'context', elements: [plain('small'), plain('print')] }, ['~ small print']],
  ['a divider', { type: 'divider' }, ['---']],
  [
    'an image',
    { type: 'image', alt_text: 'a slide', image_url: 'https://example.org/1.png' },
    ['(image: a slide)'],
  ],
  [
    'a menu and checkboxes',
    {
      type: 'actions',
      elements: [
        { type: 'users_select', placeholder: plain('Who') },
        { type: 'checkboxes', options: [{ text: plain('yes'), value: 'y' }] },
      ],
    },
    ['[Who ▾] [ ] yes'],
  ],
  [
    'an input',
    { type: 'input', label: plain('What'), hint: plain('words'), element: { type: 'plain_text_input' } },
    ['What: [plain_text_input ▾]', '~ words'],
  ],
  [
    'a table',
    { type: 'table', rows: [[{ type: 'raw_text', text: 'a' }, rich(section(text('b', { bold: true })))]] },
    ['| a | *b* |'],
  ],
  [
    'styles, links, mentions, emoji',
    rich(
      section(
        text('both', { bold: true, italic: true }),
        { type: 'link', url: 'https://example.org/', text: 'here' },
        { type: 'user', user_id: 'U1' },
        { type: 'emoji', name: 'wave' },
      ),
    ),
    ['*_both_*here <https://example.org/>@name of U1:wave:'],
  ],
  [
    'lists in lists',
    rich(
      { type: 'rich_text_list', style: 'bullet', elements: [section(text('one'))] },
      { type: 'rich_text_list', style: 'ordered', indent: 1, offset: 2, elements: [section(text('two'))] },
    ),
    ['• one', '  3. two'],
  ],
  [
    'quotes and code',
    rich(
      { type: 'rich_text_quote', elements: [text('said')] },
      { type: 'rich_text_preformatted', elements: [text('a\n  b')] },
    ),
    ['> said', '```', 'a', '  b', '```'],
  ],
  [
    'a time in the zone of the reader',
    rich(
      section({
        type: 'date',
        timestamp: 1_800_000_000,
        format: '{date_short} {time} {unknown}',
        fallback: 'soon',
      }),
    ),
    ['Jan 15, 2027 3:00 AM {unknown}'],
  ],
];

test.each(cases)('%s', (_, of, lines) => {
  const parsed: Block = block.parse(of);
  expect(renderBlocks([parsed], eyes)).toEqual(lines);
});
