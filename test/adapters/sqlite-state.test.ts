import { existsSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import type { SqliteState } from '../../adapters/sqlite/index.ts';
import { openStateFile } from '../../adapters/sqlite/state-file.ts';
import { describeState } from '../contract/state.ts';
import { folderOf } from './temporary-folder.ts';

const folder = folderOf({});
describeState('SQLite', async (name) => createSqliteState(join(folder, `${name}.db`)));

const place = (): string => join(folderOf({}), 'state.db');

const opened: SqliteState[] = [];
afterEach(() => Promise.all(opened.splice(0).map((state) => state.close())));

function open(path: string): SqliteState {
  const state = createSqliteState(path);
  opened.push(state);
  return state;
}

const record = (key: string, value: unknown = key) => ({ kind: 'letter', key, version: null, value });

async function filled(keys: readonly string[] = ['a']): Promise<string> {
  const path = place();
  const state = createSqliteState(path);
  await state.transaction(async (records) => {
    for (const key of keys) await records.put(record(key));
  });
  await state.close();
  return path;
}

/** Says what it throws, with its facts. */
function refusal(path: string): unknown {
  try {
    createSqliteState(path);
  } catch (error) {
    return error;
  }
  return null;
}

describe('the State in a file', () => {
  test('is asked in the order in which it was asked, also by who does not wait', async () => {
    const state = open(place());
    const slow = state.transaction(async (records) => {
      await records.get('letter', 'a');
      await records.put(record('a'));
    });
    expect(await state.list('letter')).toHaveLength(1);
    await slow;
  });

  test('does not keep whoever asks from going on: nothing is written before the next turn', async () => {
    const state = open(place());
    let isWritten = false;
    const written = state.put(record('a')).then(() => (isWritten = true));
    for (let step = 0; step < 100; step += 1) await Promise.resolve();
    expect(isWritten).toBe(false);
    await written;
    expect(isWritten).toBe(true);
  });

  test('goes on after what went wrong', async () => {
    const state = open(place());
    await expect(state.transaction(async () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(state.put(record('', 'x'))).rejects.toThrow('1 to 200');
    expect(await state.put(record('a'))).not.toBeNull();
  });

  test('is closed when all that was asked is done, and says so afterwards', async () => {
    const path = place();
    const state = createSqliteState(path);
    const asked = ['a', 'b', 'c'].map((key) => state.put(record(key)));
    await state.close();
    expect(await Promise.all(asked)).not.toContain(null);
    await expect(state.get('letter', 'a')).rejects.toThrow('finalized');
    expect(await open(path).list('letter')).toHaveLength(3);
  });

  test('has on the disk what it says is written', async () => {
    const database = openStateFile(await filled());
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    // FULL, https://www.sqlite.org/pragma.html#pragma_synchronous
    expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    database.close();
  });

  test('of another process is not written over', async () => {
    const path = await filled();
    const [here, there] = [open(path), open(path)];
    const version = (await here.get('letter', 'a'))?.version ?? null;
    const both = await Promise.all(
      [here, there].map((state) => state.put({ ...record('a'), version, value: 'new' })),
    );
    expect(both.filter((now) => now === null)).toHaveLength(1);
  });
});

describe('a file that can not be trusted', () => {
  test('is refused where it is no database, and left as it is', () => {
    const path = place();
    const text = 'not a database, but someone may need it '.repeat(200);
    writeFileSync(path, text);
    expect(refusal(path)).toMatchObject({
      name: 'UserError',
      code: 'state-broken',
      facts: { file: path },
    });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  test('is refused where a page of it is noise, and left as it is', async () => {
    const path = await filled(Array.from({ length: 500 }, (_, number) => `key ${number}`.repeat(10)));
    const bytes = readFileSync(path);
    expect(bytes.length).toBeGreaterThan(4096 * 8);
    bytes.fill(0xa5, 4096 * 4, 4096 * 5);
    writeFileSync(path, bytes);
    expect(refusal(path)).toMatchObject({ code: 'state-broken' });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('is refused where it is a database of someone else', () => {
    const path = place();
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)');
    other.close();
    expect(refusal(path)).toMatchObject({ code: 'state-broken' });
    const kept = new DatabaseSync(path, { readOnly: true });
    expect(kept.prepare('SELECT x FROM theirs').get()).toEqual({ x: 1 });
    kept.close();
  });

  test('is refused where a later version of the bot made it', async () => {
    const path = await filled();
    const later = new DatabaseSync(path);
    later.exec('PRAGMA user_version = 99');
    later.close();
    expect(refusal(path)).toMatchObject({ name: 'UserError', code: 'state-newer', facts: { file: path } });
    const kept = new DatabaseSync(path, { readOnly: true });
    expect(kept.prepare('PRAGMA user_version').get()).toEqual({ user_version: 99 });
    kept.close();
  });

  test('is refused where it can not be opened at all', () => {
    const path = place();
    mkdirSync(path);
    expect(refusal(path)).toMatchObject({ code: 'data-folder', facts: { folder: join(path, '..') } });
  });

  test('is as it was at some moment before where its journal was cut off or lost', async () => {
    for (const spoil of [
      (journal: string) => truncateSync(journal, 20),
      (journal: string) => rmSync(journal),
      (journal: string) => writeFileSync(journal, Buffer.alloc(8192, 0xa5)),
    ]) {
      const path = await filled(['a']);
      const state = createSqliteState(path);
      await state.put(record('b'));
      // As a crash leaves it: the journal beside the file, and nobody who could put them together.
      const left = join(folderOf({}), 'state.db');
      for (const end of ['', '-wal']) writeFileSync(left + end, readFileSync(path + end));
      await state.close();
      spoil(`${left}-wal`);
      expect((await open(left).list('letter')).map(({ key }) => key)).toEqual(['a']);
    }
  });

  test('deleted between two starts it begins anew', async () => {
    const path = await filled();
    rmSync(path);
    expect(await open(path).list('letter')).toEqual([]);
    expect(existsSync(path)).toBe(true);
  });
});
