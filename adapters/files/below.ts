/** Paths below the folder of content: none leads out of it, or to what no listing shows. */
import { existsSync, lstatSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/error.ts';

/** What the file system says where nothing can be written. */
const closed: ReadonlySet<string> = new Set(['EACCES', 'EDQUOT', 'ENOSPC', 'EPERM', 'EROFS']);

export const codeOf = (error: unknown): string =>
  Error.isError(error) && 'code' in error ? String(error.code) : '';

/** In NFC. Throws Error for a path that leads out of the folder, or to what no listing shows. */
export function namesOf(path: string): readonly string[] {
  const names = path.normalize('NFC').split('/');
  const isSafe = names.every((name) => name !== '' && !name.startsWith('.') && !/[\\\0]/.test(name));
  if (!isSafe) throw new Error(`no place in the folder: ${JSON.stringify(path)}`);
  return names;
}

/** A folder of that name; `isMade`: made if there is none. A link is none: it could lead anywhere, and no listing follows it. */
export function openFolder(parent: string, name: string, isMade = true): string {
  const folder = join(parent, name);
  if (isMade) mkdirSync(folder, { recursive: true });
  if (!lstatSync(folder).isDirectory()) throw new Error(`no folder: ${JSON.stringify(name)}`);
  return folder;
}

/** How a disk writes a name that is in NFC. */
export function nameOnDisk(folder: string, name: string): string {
  if (existsSync(join(folder, name))) return name;
  return readdirSync(folder).find((each) => each.normalize('NFC') === name) ?? name;
}

/** Throws UserError `folder-read-only` where the file system refuses what the work does. */
export function refusingClosed<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw closed.has(codeOf(error)) ? new UserError('folder-read-only') : error;
  }
}
