/** `collect` as people run it: real processes over exported conversations. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { folderOf } from './adapters/temporary-folder.ts';
import { runMeetup } from './run-meetup.ts';
import type { Outcome } from './run-meetup.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(60_000);

const community = `---
name: Harbour
locale: en
zone: Asia/Tokyo
---
`;

const people = [
  { slack: 'U1', discord: '11', name: 'hanako' },
  { slack: 'U2', discord: '12', name: 'ken' },
] as const;

interface Said {
  readonly by: (typeof people)[number];
  /** Seconds since 1970. */
  readonly at: number;
  readonly text: string;
}

const begins = Date.parse('2027-03-10T10:00:00Z') / 1000;

const talk = (...lines: readonly string[]): readonly Said[] =>
  lines.map((text, index) => ({ by: people[index % 2] ?? people[0], at: begins + index * 120, text }));

const evening = talk('Good evening', 'LT1: Small images by ken', '`{{ site.x }}` and *this*? 2 * 3', 'fine');

const inSlack = (said: readonly Said[]): string => {
  const first = `${said[0]?.at ?? 0}.000000`;
  const messages = said.map(({ by, at, text }, index) => ({
    type: 'message',
    user: by.slack,
    ts: `${at}.000000`,
    text,
    thread_ts: first,
    ...(index === 0 ? { reply_count: said.length - 1 } : {}),
  }));
  return JSON.stringify({ ok: true, messages });
};

const users = JSON.stringify({
  members: people.map(({ slack, name }) => ({ id: slack, name, profile: { display_name: name } })),
});

const inDiscord = (said: readonly Said[]): string =>
  JSON.stringify(
    said.map(({ by, at, text }, index) => ({
      id: String(100 + index),
      type: 0,
      channel_id: '5',
      // What is bold there is italic here.
      content: text.replaceAll('*this*', '**this**'),
      author: { id: by.discord, username: by.name, bot: false },
      timestamp: new Date(at * 1000).toISOString(),
      edited_timestamp: null,
    })),
  );

const scene = (said: readonly Said[], files: Readonly<Record<string, string>> = {}) => {
  const folder = folderOf({
    'content/community.md': community,
    'slack.json': inSlack(said),
    'users.json': users,
    'discord.json': inDiscord(said),
    ...files,
  });
  const run = (...args: readonly string[]): Promise<Outcome> =>
    runMeetup(folder, ['collect', ...args, '--content', 'content']);
  const reports = (): readonly string[] => readdirSync(join(folder, 'content/reports')).toSorted();
  const report = (name: string): string => readFileSync(join(folder, 'content/reports', name), 'utf8');
  return { run, reports, report };
};

const fromSlack = ['--slack-json', 'slack.json', '--users', 'users.json'] as const;
const fromDiscord = ['--discord-json', 'discord.json'] as const;

/** What stands between the two comments. */
const inner = (file: string): string => /<!-- notes:begin .*-->\n([^]*)<!-- notes:end/u.exec(file)?.[1] ?? '';

describe('collect', () => {
  test('makes the same of a conversation to the byte, whichever chat it was exported from', async () => {
    const { run } = scene(evening);
    const [slack, discord] = [await run(...fromSlack), await run(...fromDiscord)];
    expect(slack).toMatchObject({ code: 0, err: '' });
    expect(discord).toMatchObject({ code: 0, err: '' });
    expect(inner(slack.out)).toContain('## Talk 1: Small images\n\nSpeaker: ken\n');
    expect(inner(slack.out)).toContain('<code>&#123;&#123; site&#46;x &#125;&#125;</code>');
    expect(inner(discord.out)).toBe(inner(slack.out));
  });

  test('prints it, and writes it where that is asked for: once, however often it is', async () => {
    const { run, reports, report } = scene(evening);
    const { out } = await run(...fromSlack);
    expect(() => reports()).toThrow('ENOENT');
    const written = await run(...fromSlack, '--write');
    const [name = '', ...others] = reports();
    expect(others).toEqual([]);
    expect(written).toEqual({ code: 0, out: `Written to reports/${name}.\n`, err: '' });
    expect(report(name)).toBe(out);
    await run(...fromSlack, '--write');
    expect(reports()).toEqual([name]);
    expect(report(name)).toBe(out);
  });

  test('puts another conversation of the same name into a file of its own', async () => {
    const { run, reports, report } = scene(evening);
    await run(...fromSlack, '--write');
    await run(...fromDiscord, '--write');
    const [one = '', other = '', ...more] = reports();
    expect(more).toEqual([]);
    expect(inner(report(one))).toBe(inner(report(other)));
  });

  test('reads the folder of a channel in an export of Slack, days and people', async () => {
    const [first, ...later] = (JSON.parse(inSlack(evening)) as { messages: unknown[] }).messages;
    const { run } = scene(evening, {
      'export/lightning-talks/2027-03-11.json': JSON.stringify(later),
      'export/lightning-talks/2027-03-10.json': JSON.stringify([first]),
      'export/users.json': JSON.stringify((JSON.parse(users) as { members: unknown }).members),
    });
    const { code, out, err } = await run('--slack-json', 'export/lightning-talks');
    expect([code, err]).toEqual([0, '']);
    expect(inner(out)).toBe(inner((await run(...fromSlack)).out));
    expect(await run('--slack-json', 'export')).toMatchObject({ code: 1, out: '' });
  });

  test('masks what is secret, and says so where people see it', async () => {
    const token = ['ghp', 'x'.repeat(36)].join('_');
    const { run } = scene(talk('Deploying', `use ${token}`));
    const { code, out, err } = await run(...fromSlack);
    expect(code).toBe(0);
    expect(out).not.toContain('ghp_x');
    expect(out).toContain('GitHub token');
    expect(err).toMatch(/^Masked: .*GitHub token.*\n$/u);
    expect(err).not.toContain(token);
  });

  test.each([
    ['is no JSON', 'hello'],
    ['is something else', '{"a": 1}'],
    ['has messages of another shape', '[{"ts": 5}]'],
  ])('says in one sentence that a file can not be read that %s', async (_what, json) => {
    const { run } = scene(evening, { 'slack.json': json, 'discord.json': json });
    for (const from of [fromSlack, fromDiscord]) {
      const { code, out, err } = await run(...from);
      expect([code, out]).toEqual([1, '']);
      expect(err.trimEnd().split('\n')).toHaveLength(1);
      expect(err).toContain('no export of a conversation');
    }
  });

  test('wants to know which chat it is, and is told of a file that is not there', async () => {
    const { run } = scene(evening);
    expect(await run()).toMatchObject({ code: 2, out: '' });
    expect(await run(...fromSlack, ...fromDiscord)).toMatchObject({ code: 2, out: '' });
    expect(await run('--slack-json', 'nowhere.json')).toMatchObject({ code: 1, out: '' });
  });
});
