/** Backups of the State, and what is restored from them: real files, sound ones and others. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test } from '@jest/globals';
import { backUpState, createSqliteState, restoreState } from '../../adapters/sqlite/index.ts';
import type { State } from '../../src/port.ts';
import { folderOf } from './temporary-folder.ts';

const write = (state: State, key: string): Promise<number | null> =>
  state.put({ kind: 'mark', key, version: null, value: 1 });

async function stateWith(path: string, ...keys: readonly string[]): Promise<void> {
  const state = createSqliteState(path);
  for (const key of keys) await write(state, key);
  await state.close();
}

async function keysIn(path: string): Promise<readonly string[]> {
  const state = createSqliteState(path);
  const records = await state.list('mark');
  await state.close();
  return records.map(({ key }) => key);
}

const note = async (state: State): Promise<void> => void (await write(state, 'noted'));

interface Scene {
  readonly folder: string;
  readonly path: string;
  readonly file: string;
}

const scene = (): Scene => {
  const folder = folderOf({});
  return { folder, path: join(folder, 'state.db'), file: join(folder, 'backup.db') };
};

describe('a backup', () => {
  test('has all that was written, also what stands in the journal of a bot that is running', async () => {
    const { folder, path, file } = scene();
    const state = createSqliteState(path);
    await write(state, 'one');
    await write(state, 'two');
    expect(existsSync(`${path}-wal`)).toBe(true);
    const made = backUpState(path, file);
    await write(state, 'later');
    await state.close();
    expect(made).toEqual({ file, records: 2, bytes: readFileSync(file).length });
    expect(readdirSync(folder).toSorted()).toEqual(['backup.db', 'state.db']);
    expect(await keysIn(file)).toEqual(['one', 'two']);
  });

  test('is never written over another file', async () => {
    const { path, file } = scene();
    await stateWith(path, 'one');
    writeFileSync(file, 'precious');
    expect(() => backUpState(path, file)).toThrow(expect.objectContaining({ code: 'backup-exists' }));
    expect(readFileSync(file, 'utf8')).toBe('precious');
  });

  test('is not made of nothing, and no State is made either', () => {
    const { folder, path, file } = scene();
    expect(() => backUpState(path, file)).toThrow(expect.objectContaining({ code: 'backup-none' }));
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is not made of a State that is damaged', async () => {
    const { folder, path, file } = scene();
    await stateWith(path, 'one');
    truncateSync(path, 4096);
    expect(() => backUpState(path, file)).toThrow(expect.objectContaining({ code: 'state-broken' }));
    expect(readdirSync(folder)).toEqual(['state.db']);
  });

  test('says so where it can not be written, and leaves nothing', async () => {
    const { folder, path } = scene();
    await stateWith(path, 'one');
    const file = join(folder, 'none', 'backup.db');
    expect(() => backUpState(path, file)).toThrow(expect.objectContaining({ code: 'backup-unwritable' }));
    expect(readdirSync(folder)).toEqual(['state.db']);
  });
});

describe('what is restored', () => {
  test('is what the backup says, with a note; what was there is kept, and what was kept before as well', async () => {
    const { folder, path, file } = scene();
    await stateWith(path, 'old');
    backUpState(path, file);
    await stateWith(path, 'new');
    const first = await restoreState({ path, file, note });
    const second = await restoreState({ path, file, note });
    expect(first).toEqual({ file, records: 2, aside: `${path}.before-restore-1` });
    expect(second.aside).toBe(`${path}.before-restore-2`);
    expect(await keysIn(path)).toEqual(['noted', 'old']);
    expect(await keysIn(`${path}.before-restore-1`)).toEqual(['new', 'old']);
    expect(await keysIn(file)).toEqual(['old']);
    expect(readdirSync(folder).toSorted()).toEqual([
      'backup.db',
      'state.db',
      'state.db.before-restore-1',
      'state.db.before-restore-2',
    ]);
  });

  test('takes the place of a State whose bot was killed: what stood in its journal is kept, and read into nothing else', async () => {
    const { folder, path, file } = scene();
    await stateWith(file, 'restored');
    const alive = createSqliteState(join(folder, 'alive.db'));
    await write(alive, 'journal');
    for (const suffix of ['', '-wal']) cpSync(join(folder, `alive.db${suffix}`), path + suffix);
    await alive.close();
    const { aside } = await restoreState({ path, file, note });
    expect(await keysIn(path)).toEqual(['noted', 'restored']);
    expect(await keysIn(String(aside))).toEqual(['journal']);
  });

  test('takes the place of a State that is damaged, which is kept to the byte', async () => {
    const { path, file } = scene();
    await stateWith(file, 'restored');
    writeFileSync(path, 'no database at all');
    writeFileSync(`${path}-wal`, 'nor a journal');
    const { aside } = await restoreState({ path, file, note });
    expect(readFileSync(String(aside), 'utf8')).toBe('no database at all');
    expect(await keysIn(path)).toEqual(['noted', 'restored']);
  });

  test('needs no State to be there', async () => {
    const { path, file } = scene();
    await stateWith(file, 'restored');
    expect(await restoreState({ path, file, note })).toEqual({ file, records: 2, aside: null });
    expect(await keysIn(path)).toEqual(['noted', 'restored']);
  });

  test('does not read what a restore that was cut off has left', async () => {
    const { folder, path, file } = scene();
    await stateWith(file, 'restored');
    await stateWith(`${path}.restoring`, 'half');
    writeFileSync(`${path}.before-restore-1.part`, 'half');
    await stateWith(path, 'old');
    await restoreState({ path, file, note });
    expect(await keysIn(path)).toEqual(['noted', 'restored']);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
  });
});

const unusable: readonly (readonly [what: string, code: string, make: (file: string) => unknown])[] = [
  ['that is not there', 'restore-unreadable', () => {}],
  ['that is a folder', 'restore-unreadable', (file) => mkdirSync(file)],
  ['that is empty', 'restore-foreign', (file) => writeFileSync(file, '')],
  ['that is no database', 'restore-foreign', (file) => writeFileSync(file, 'x'.repeat(10_000))],
  [
    'that is the database of something else',
    'restore-foreign',
    (file) => {
      const other = new DatabaseSync(file);
      other.exec('CREATE TABLE record (kind TEXT)');
      other.close();
    },
  ],
  [
    'of a later version',
    'restore-newer',
    async (file) => {
      await stateWith(file, 'later');
      const later = new DatabaseSync(file);
      later.exec('PRAGMA user_version = 99');
      later.close();
    },
  ],
  [
    'that was cut off',
    'restore-broken',
    async (file) => {
      await stateWith(file, 'cut');
      truncateSync(file, 4096);
    },
  ],
  [
    'with a page that is overwritten',
    'restore-broken',
    async (file) => {
      await stateWith(file, 'overwritten');
      const bytes = readFileSync(file);
      bytes.fill(0xa5, 4096, 8192);
      writeFileSync(file, bytes);
    },
  ],
];

describe('a file', () => {
  test.each(unusable)('%s is not restored: %s, and the State is as it was', async (_what, code, make) => {
    const { folder, path, file } = scene();
    await stateWith(path, 'old');
    await make(file);
    const before = readFileSync(path);
    await expect(restoreState({ path, file, note })).rejects.toMatchObject({ code, facts: { file } });
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name !== 'backup.db')).toEqual(['state.db']);
  });
});
