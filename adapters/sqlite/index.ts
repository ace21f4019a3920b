/** The index in one SQLite file (FTS5), for one folder of content. Two processes may share it. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { FiledCard, Index } from '../../src/port.ts';
import { match } from './match.ts';
import { isBroken, moveAside, openIndex } from './open.ts';
import type { IndexFile } from './open.ts';
import { write } from './write.ts';

export type { IndexFile } from './open.ts';

type Row = Record<string, SQLOutputValue>;

/** The port, and what only the owner of the file may do. */
export interface SqliteIndex extends Index {
  close(): void;
}

/** Opens or makes the index at `path`. Another `version` than it was made with empties it. */
export function createSqliteIndex(file: IndexFile): SqliteIndex {
  let database = openIndex(file);

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
      }
      throw error;
    }
  };

  return {
    state: async () => run(readState),
    put: async (change) => run((open) => write(open, change)),
    match: async (request) => run((open) => match(open, request)),
    list: async (kind) => run((open) => listCards(open, kind)),
    keys: async (kind) => run((open) => listKeys(open, kind)),
    words: async (sounds) => run((open) => listWords(open, sounds)),
    close: () => database.close(),
  };
}

type State = Awaited<ReturnType<Index['state']>>;

function readState(database: DatabaseSync): State {
  const rows = database.prepare('SELECT path, stamp FROM file ORDER BY path').all();
  const meta = database.prepare('SELECT value FROM meta WHERE name = ?');
  const changedAt = meta.get('changedAt')?.['value'];
  return {
    files: rows.map((row) => ({ path: String(row['path']), stamp: String(row['stamp']) })),
    changedAt: changedAt === undefined ? null : new Date(String(changedAt)),
    changes: Number(meta.get('changes')?.['value'] ?? 0),
  };
}

function listCards(database: DatabaseSync, kind: string): readonly FiledCard[] {
  const cards = database.prepare(
    `SELECT card.kind, card.key, card.data, card.file, file.shown
     FROM card JOIN file ON file.path = card.file WHERE card.kind = ? ORDER BY card.file, card.at`,
  );
  return cards.all(kind).map((row) => ({
    kind: String(row['kind']),
    key: String(row['key']),
    data: JSON.parse(String(row['data'])) as unknown,
    file: String(row['file']),
    shown: String(row['shown']),
  }));
}

const listKeys = (database: DatabaseSync, kind: string): readonly string[] =>
  database
    .prepare('SELECT DISTINCT key FROM card WHERE kind = ?')
    .all(kind)
    .map((row) => String(row['key']));

function listWords(database: DatabaseSync, sounds: readonly string[] | undefined): readonly string[] {
  const rows: Row[] =
    sounds === undefined
      ? database.prepare('SELECT text FROM word ORDER BY files DESC, text').all()
      : database
          .prepare(
            'SELECT text FROM word WHERE sound IN (SELECT value FROM json_each(?)) ORDER BY files DESC, text',
          )
          .all(JSON.stringify(sounds));
  return rows.map((row) => String(row['text']));
}
