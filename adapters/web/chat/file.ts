/** The file of the history. What can not be read is put aside: people's play is no reason not to start. */
import { renameSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** A change here is a new version; what an older one kept is given up. */
const version = 2;
const tables = `
  DROP TABLE IF EXISTS message;
  CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    channel TEXT NOT NULL,
    thread INTEGER REFERENCES message (id) ON DELETE CASCADE,
    author TEXT NOT NULL,
    only TEXT,
    body TEXT NOT NULL,
    next TEXT NOT NULL,
    form TEXT NOT NULL,
    files TEXT NOT NULL,
    key TEXT UNIQUE,
    edited INTEGER
  );
  CREATE INDEX message_channel ON message (channel, thread, id);
  CREATE INDEX message_thread ON message (thread);
  PRAGMA user_version = ${version};
`;

/** SQLITE_CORRUPT and SQLITE_NOTADB, https://www.sqlite.org/rescode.html. */
const unreadable: ReadonlySet<number> = new Set([11, 26]);

/** Opens or makes it; its folder must be there. */
export function openFile(path: string): DatabaseSync {
  try {
    return tryOpen(path);
  } catch (error) {
    if (!Error.isError(error) || !('errcode' in error) || !unreadable.has(Number(error.errcode))) throw error;
    renameSync(path, `${path}.broken`);
    for (const journal of ['-wal', '-shm']) rmSync(path + journal, { force: true });
    return tryOpen(path);
  }
}

function tryOpen(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    // NORMAL: a power cut may take the last words, never the file.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
    if (database.prepare('PRAGMA user_version').get()?.['user_version'] !== version) database.exec(tables);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
