/** A message as a remark: whose words it is, what it passes on, what hangs on it. */
import { describe, expect, test } from '@jest/globals';
import { permalinkOf } from '../../../adapters/slack/permalink.ts';
import { isSpoken, remarkOf } from '../../../adapters/slack/remark.ts';
import type { Said } from '../../../adapters/slack/remark.ts';
import { printMarkdown } from '../../../src/content/markdown.ts';
import type { Remark } from '../../../src/port.ts';
import { names } from './spoken.ts';

const people: Readonly<Record<string, string>> = { U1: '花子', UAPP: 'meetup' };

const read = (said: Partial<Said>): Promise<Remark> =>
  remarkOf(
    { ts: '1700000000.000100', user: 'U1', ...said },
    {
      holds: (shared) => shared.channel_id === 'C1',
      names,
      personOf: async (id) => {
        const name = people[id];
        return name === undefined ? null : { id, name, organiser: false, guest: true };
      },
      urlOf: ({ ts }) => `https://example.org/${ts}`,
      described: async (file) => file,
      readerOf: () => async () => null,
    },
  );

const words = ({ body }: Pick<Remark, 'body'>): string => printMarkdown(body).trimEnd();

describe('a remark', () => {
  test('has its place, its time and its address', async () => {
    expect(await read({ text: 'hi' })).toMatchObject({
      id: '1700000000.000100',
      at: new Date(1_700_000_000_000),
      edited: null,
      url: 'https://example.org/1700000000.000100',
      quotes: [],
      files: [],
    });
  });

  test('that was edited says when', async () => {
    const { edited } = await read({ text: 'hi', edited: { ts: '1700000060.000000' } });
    expect(edited).toEqual(new Date(1_700_000_060_000));
  });
});

describe('who says it', () => {
  test.each<readonly [string, Partial<Said>, { id: string; name: string; isProgram: boolean }]>([
    ['a person', {}, { id: 'U1', name: '花子', isProgram: false }],
    ['somebody nobody knows', { user: 'U9' }, { id: 'U9', name: '@unknown-c0f7', isProgram: false }],
    [
      'an app with a user of its own',
      { user: 'UAPP', bot_id: 'B1', app_id: 'A1', bot_profile: { name: 'Deploy' } },
      { id: 'UAPP', name: 'Deploy', isProgram: true },
    ],
    [
      'such an app without a profile',
      { user: 'UAPP', bot_id: 'B1' },
      { id: 'UAPP', name: 'meetup', isProgram: true },
    ],
    [
      'a program as it calls itself',
      {
        user: undefined as never,
        subtype: 'bot_message',
        bot_id: 'B1',
        username: 'CI \u202e',
        bot_profile: { name: 'x' },
      },
      { id: 'B1', name: 'CI ', isProgram: true },
    ],
    [
      'a program without a name',
      { user: undefined as never, bot_id: 'U9' },
      { id: 'U9', name: '@unknown-c0f7', isProgram: true },
    ],
    [
      'Slack itself',
      { user: 'USLACKBOT' },
      { id: 'USLACKBOT', name: expect.any(String) as never, isProgram: true },
    ],
  ])('is %s', async (_who, said, { id, name, isProgram }) => {
    const remark = await read({ text: 'hi', ...said });
    expect(remark).toMatchObject({ author: { id, name, organiser: false }, isProgram });
  });
});

describe('a message that was shared', () => {
  const shared = {
    is_share: true,
    is_msg_unfurl: true,
    from_url: 'https://team.slack.example/archives/C1/p1',
    ts: '1600000000.000100',
    channel_id: 'C1',
    author_id: 'U1',
    author_name: 'hanako',
    text: 'old *words* of <@U2>',
    fallback: '[date] hanako: no',
  };

  test('is a quote, with its author, and none of the words', async () => {
    const remark = await read({ text: 'look', attachments: [shared] });
    expect([words(remark), remark.quotes.map(words)]).toEqual([
      'look',
      ['old **words** of @Taro \\*the\\* \\<b>'],
    ]);
    expect(remark.quotes).toMatchObject([{ author: { id: 'U1', name: '花子' }, remark: shared.ts }]);
  });

  test('is what it was: its blocks count more than its text', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: '_blocks_' } }];
    const { quotes } = await read({
      attachments: [{ ...shared, message_blocks: [{ message: { blocks } }] }],
    });
    expect(quotes.map(words)).toEqual(['*blocks*']);
  });

  test('is of another conversation where it stands in another channel', async () => {
    const { quotes } = await read({ attachments: [{ ...shared, channel_id: 'C2' }] });
    expect(quotes[0]?.remark).toBeNull();
  });

  test('has the name that Slack gives where nobody knows its author, and no author where Slack names none', async () => {
    const { author_id: _id, ...anonymous } = shared;
    const { quotes } = await read({
      attachments: [
        { ...shared, author_id: 'U9' },
        { ...shared, author_id: 'U9', author_name: '' },
        anonymous,
      ],
    });
    expect(quotes.map(({ author }) => author)).toEqual([
      { id: 'U9', name: 'hanako' },
      { id: 'U9', name: '@unknown-c0f7' },
      null,
    ]);
  });

  test('names its files, and is nothing where it says nothing', async () => {
    const { fallback: _said, text: _text, ...silent } = shared;
    const files = [{ name: 'slides [1].pdf', mode: 'hosted' }, { mode: 'tombstone' }];
    const { quotes } = await read({ attachments: [{ ...silent, files }, silent] });
    expect(quotes.map(words)).toEqual(['- slides \\[1].pdf']);
  });

  test('is no attachment of a program, which is a part of its words', async () => {
    const remark = await read({
      text: 'red',
      bot_id: 'B1',
      attachments: [{ author_name: 'CI', text: 'Build 1' }],
    });
    expect([words(remark), remark.quotes]).toEqual(['red\n\n> **CI**\n>\n> Build 1', []]);
  });
});

test('files are those that are still there, with the size that Slack says', async () => {
  const { files } = await read({
    files: [
      { name: 'slides [1].pdf', mode: 'hosted', size: 5 },
      { name: 'elsewhere', mode: 'external' },
      { mode: 'tombstone' },
      { name: null, mode: 'hidden_by_limit' },
    ],
  });
  expect(files.map(({ name, size }) => [name, size])).toEqual([
    ['slides [1].pdf', 5],
    ['elsewhere', null],
  ]);
});

describe('what counts as a message', () => {
  const at = { ts: '2.1' };
  test.each<readonly [string, Said, boolean]>([
    ['words', at, true],
    [
      'an answer that was sent to the channel as well',
      { ...at, thread_ts: '1.1', subtype: 'thread_broadcast' },
      true,
    ],
    ['a message of a program', { ...at, subtype: 'bot_message' }, true],
    ['that somebody joined', { ...at, subtype: 'channel_join' }, false],
    ['that somebody joined, with answers', { ...at, thread_ts: '2.1', subtype: 'channel_join' }, false],
    ['an answer of a kind that is newer than this program', { ...at, thread_ts: '1.1', subtype: 'x' }, true],
    ['what was deleted', { ...at, thread_ts: '2.1', subtype: 'tombstone' }, false],
    ['an answer that was deleted', { ...at, thread_ts: '1.1', subtype: 'tombstone' }, false],
  ])('%s: %j is %j', (_what, said, counts) => {
    expect(isSpoken(said)).toBe(counts);
  });
});

describe('an address', () => {
  const ref = { channel: 'C1', ts: '1700000000.000100' };
  const team = 'https://team.slack.com/';

  test('says in which thread a message stands, where it does', () => {
    expect(permalinkOf(team, ref)).toBe('https://team.slack.com/archives/C1/p1700000000000100');
    expect(permalinkOf(team, ref, ref.ts)).toBe(permalinkOf(team, ref));
    expect(permalinkOf(team, ref, '1600000000.000100')).toBe(
      'https://team.slack.com/archives/C1/p1700000000000100?thread_ts=1600000000.000100&cid=C1',
    );
  });

  test('is none where Slack does not say the workspace’s', () => {
    expect(permalinkOf(null, ref)).toBeNull();
  });
});
