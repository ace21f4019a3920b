/** New files are written beside their place and moved there when they are on the disk: nobody ever sees half of one. */
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  linkSync,
  openSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { codeOf } from './below.ts';
import { sweepDrafts } from './sweep.ts';

/** Whose a file is, and what they let others do with it. */
export interface Rights {
  /** As `chmod` takes them. */
  readonly mode: number;
  readonly user: number;
  readonly group: number;
}

interface Draft {
  readonly folder: string;
  readonly text: string | Uint8Array;
  /** Rights of the file, as far as the process lets it have them; or those of another one. */
  readonly rights: number | Rights;
}

/**
 * Writes the text under a name that no listing shows, gives that to `move`, and leaves nothing there. What a killed process
 * leaves is such a name, and the next one that writes there removes it. Throws the file system's error.
 */
export function withDraft<T>({ folder, text, rights }: Draft, move: (draft: string) => T): T {
  sweepDrafts(folder);
  const draft = join(folder, `.new-${randomBytes(8).toString('hex')}`);
  try {
    const file = openSync(draft, 'wx', typeof rights === 'number' ? rights : 0o600);
    writeWhole(file, text, rights);
    const result = move(draft);
    syncFolder(folder);
    return result;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeWhole(file: number, text: string | Uint8Array, rights: number | Rights): void {
  try {
    writeFileSync(file, text);
    if (typeof rights !== 'number') give(file, rights);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Only root can give a file to others; whoever else may write there has it then. */
function give(file: number, { mode, user, group }: Rights): void {
  try {
    fchownSync(file, user, group);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') throw error;
  }
  fchmodSync(file, mode);
}

/** A name is on the disk only when its folder is. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Gives a draft its name; `false`: something has it. A link, unlike a renaming, never replaces what stands there. */
export function isLinked(draft: string, place: string): boolean {
  try {
    linkSync(draft, place);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
