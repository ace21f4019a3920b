/** The index in one SQLite file (FTS5), for one folder of content. Two processes may share it. The State has a file of its own. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { FileInfo, Index } from '../../src/port.ts';
import { listCards } from './cards.ts';
import { countUses, createKeys } from './keys.ts';
import { match } from './match.ts';
import { isBroken, moveAside, openIndex } from './open.ts';
import type { IndexFile } from './open.ts';
import { scrub } from './scrub.ts';
import { createWriter } from './write.ts';

export { backUpState } from './backup.ts';
export type { IndexFile } from './open.ts';
export { restoreState } from './restore.ts';
export { createSqliteState } from './state.ts';
export type { SqliteState } from './state.ts';

type Row = Record<string, SQLOutputValue>;

/** The port, and what only the owner of the file may do. */
export interface SqliteIndex extends Index {
  close(): void;
}

/** Opens or makes the index at `path`. Another `version` than it was made with empties it. */
export function createSqliteIndex(file: IndexFile): SqliteIndex {
  let database = openIndex(file);
  let write = createWriter();
  let keysOf = createKeys();

  /**
   * A file that turns out to be broken while in use is replaced by an empty one; the next sync fills it. Who was asking
   * gets the error: an empty answer would be a false one.
   */
  const run = <T>(task: (open: DatabaseSync) => T): T => {
    try {
      return task(database);
    } catch (error) {
      if (isBroken(error)) {
        database.close();
        moveAside(file.path);
        database = openIndex(file);
        write = createWriter();
        keysOf = createKeys();
      }
      throw error;
    }
  };

  return {
    files: async () => run(listFiles),
    state: async () => run(readState),
    put: async (change) => run((open) => write(open, change)),
    match: async (request) => run((open) => match(open, request)),
    list: async (kind) => run((open) => listCards(open, kind)),
    keys: async (kind) => run((open) => keysOf(open, kind)),
    uses: async (kind, today) => run((open) => countUses(open, kind, today)),
    words: async (sounds) => run((open) => listWords(open, sounds)),
    scrub: async () => run(scrub),
    close: () => database.close(),
  };
}

/** One row of all, since a row for each costs three times as much. */
function listFiles(database: DatabaseSync): readonly FileInfo[] {
  const all = `SELECT json_group_array(json_object('path', path, 'stamp', stamp)) AS files
    FROM (SELECT path, stamp FROM file ORDER BY path)`;
  return JSON.parse(String(database.prepare(all).get()?.['files'])) as FileInfo[];
}

type State = Awaited<ReturnType<Index['state']>>;

function readState(database: DatabaseSync): State {
  const meta = database.prepare('SELECT value FROM meta WHERE name = ?');
  const changedAt = meta.get('changedAt')?.['value'];
  return {
    changedAt: changedAt === undefined ? null : new Date(String(changedAt)),
    changes: Number(meta.get('changes')?.['value'] ?? 0),
  };
}

/** Those of the most files first. */
const byUse = (where: string): string =>
  `SELECT json_group_array(text) AS list FROM (SELECT text FROM word ${where} ORDER BY files DESC, text)`;

const sounding = 'WHERE sound IN (SELECT value FROM json_each(?))';

const listWords = (database: DatabaseSync, sounds: readonly string[] | undefined): readonly string[] =>
  listed(
    sounds === undefined
      ? database.prepare(byUse('')).get()
      : database.prepare(byUse(sounding)).get(JSON.stringify(sounds)),
  );

const listed = (row: Row | undefined): readonly string[] => JSON.parse(String(row?.['list'])) as string[];
