/**
 * What was deleted is gone from the disk: SQLite leaves it in free pages, FTS5 in its segments, the journal in its frames.
 * Free pages are overwritten as they become free (`secure_delete`); what was free before is not there after a VACUUM.
 */
import type { DatabaseSync } from 'node:sqlite';

/** https://www.sqlite.org/fts5.html#the_optimize_command */
export function scrub(database: DatabaseSync): void {
  database.exec("INSERT INTO search (search) VALUES ('optimize')");
  vacuum(database);
}

/**
 * Writes the file anew without what is free, and empties the journal. Throws Error where another process reads on for so long
 * that the journal can not be emptied. https://www.sqlite.org/lang_vacuum.html
 */
export function vacuum(database: DatabaseSync): void {
  database.exec('VACUUM');
  const emptied = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get();
  if (emptied?.['busy'] !== 0)
    throw new Error('the journal is still being read, so nothing in it can be wiped');
}
