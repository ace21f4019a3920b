/** The State in one SQLite file, for the one process that holds the lock on its folder. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Records, State } from '../../src/port.ts';
import { createQueue } from './queue.ts';
import { rowsOf } from './record.ts';
import type { Rows } from './record.ts';
import { vacuum } from './scrub.ts';
import { openStateFile } from './state-file.ts';

/** The port, and what only the owner of the file may do. */
export interface SqliteState extends State {
  /** Once all that was asked before is done. */
  readonly close: () => Promise<void>;
}

/**
 * Opens or makes the State at `path`; its folder must be there. Throws UserError as `openStateFile` does. Whatever is asked
 * is done one after the other, so no transaction is ever in the way of another and none is run twice.
 */
export function createSqliteState(path: string): SqliteState {
  const database = openStateFile(path);
  const rows = rowsOf(database);
  const inside = new AsyncLocalStorage<true>();
  const queue = createQueue();

  /** A task that waits in the queue for the transaction that it is a part of would wait for ever. */
  const ask = async <T>(task: () => T | Promise<T>): Promise<T> => {
    if (inside.getStore() === true) throw new Error('inside a transaction only its own records can be used');
    return queue(task);
  };

  const transaction = <T>(work: (records: Records) => Promise<T>): Promise<T> =>
    ask(async () => {
      const { records, end } = lendRecords(rows);
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = await inside.run(true, () => work(records));
        database.exec('COMMIT');
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      } finally {
        end();
      }
    });

  return {
    ...recordsOver(rows, ask),
    put: (change) => transaction((records) => records.put(change)),
    transaction,
    scrub: () => ask(() => vacuum(database)),
    close: () => queue(() => database.close()),
  };
}

const recordsOver = ({ get, list, put }: Rows, ask: <T>(task: () => T) => Promise<T>): Records => ({
  get: (kind, key) => ask(() => get(kind, key)),
  list: (kind) => ask(() => list(kind)),
  put: (change) => ask(() => put(change)),
});

/** Records for one transaction: whoever holds on to them can do nothing with them after its end. */
function lendRecords(rows: Rows): { readonly records: Records; readonly end: () => void } {
  let isOver = false;
  const ask = async <T>(task: () => T): Promise<T> => {
    if (isOver) throw new Error('the transaction is over');
    return task();
  };
  return { records: recordsOver(rows, ask), end: () => void (isOver = true) };
}
