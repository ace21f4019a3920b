/** `digest` and `digest replay` as people run them: real processes over a folder of their own. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { backUpState, createSqliteState } from '../adapters/sqlite/index.ts';
import { folderOf } from './adapters/temporary-folder.ts';
import { runMeetup } from './run-meetup.ts';
import type { Outcome } from './run-meetup.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(60_000);

const community = `---
name: Harbour
locale: en
zone: Asia/Tokyo
digests:
- channel: "#general"
  schedule: Mon 09:00
- channel: "#docker"
  schedule: Fri 18:00
---
`;

const event = `---
title: Container Night
start: 2027-03-10 19:00
end: 2027-03-10 21:00
url: https://example.org/night
---
`;

const scene = (files: Readonly<Record<string, string>> = {}) => {
  const folder = folderOf({
    'content/community.md': community,
    'content/events/night.md': event,
    ...files,
  });
  const run = (...args: readonly string[]): Promise<Outcome> =>
    runMeetup(folder, [...args, '--content', 'content']);
  return { folder, run };
};

const lines = ({ out }: Outcome): readonly Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const itemsOf = (digest: Record<string, unknown> = {}): readonly Record<string, unknown>[] =>
  digest['items'] as readonly Record<string, unknown>[];

describe('digest', () => {
  test('prints one digest a channel, with each candidate, its reason, and the message as Markdown', async () => {
    const { run } = scene();
    const outcome = await run('digest', '--at', '2027-03-01', '--json');
    expect(outcome).toMatchObject({ code: 0, err: '' });
    const found = lines(outcome);
    expect(found.map(({ channel, period }) => [channel, period])).toEqual([
      ['#general', '2027-W09'],
      ['#docker', '2027-W09'],
    ]);
    for (const digest of found)
      expect(Object.keys(digest)).toEqual(['channel', 'period', 'skipped', 'items', 'text']);
    const [general] = found;
    const [night] = itemsOf(general);
    expect(night).toEqual({
      id: expect.any(String),
      kind: 'events',
      title: 'Container Night',
      url: 'https://example.org/night',
      kept: true,
      reason: expect.stringMatching(/^(new|coming)$/),
    });
    expect(Object.keys(night ?? {})).toEqual(['id', 'kind', 'title', 'url', 'kept', 'reason']);
    expect(general).toMatchObject({ skipped: null });
    expect(general?.['text']).toContain('[Container Night](https://example.org/night)');
  });

  test('shows people the message, and why it says what it says', async () => {
    const { run } = scene();
    const { code, out } = await run('digest', '--at', '2027-03-01T09:00:00+09:00', '--channel', 'general');
    expect(code).toBe(0);
    expect(out).toContain('The digest 2027-W09 in #general');
    expect(out).toContain('Container Night');
    expect(out).toContain('What it tells (1 thing)');
    expect(out).not.toContain('#docker');
  });

  test('says in one sentence that no channel is called so', async () => {
    const { run } = scene();
    const outcome = await run('digest', '--channel', 'nowhere');
    expect(outcome).toMatchObject({ code: 1, out: '' });
    expect(outcome.err.trimEnd().split('\n')).toEqual([expect.stringContaining('“nowhere”')]);
  });

  test('shows a newcomer the usual one', async () => {
    const { run } = scene({ 'content/community.md': '---\nlocale: en\n---\n' });
    const found = lines(await run('digest', '--at', '2027-03-01', '--json'));
    expect(found.map(({ channel }) => channel)).toEqual(['#general']);
  });

  test('posts nothing and remembers nothing, whatever is remembered already', async () => {
    const { folder, run } = scene({ 'data/none': '' });
    const path = join(folder, 'data', 'state.db');
    const state = createSqliteState(path);
    await state.put({ kind: 'mark', key: 'one', version: null, value: 1 });
    await state.close();
    backUpState(path, join(folder, 'before.db'));
    const content = readdirSync(join(folder, 'content'), { recursive: true });
    expect((await run('digest', '--at', '2027-03-01')).code).toBe(0);
    expect((await run('digest', 'replay', '--from', '2027-02-01', '--to', '2027-03-01')).code).toBe(0);
    backUpState(path, join(folder, 'after.db'));
    expect(readFileSync(join(folder, 'after.db'))).toEqual(readFileSync(join(folder, 'before.db')));
    expect(readdirSync(join(folder, 'content'), { recursive: true })).toEqual(content);
  });

  test('refuses a time that is none', async () => {
    const { run } = scene();
    for (const at of ['soon', '2027-02-30', '2027-03-10T19:00:00'])
      expect(await run('digest', '--at', at)).toMatchObject({ code: 2, out: '' });
  });
});

describe('digest replay', () => {
  test('prints what would have been due between two days, the last one too, in the zone of the folder', async () => {
    const { run } = scene();
    const span = ['--from', '2027-02-22', '--to', '2027-03-08'];
    const found = lines(await run('digest', 'replay', ...span, '--channel', '#general', '--json'));
    expect(found.map(({ channel, period }) => `${String(channel)} ${String(period)}`)).toEqual([
      '#general 2027-W08',
      '#general 2027-W09',
      '#general 2027-W10',
    ]);
    for (const digest of found)
      expect(Object.keys(digest)).toEqual(['channel', 'period', 'skipped', 'items', 'text']);
  });

  test('prints a line a digest to people, wherever its options stand', async () => {
    const { run } = scene();
    const span = ['--from', '2027-03-01', '--to', '2027-03-05'];
    const behind = await run('digest', 'replay', ...span);
    const before = await run(...span, 'digest', 'replay');
    expect(behind.out.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/^2027-W09 {2}#general {2}.*Container Night/),
      expect.stringMatching(/^2027-W09 {2}#docker {2}.*Container Night/),
    ]);
    expect(before).toEqual(behind);
  });

  test('says where there is nothing: no digest is due, or no channel is called so', async () => {
    const { run } = scene();
    const span = ['--from', '2027-03-02', '--to', '2027-03-03'];
    const none = await run('digest', 'replay', ...span);
    expect(none).toEqual({ code: 0, out: '', err: 'No digest is due in that time.\n' });
    const nowhere = await run('digest', 'replay', ...span, '--channel', 'nowhere');
    expect(nowhere).toMatchObject({ code: 1, out: '' });
    expect(nowhere.err).toContain('“nowhere”');
  });

  test('refuses no begin, a begin after the end, times that are none, and words it does not know', async () => {
    const { run } = scene();
    const wrong = [
      [],
      ['--from', 'soon'],
      ['--from', '2027-03-02', '--to', '2027-03-01'],
      ['--from', '2027-03-02', '--at', '2027-03-01'],
      ['more', '--from', '2027-03-02'],
    ];
    for (const args of wrong)
      expect(await run('digest', 'replay', ...args)).toMatchObject({ code: 2, out: '' });
    expect(await run('digest', 'repaly')).toMatchObject({ code: 2, out: '' });
  });

  test('teaches with an example', async () => {
    const { run } = scene();
    expect((await run('digest', '--help')).out).toContain('meetup -- digest --channel general');
    expect((await run('digest', 'replay', '--help')).out).toContain('meetup -- digest replay --from');
  });
});
