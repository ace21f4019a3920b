/** Puts new files into the folder that people write in, and never touches one of theirs. */
import { linkSync, lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { join, parse } from 'node:path';
import { UserError } from '../../src/error.ts';
import type { AddFile } from '../../src/port.ts';
import { withDraft } from './draft.ts';

/** What the file system says where nothing can be added. */
const closed = new Set(['EACCES', 'EDQUOT', 'ENOSPC', 'EPERM', 'EROFS']);

/** As the port says. Works synchronously inside, and is meant for a worker. */
export const createAdd =
  (folder: string): AddFile =>
  async (path, text) => {
    const names = namesOf(path);
    try {
      return addBelow(realpathSync.native(folder), names, text);
    } catch (error) {
      throw closed.has(codeOf(error)) ? new UserError('folder-read-only') : error;
    }
  };

const codeOf = (error: unknown): string =>
  Error.isError(error) && 'code' in error ? String(error.code) : '';

/** In NFC. Throws Error for a path that leads out of the folder, or to what no listing shows. */
function namesOf(path: string): readonly string[] {
  const names = path.normalize('NFC').split('/');
  const isSafe = names.every((name) => name !== '' && !name.startsWith('.') && !/[\\\0]/.test(name));
  if (!isSafe) throw new Error(`no place in the folder: ${JSON.stringify(path)}`);
  return names;
}

function addBelow(home: string, names: readonly string[], text: string): string {
  const folders = names.slice(0, -1);
  const folder = folders.reduce(openFolder, home);
  const move = (draft: string): string => linkAs(draft, folder, names.at(-1) ?? '');
  const name = withDraft({ folder, text, mode: 0o666 }, move);
  return [...folders, name].join('/');
}

/** A folder of that name, made if there is none. A link is none: it could lead anywhere, and no listing follows it. */
function openFolder(parent: string, name: string): string {
  const folder = join(parent, name);
  mkdirSync(folder, { recursive: true });
  if (!lstatSync(folder).isDirectory()) throw new Error(`no folder: ${JSON.stringify(name)}`);
  return folder;
}

/** Gives the file the first name that is free. A link, unlike a renaming, never replaces what stands there. */
function linkAs(draft: string, folder: string, wish: string): string {
  const { name, ext } = parse(wish);
  const taken = new Set(readdirSync(folder).map(alike));
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? wish : `${name}-${number}${ext}`;
    if (!taken.has(alike(candidate)) && isLinked(draft, join(folder, candidate))) return candidate;
  }
}

/** Names that are the same to people, and on some disks. */
const alike = (name: string): string => name.normalize('NFC').toLowerCase();

/** Someone else may have taken the name just now. */
function isLinked(draft: string, place: string): boolean {
  try {
    linkSync(draft, place);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
