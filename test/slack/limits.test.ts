/** What Slack refuses: every published limit, one step beyond it, and the last step before it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import { textLength } from './check.ts';
import { createClient, outcome } from './client.ts';
import type { Slack } from './index.ts';
import { startSlack } from './index.ts';
import { mrkdwnOf, plainOf, runOf, runs, times } from './sample.ts';

const button = (more: object = {}) => ({ type: 'button', text: plainOf(1), ...more });
const actions = (...elements: readonly object[]) => [{ type: 'actions', elements }];
const option = (more: object = {}) => ({ text: plainOf(1), value: 'v', ...more });
const menu = (more: object) => actions({ type: 'static_select', ...more });
const options = (count: number) => times(count, (index) => option({ value: `v${index}` }));
const row = (cells: number) => times(cells, () => ({ type: 'raw_text', text: 'x' }));
const confirm = (more: object) => actions(button({ confirm: { text: plainOf(1), ...more } }));
const url = (length: number) => `https://example.org/${'x'.repeat(length - 20)}`;
const data = (rows: readonly unknown[]) => [{ type: 'data_table', caption: 'x', rows }];

/** Blocks whose JSON has so many characters, hardly any of them text. */
function jsonOf(size: number): readonly object[] {
  const bare = actions(...times(6, (index) => button({ action_id: `a${index}`, value: 'x'.repeat(2000) })));
  const missing = size - JSON.stringify(bare).length - JSON.stringify(button({ value: '' })).length - 1;
  return actions(...(bare[0]?.elements ?? []), button({ value: 'x'.repeat(missing) }));
}

const card = (more: object) => [{ type: 'card', ...more }];

/** What it is, how many are the most, and blocks with so many. */
type Limit = readonly [what: string, max: number, make: (size: number) => readonly object[]];

const limits: readonly Limit[] = [
  ['blocks of a message', 50, (size) => times(size, () => ({ type: 'divider' }))],
  ['text of a section', 3000, (size) => [{ type: 'section', text: mrkdwnOf(size) }]],
  ['fields of a section', 10, (size) => [{ type: 'section', fields: times(size, () => mrkdwnOf(1)) }]],
  ['text of a field', 2000, (size) => [{ type: 'section', fields: [mrkdwnOf(size)] }]],
  ['text of a header', 150, (size) => [{ type: 'header', text: plainOf(size) }]],
  ['elements of a context', 10, (size) => [{ type: 'context', elements: times(size, () => mrkdwnOf(1)) }]],
  ['elements of actions', 25, (size) => actions(...times(size, () => button()))],
  ['text of a markdown block', 12_000, (size) => [{ type: 'markdown', text: 'x'.repeat(size) }]],
  ['text of a button', 75, (size) => actions(button({ text: plainOf(size) }))],
  ['value of a button', 2000, (size) => actions(button({ value: 'x'.repeat(size) }))],
  ['address of a button', 3000, (size) => actions(button({ url: url(size) }))],
  ['an action_id', 255, (size) => actions(button({ action_id: 'x'.repeat(size) }))],
  ['a block_id', 255, (size) => [{ type: 'divider', block_id: 'x'.repeat(size) }]],
  ['options of a menu', 100, (size) => menu({ options: options(size) })],
  ['text of an option', 75, (size) => menu({ options: [option({ text: plainOf(size) })] })],
  ['value of an option', 150, (size) => menu({ options: [option({ value: 'x'.repeat(size) })] })],
  ['description of an option', 75, (size) => menu({ options: [option({ description: plainOf(size) })] })],
  ['placeholder of a menu', 150, (size) => menu({ options: options(1), placeholder: plainOf(size) })],
  [
    'groups of a menu',
    100,
    (size) => menu({ option_groups: times(size, () => ({ label: plainOf(1), options: options(1) })) }),
  ],
  ['options of an overflow', 5, (size) => actions({ type: 'overflow', options: options(size) })],
  ['checkboxes', 10, (size) => actions({ type: 'checkboxes', options: options(size) })],
  ['radio buttons', 10, (size) => actions({ type: 'radio_buttons', options: options(size) })],
  ['title of a confirmation', 100, (size) => confirm({ title: plainOf(size) })],
  ['text of a confirmation', 300, (size) => confirm({ text: plainOf(size) })],
  ['button of a confirmation', 30, (size) => confirm({ confirm: plainOf(size) })],
  ['address of an image', 3000, (size) => [{ type: 'image', alt_text: 'x', image_url: url(size) }]],
  [
    'alt text of an image',
    2000,
    (size) => [{ type: 'image', alt_text: 'x'.repeat(size), image_url: url(30) }],
  ],
  ['rows of a table', 100, (size) => [{ type: 'table', rows: times(size, () => row(1)) }]],
  ['cells of a row', 20, (size) => [{ type: 'table', rows: [row(size)] }]],
  [
    'columns of a table',
    20,
    (size) => [{ type: 'table', rows: [row(1)], column_settings: times(size, () => ({})) }],
  ],
  ['rows of a data table', 100, (size) => data(times(size, () => row(1)))],
  ['cells of a row of a data table', 20, (size) => data(times(2, () => row(size)))],
  ['title of a card', 150, (size) => card({ title: mrkdwnOf(size) })],
  ['body of a card', 200, (size) => card({ body: mrkdwnOf(size) })],
  ['buttons of a card', 3, (size) => card({ actions: times(size, () => button()) })],
  [
    'cards of a carousel',
    10,
    (size) => [{ type: 'carousel', elements: times(size, () => ({ type: 'card' })) }],
  ],
  [
    'elements of context actions',
    5,
    (size) => [
      {
        type: 'context_actions',
        elements: times(size, () => ({ ...button(), type: 'icon_button', icon: 'trash' })),
      },
    ],
  ],
  ['JSON of all blocks together', 13_200, (size) => jsonOf(size)],
  ['text of an alert', 200, (size) => [{ type: 'alert', text: plainOf(size) }]],
  ['text of all blocks together', 12_000, (size) => runs(runOf(size - 6000), runOf(6000))],
  [
    'indent of a list',
    8,
    (size) => [
      {
        type: 'rich_text',
        elements: [
          {
            type: 'rich_text_list',
            style: 'bullet',
            indent: size,
            elements: [{ type: 'rich_text_section', elements: [runOf(1)] }],
          },
        ],
      },
    ],
  ],
];

const wrong: readonly (readonly [what: string, blocks: readonly unknown[]])[] = [
  ['a type that does not exist', [{ type: 'rainbow' }]],
  ['a property that does not exist', [{ type: 'divider', colour: 'red' }]],
  ['empty text', [{ type: 'section', text: plainOf(0) }]],
  ['a section without text', [{ type: 'section' }]],
  ['mrkdwn in a header', [{ type: 'header', text: mrkdwnOf(1) }]],
  ['an image as an action', actions({ type: 'image', alt_text: 'x', image_url: url(30) })],
  ['an empty run of rich text', runs(runOf(0))],
  ['a quote in a section of rich text', runs({ type: 'rich_text_quote', elements: [] })],
  [
    'a list with text in it',
    [{ type: 'rich_text', elements: [{ type: 'rich_text_list', style: 'bullet', elements: [runOf(1)] }] }],
  ],
  ['bold that is no flag', runs({ ...runOf(1), style: { bold: 'yes' } })],
  ['a data table of one row', data([row(1)])],
  ['a menu without options', menu({ options: [] })],
  ['the same block_id twice', times(2, () => ({ type: 'divider', block_id: 'b' }))],
  ['the same action_id twice in a block', actions(button({ action_id: 'a' }), button({ action_id: 'a' }))],
  ['not even a block', ['hello']],
];

let slack: Slack;
let client: WebClient;

beforeAll(async () => {
  slack = await startSlack();
  client = createClient(slack);
});

afterAll(() => slack.stop());

const post = (blocks: unknown) =>
  outcome(client.apiCall('chat.postMessage', { channel: 'CGENERAL', blocks }));

const isSum = (what: string): boolean => / of all blocks together/.test(what);

describe('blocks of a message', () => {
  test.each(limits)('%s: %d and no more', async (what, max, make) => {
    expect(await post(make(max))).toBe('ok');
    expect(await post(make(max + 1))).toBe(isSum(what) ? 'msg_blocks_too_long' : 'invalid_blocks');
  });

  test.each(wrong)('%s is refused', async (_, blocks) => {
    expect(await post(blocks)).toBe('invalid_blocks');
  });

  test('what is no list is refused by another name', async () => {
    expect(await post({ type: 'divider' })).toBe('invalid_blocks_format');
  });

  test('a refusal says where', async () => {
    const call = client.apiCall('chat.postMessage', {
      channel: 'CGENERAL',
      blocks: [{ type: 'header', text: plainOf(151) }],
    });
    await expect(call).rejects.toMatchObject({
      data: {
        response_metadata: { messages: [expect.stringContaining('[json-pointer:/blocks/0/text/text]')] },
      },
    });
  });

  test('markdown blocks share their 12,000 characters', async () => {
    const halves = (size: number) => times(2, () => ({ type: 'markdown', text: 'x'.repeat(size) }));
    expect(await post(halves(6000))).toBe('ok');
    expect(await post(halves(6001))).toBe('msg_blocks_too_long');
  });

  test('text is counted wherever it stands, and nothing else is', () => {
    const blocks = [
      { type: 'header', text: plainOf(3) },
      ...runs(runOf(4), { type: 'link', url: url(100), text: 'link' }),
      ...actions(button({ value: 'not counted' })),
      { type: 'table', rows: [row(2)] },
    ];
    expect(textLength(blocks)).toBe(3 + 4 + 4 + 1 + 2);
  });
});

test('all of it was noted', () => {
  expect(slack.violations.length).toBeGreaterThan(limits.length + wrong.length);
  expect(slack.violations[0]).toMatchObject({ where: 'chat.postMessage', error: 'invalid_blocks' });
});
