/** Puts new files into the folder that people write in, and never touches one of theirs. */
import { readdirSync, realpathSync } from 'node:fs';
import { join, parse } from 'node:path';
import type { AddFile } from '../../src/port.ts';
import { namesOf, openFolder, refusingClosed } from './below.ts';
import { isLinked, withDraft } from './draft.ts';

/** As the port says. Works synchronously inside, and is meant for a worker. */
export const createAdd =
  (folder: string): AddFile =>
  async (path, text) => {
    const names = namesOf(path);
    return refusingClosed(() => addBelow(realpathSync.native(folder), names, text));
  };

function addBelow(home: string, names: readonly string[], text: string): string {
  const folders = names.slice(0, -1);
  const folder = folders.reduce((above, name) => openFolder(above, name), home);
  const move = (draft: string): string => linkAs(draft, folder, names.at(-1) ?? '');
  const name = withDraft({ folder, text, rights: 0o666 }, move);
  return [...folders, name].join('/');
}

/** Gives the file the first name that is free; someone else may take one just now. */
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
