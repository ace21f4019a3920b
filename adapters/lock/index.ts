/** One bot on one data folder. The lock is the file system's own, so it ends with the process, however that ends. */
import { DatabaseSync } from 'node:sqlite';

export interface Lock {
  readonly release: () => void;
}

const busy = 5; // SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy

/** Takes the lock, or returns `null` where another process has it. Throws if the file can not be written at all. */
export function takeLock(file: string): Lock | null {
  const database = new DatabaseSync(file, { timeout: 0 });
  try {
    database.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return { release: () => database.close() };
}

const isBusy = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'errcode' in error && error.errcode === busy;
