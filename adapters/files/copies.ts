/** Small texts that are kept for later: one file a key, for nobody but the user that the bot runs as. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Copies } from '../../src/port.ts';
import { withDraft } from './draft.ts';

/** The folder is made at the first writing. What can not be read is not there: it can be made anew. */
export const createCopies = (folder: string): Copies => ({
  read: async (key) => readCopy(placeOf(folder, key)),
  write: async (key, text) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    withDraft({ folder, text, rights: 0o600 }, (draft) => renameSync(draft, placeOf(folder, key)));
  },
});

/** A key can be an address, and secret: it is no name of a file. */
const placeOf = (folder: string, key: string): string =>
  join(folder, createHash('sha256').update(key).digest('hex'));

function readCopy(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
