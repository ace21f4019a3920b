/** What Slack refuses of a modal and of a Home tab, and of a message besides its blocks. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import { createClient, outcome } from './client.ts';
import type { Slack } from './index.ts';
import { startSlack } from './index.ts';
import { plainOf, times } from './sample.ts';

let slack: Slack;
let client: WebClient;

beforeAll(async () => {
  slack = await startSlack();
  client = createClient(slack);
});

afterAll(() => slack.stop());

describe('a view', () => {
  const modal = (more: object = {}) => ({ type: 'modal', title: plainOf(1), blocks: [], ...more });
  const publish = (view: object) => outcome(client.apiCall('views.publish', { user_id: 'UHANAKO', view }));
  const open = (view: object) => outcome(client.apiCall('views.open', { trigger_id: 'none', view }));
  const input = (more: object = {}) => ({
    type: 'input',
    label: plainOf(1),
    element: { type: 'plain_text_input' },
    ...more,
  });

  /** What passes fails at the trigger, which is looked at after the view. */
  const passed = 'invalid_trigger_id';

  const parts: readonly (readonly [what: string, max: number, make: (size: number) => object])[] = [
    ['title', 24, (size) => modal({ title: plainOf(size) })],
    ['submit', 24, (size) => modal({ submit: plainOf(size) })],
    ['close', 24, (size) => modal({ close: plainOf(size) })],
    ['private_metadata', 3000, (size) => modal({ private_metadata: 'x'.repeat(size) })],
    ['callback_id', 255, (size) => modal({ callback_id: 'x'.repeat(size) })],
    ['blocks', 100, (size) => modal({ blocks: times(size, () => ({ type: 'divider' })) })],
    [
      'label of an input',
      2000,
      (size) => modal({ submit: plainOf(1), blocks: [input({ label: plainOf(size) })] }),
    ],
    [
      'hint of an input',
      2000,
      (size) => modal({ submit: plainOf(1), blocks: [input({ hint: plainOf(size) })] }),
    ],
    [
      'max_length of a field',
      3000,
      (size) =>
        modal({
          submit: plainOf(1),
          blocks: [input({ element: { type: 'plain_text_input', max_length: size } })],
        }),
    ],
  ];

  test.each(parts)('%s: %d and no more', async (_, max, make) => {
    expect(await open(make(max))).toBe(passed);
    expect(await open(make(max + 1))).toBe('invalid_arguments');
  });

  test('with an input it needs a button to submit', async () => {
    expect(await open(modal({ blocks: [input()] }))).toBe('invalid_arguments');
  });

  test('has each action_id once, in whichever block', async () => {
    const button = { type: 'button', action_id: 'a', text: plainOf(1) };
    const twice = times(2, () => ({ type: 'actions', elements: [button] }));
    expect(await open(modal({ blocks: twice }))).toBe('invalid_blocks');
  });

  test('a Home tab has 100 blocks and no more, and is no modal', async () => {
    const home = (size: number) => ({ type: 'home', blocks: times(size, () => ({ type: 'divider' })) });
    expect(await publish(home(100))).toBe('ok');
    expect(await publish(home(101))).toBe('invalid_arguments');
    expect(await publish(modal())).toBe('invalid_arguments');
  });
});

describe('the rest of a message', () => {
  const send = (more: object) =>
    outcome(client.apiCall('chat.postMessage', { channel: 'CGENERAL', ...more }));

  test('text has 40,000 characters and no more', async () => {
    expect(await send({ text: 'x'.repeat(40_000) })).toBe('ok');
    expect(await send({ text: 'x'.repeat(40_001) })).toBe('msg_too_long');
  });

  test('something has to be said', async () => {
    expect(await send({})).toBe('no_text');
    expect(await send({ markdown_text: 'hello' })).toBe('no_text');
  });

  test('metadata is flat but for one level', async () => {
    const meta = (event_payload: object) =>
      send({ text: 'x', metadata: { event_type: 'digest', event_payload } });
    expect(await meta({ key: 'digest/2026-W01', tags: ['a'] })).toBe('ok');
    expect(await meta({ key: { deep: { deeper: 1 } } })).toBe('invalid_metadata_format');
  });
});
