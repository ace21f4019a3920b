/** New files are written beside their place and moved there when they are on the disk: nobody ever sees half of one. */
import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Draft {
  readonly folder: string;
  readonly text: string;
  /** Rights of the file, as far as the process lets it have them. */
  readonly mode: number;
}

/**
 * Writes the text under a name that no listing shows, gives that to `move`, and leaves nothing there. What a killed process
 * leaves is such a name. Throws the file system's error.
 */
export function withDraft<T>({ folder, text, mode }: Draft, move: (draft: string) => T): T {
  const draft = join(folder, `.new-${randomBytes(8).toString('hex')}`);
  try {
    writeWhole(openSync(draft, 'wx', mode), text);
    const result = move(draft);
    syncFolder(folder);
    return result;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeWhole(file: number, text: string): void {
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A name is on the disk only when its folder is. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
