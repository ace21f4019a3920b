/** Exports of conversations: the same remarks as from Slack itself, whatever the export is made of, and one sentence for what is none. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { hash } from '../../../adapters/hash/index.ts';
import { readExport } from '../../../adapters/slack/index.ts';
import type { Remark } from '../../../src/port.ts';
import { viewText } from '../../../src/view/text.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';

const users = [
  { id: 'U1', name: 'hanako', profile: { display_name: '花子', real_name: 'Hanako Yamada' } },
  { id: 'U2', name: 'ken', profile: { display_name: '', real_name: 'Ken' } },
];

const read = (json: unknown, of: unknown = users) => readExport(json, of, { hash });

const words = (remarks: readonly Remark[]): readonly string[] =>
  remarks.map(({ author, body }) => `${author.name}: ${viewText(body, 'en')}`);

const message = (ts: string, text: string, extra: object = {}) => ({
  type: 'message',
  ts: `${ts}.000100`,
  user: 'U1',
  text,
  ...extra,
});
const below = (first: string) => ({ thread_ts: `${first}.000100` });

const parent = message('100', 'first', { ...below('100'), reply_count: 2 });
const answers = [
  message('110', 'second', { ...below('100'), user: 'U2' }),
  message('120', 'third <@U2> <@U9>', below('100')),
];
const thread = [parent, ...answers];
const all = ['花子: first', 'Ken: second', '花子: third @Ken @unknown-c0f7'];

describe('an export', () => {
  test.each<readonly [string, unknown]>([
    ['a response of the Web API', { ok: true, messages: thread, has_more: false }],
    ['the messages alone', thread],
    ['in any order', thread.toReversed()],
    [
      'pages, each of which has the beginning',
      [{ messages: [parent, answers[0]] }, { messages: [parent, answers[1]] }],
    ],
    ['files of days', [[answers[1]], [parent], [answers[0]]]],
    [
      'with nulls where Slack says nothing',
      thread.map((each) => ({ ...each, attachments: null, files: null, edited: null })),
    ],
  ])('is read that is %s', async (_what, json) => {
    const { remarks, expected, title, url } = await read(json);
    expect([words(remarks), expected, title, url]).toEqual([all, 3, null, null]);
    expect(remarks.map(({ id }) => id)).toEqual(thread.map(({ ts }) => ts));
  });

  test('of a channel has the answers below what they answer', async () => {
    const other = message('105', 'meanwhile');
    const late = message('99', 'early', { ...below('99'), reply_count: 1 });
    const { remarks, expected } = await read([other, ...thread, message('200', 'late', below('99')), late]);
    expect(words(remarks)).toEqual(['花子: early', '花子: late', ...all, '花子: meanwhile']);
    expect(expected).toBe(6);
  });

  test('has each message as it was edited last', async () => {
    const edited = (at: string, text: string) => ({
      ...message('100', text),
      edited: { user: 'U1', ts: `${at}.000000` },
    });
    const { remarks } = await read([
      edited('300', 'last'),
      message('100', 'as it was'),
      edited('200', 'then'),
    ]);
    expect(words(remarks)).toEqual(['花子: last']);
    expect(remarks[0]?.edited).toEqual(new Date(300_000));
  });

  test('lacks who joined and what was deleted, and says how many there should be', async () => {
    const gone = { ...parent, subtype: 'tombstone', user: 'USLACKBOT' };
    const joined = message('50', '<@U1> has joined', { subtype: 'channel_join' });
    const { remarks, expected } = await read([joined, gone, ...answers]);
    expect([words(remarks), expected]).toEqual([all.slice(1), 2]);
    expect((await read([parent])).expected).toBe(3);
    expect((await read(answers)).expected).toBeNull();
  });

  test.each<readonly [string, unknown]>([
    ['a response of users.list', { ok: true, members: users }],
    ['an export’s users.json', users],
  ])('has the names of %s', async (_what, of) => {
    expect(words((await read(thread, of)).remarks)).toEqual(all);
  });

  test('has names that nobody knows, where nobody is named', async () => {
    const { remarks } = await read(thread, null);
    const names = words(remarks).map((line) => line.replaceAll(/unknown-[0-9a-f]{4}/g, '?'));
    expect(names).toEqual(['@?: first', '@?: second', '@?: third @? @?']);
    expect(remarks[0]?.author.name).toBe(remarks[2]?.author.name);
    expect(remarks[0]?.author.name).not.toBe(remarks[1]?.author.name);
  });

  test('has files that can not be read, and quotes of what stands in it', async () => {
    const shared = { is_share: true, author_id: 'U2', ts: '100.000100', text: 'first' };
    const files = [{ name: 'a.png', mode: 'hosted', size: 3, url_private: 'https://files.slack.com/a.png' }];
    const { remarks } = await read([
      message('100', 'first'),
      message('130', 'see', { files, attachments: [shared, { ...shared, ts: '90.000100' }] }),
    ]);
    const [, remark] = remarks;
    expect(remark?.files).toMatchObject([{ name: 'a.png', size: 3 }]);
    expect(await remark?.files[0]?.read(100)).toBeNull();
    expect(remark?.quotes.map((quote) => [quote.author?.name, quote.remark])).toEqual([
      ['Ken', '100.000100'],
      ['Ken', null],
    ]);
  });

  test('of nothing is nothing', async () => {
    expect(await read([])).toMatchObject({ remarks: [], expected: 0 });
  });
});

describe('what is no export', () => {
  test.each<readonly [string, unknown]>([
    ['nothing', null],
    ['a text', 'hello'],
    ['a number', 5],
    ['an answer that says no', { ok: false, error: 'not_in_channel' }],
    ['a conversation of Discord’s', { guild: {}, channel: {}, messages: [{ id: '1', content: 'x' }] }],
    ['messages without times', [{ text: 'x' }]],
    ['times that are none', [{ ...parent, ts: 'yesterday' }]],
    ['edited at no time', [{ ...parent, edited: { ts: 'x' } }]],
    ['files that are none', [{ ...parent, files: ['x'] }]],
    ['names that are none', [{ ...parent, files: [{ name: 5 }] }]],
    ['a list of anything', [thread, 'x']],
    ['lists of lists', [[thread]]],
    ['lists without an end', JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)],
  ])('is said to be none (%s)', async (_what, json) => {
    await expect(read(json)).rejects.toMatchObject({ name: 'UserError', code: 'export-unreadable' });
  });

  test.each<readonly [string, unknown]>([
    ['people without ids', [{ name: 'x' }]],
    ['a text', 'x'],
    ['nothing', {}],
  ])('is said where the people are none (%s)', async (_what, people) => {
    await expect(read(thread, people)).rejects.toMatchObject({ code: 'export-unreadable' });
  });

  test('is said of anything, and nothing else goes wrong', async () => {
    const part = fc.record({
      type: fc.constantFrom('rich_text', 'section', 'table', 'text', 'x'),
      elements: fc.jsonValue(),
      text: fc.jsonValue(),
    });
    const odd = fc.record(
      {
        ts: fc.constant('1.1'),
        text: fc.oneof(fc.string(), fc.jsonValue()),
        blocks: fc.oneof(fc.array(part), fc.jsonValue()),
        attachments: fc.oneof(
          fc.array(fc.record({ is_share: fc.boolean(), blocks: fc.array(part) })),
          fc.jsonValue(),
        ),
        files: fc.jsonValue(),
        thread_ts: fc.jsonValue(),
      },
      { requiredKeys: ['ts'] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.jsonValue(), fc.array(odd)), fc.jsonValue(), async (json, people) => {
        const became = await read(json, people).then(
          () => 'read',
          ({ code }: { readonly code?: string }) => code,
        );
        expect(['read', 'export-unreadable']).toContain(became);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the same conversation', () => {
  let connected: Connected;
  beforeEach(async () => {
    connected = await openSlack({ app: { events: [] } });
  });
  afterEach(() => connected.stop());

  const asked = async (method: string, args: Readonly<Record<string, string>>): Promise<unknown> => {
    const { apiUrl, botToken: token } = connected.slack;
    return (await fetch(`${apiUrl}${method}?${String(new URLSearchParams({ ...args, token }))}`)).json();
  };

  const plain = (remarks: readonly Remark[]) =>
    remarks.map(({ author: { id, name }, quotes, files, url: _url, ...rest }) => ({
      ...rest,
      author: { id, name },
      files: files.map((each) => ({ name: each.name, size: each.size })),
      // That it stands in the same channel an export does not say.
      quotes: quotes.map(({ remark: _remark, ...quote }) => quote),
    }));

  test('is the same, read from Slack or from what it exports', async () => {
    const { slack, start } = connected;
    const old = await slack.post({ user: 'yui', channel: 'general', text: 'old words' });
    const first = await slack.post({ user: 'ken', channel: 'general', text: 'hello @hanako' });
    const answer = { channel: 'general', thread: first };
    const file = { name: 'a.txt', mimetype: 'text/plain', content: 'x' };
    await slack.edit(await slack.post({ user: 'hanako', text: 'one', ...answer }), 'two');
    await slack.share({ user: 'yui', message: old, ...answer });
    await slack.program({ program: { id: 'BCI', name: 'CI' }, text: 'Build 1', ...answer });
    await slack.post({ user: 'yui', text: '', files: [file], ...answer });
    const chat = await start(botOf(() => say('')));
    const live = await chat.thread(`${first.channel}/${first.ts}`, null);
    const found: Remark[] = [];
    for await (const remark of live.remarks()) found.push(remark);
    const { channel, ts } = first;
    const exported = await read(
      await asked('conversations.replies', { channel, ts }),
      await asked('users.list', {}),
    );
    expect(plain(exported.remarks)).toEqual(plain(found));
    expect(exported.expected).toBe(live.expected);
  });
});
