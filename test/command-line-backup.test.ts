/** Backup and restore as people run them: real processes, beside a bot that is running. */
import { existsSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createSqliteState } from '../adapters/sqlite/index.ts';
import { folderOf } from './adapters/temporary-folder.ts';
import { startBot } from './bot-process.ts';
import { runMeetup } from './run-meetup.ts';
import type { Outcome } from './run-meetup.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(60_000);

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface Scene {
  readonly folder: string;
  readonly path: string;
  readonly run: (...args: readonly string[]) => Promise<Outcome>;
}

/** A bot that remembers these marks. */
async function remembering(...keys: readonly string[]): Promise<Scene> {
  const folder = folderOf({ 'content/community.md': '---\nlocale: en\n---\n', 'data/none': '' });
  const path = join(folder, 'data', 'state.db');
  const state = createSqliteState(path);
  for (const key of keys) await state.put({ kind: 'mark', key, version: null, value: 1 });
  await state.close();
  return { folder, path, run: (...args) => runMeetup(folder, args) };
}

async function recordsIn(path: string, kind: string): Promise<readonly [key: string, value: unknown][]> {
  const state = createSqliteState(path);
  const records = await state.list(kind);
  await state.close();
  return records.map(({ key, value }) => [key, value]);
}

async function startIn(folder: string): Promise<void> {
  const bot = startBot({ MEETUP_DATA: join(folder, 'data'), MEETUP_CONTENT: join(folder, 'content') });
  stops.push(async () => {
    bot.process.kill('SIGKILL');
    await bot.ended;
  });
  await bot.url;
}

describe('backup and restore', () => {
  test('bring back what was remembered, and say that it was brought back', async () => {
    const { folder, path, run } = await remembering('one', 'two');
    const made = await run('backup', 'kept.db', '--json');
    const file = join(folder, 'kept.db');
    expect(made).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(made.out)).toEqual({ file, records: 2, bytes: readFileSync(file).length });
    const state = createSqliteState(path);
    await state.put({ kind: 'mark', key: 'three', version: null, value: 1 });
    await state.close();
    const before = Date.now();
    const restored = await run('restore', 'kept.db', '--json');
    const aside = `${path}.before-restore-1`;
    expect(restored).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(restored.out)).toEqual({ file, records: 3, aside });
    expect((await recordsIn(path, 'mark')).map(([key]) => key)).toEqual(['one', 'two']);
    expect((await recordsIn(aside, 'mark')).map(([key]) => key)).toEqual(['one', 'three', 'two']);
    // The outbox reads it, and looks before it posts.
    const [[key, value] = [], ...others] = await recordsIn(path, 'restored');
    expect([key, others]).toEqual(['last', []]);
    const at = Date.parse((value as { readonly at: string }).at);
    expect(at).toBeGreaterThanOrEqual(before);
    expect(at).toBeLessThanOrEqual(Date.now());
  });

  test('say what they did to people', async () => {
    const { folder, path, run } = await remembering('one');
    const file = join(folder, 'kept.db');
    const made = await run('backup', 'kept.db');
    expect(made.out).toBe(`${file} holds what the bot remembers: 1 record.\n`);
    const restored = await run('restore', 'kept.db');
    expect(restored.out).toContain(`The bot remembers what ${file} says: 2 records.`);
    expect(restored.out).toContain(`is kept in ${path}.before-restore-1.`);
  });

  test('a backup is made beside a bot that is running; a restore says to stop it', async () => {
    const { folder, run } = await remembering('one');
    await startIn(folder);
    expect(await run('backup', 'kept.db')).toMatchObject({ code: 0, err: '' });
    const file = join(folder, 'kept.db');
    expect((await recordsIn(file, 'mark')).map(([key]) => key)).toEqual(['one']);
    const refused = await run('restore', 'kept.db');
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('Stop it, restore, and start it again.');
    expect(existsSync(join(folder, 'data', 'state.db.before-restore-1'))).toBe(false);
  });

  test('what can not be done is said in one sentence, with 1; a file that nobody names is wrong usage', async () => {
    const { folder, path, run } = await remembering('one');
    const outcomes = [
      await run('backup', 'content/community.md'),
      await run('backup', 'nowhere/kept.db'),
      await run('restore', 'none.db'),
      await run('restore', 'content/community.md'),
    ];
    for (const { code, out, err } of outcomes) {
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err.trimEnd().split('\n')).toHaveLength(1);
    }
    expect((await recordsIn(path, 'mark')).map(([key]) => key)).toEqual(['one']);
    expect(readFileSync(join(folder, 'content/community.md'), 'utf8')).toBe('---\nlocale: en\n---\n');
    for (const verb of ['backup', 'restore']) expect((await run(verb)).code).toBe(2);
  });

  test('mend a State that is damaged: the bot that can not start names restore', async () => {
    const { path, run } = await remembering('one');
    await run('backup', 'kept.db');
    truncateSync(path, 4096);
    const broken = await run('import', '--content', 'content');
    expect(broken.code).toBe(1);
    expect(broken.err).toContain('meetup restore FILE');
    expect((await run('backup', 'other.db')).code).toBe(1);
    expect((await run('restore', 'kept.db')).code).toBe(0);
    expect(await run('import', '--content', 'content')).toEqual({ code: 0, out: '', err: '' });
  });

  test('begin a data folder anew from a backup', async () => {
    const { folder, run } = await remembering('one');
    await run('backup', 'kept.db');
    const env = { MEETUP_DATA: join(folder, 'elsewhere') };
    const { code, out } = await runMeetup(folder, ['restore', 'kept.db', '--json'], env);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ records: 2, aside: null });
    expect(await recordsIn(join(folder, 'elsewhere', 'state.db'), 'mark')).toEqual([['one', 1]]);
  });
});
