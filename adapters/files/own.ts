/** The community's own files, as notes need them: read to the byte, and changed only where nobody else has since. */
import { accessSync, constants, realpathSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../src/error.ts';
import type { OwnFiles } from '../../src/port.ts';
import { codeOf, namesOf, nameOnDisk, openFolder, refusingClosed } from './below.ts';
import { isLinked, syncFolder, withDraft } from './draft.ts';
import type { Rights } from './draft.ts';
import { readRegular } from './regular.ts';
import type { Regular } from './regular.ts';

/** As the port says. Works synchronously inside, and is meant for a worker. */
export const createOwnFiles = (root: string): OwnFiles => ({
  text: async (path) => textIn(look(root, path)),
  change: async ({ path, before, after }) =>
    refusingClosed(() => {
      const place = look(root, path);
      return place !== null && change(place, before, after);
    }),
  keep: async ({ path, bytes }) => refusingClosed(() => keep(placeOf(root, path, true), bytes)),
});

interface Place {
  readonly folder: string;
  readonly name: string;
}

interface Replacing {
  readonly before: string;
  readonly after: string;
  readonly rights: Rights;
}

const pathOf = ({ folder, name }: Place): string => join(folder, name);

/** `null`: its folder is not there. Throws Error for a path that leads out of the folder. */
function look(root: string, path: string): Place | null {
  try {
    return placeOf(root, path, false);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function placeOf(root: string, path: string, isMade: boolean): Place {
  const names = namesOf(path);
  const folder = names
    .slice(0, -1)
    .reduce((above, name) => openFolder(above, nameOnDisk(above, name), isMade), realpathSync.native(root));
  return { folder, name: nameOnDisk(folder, names.at(-1) ?? '') };
}

const fileAt = (place: Place | null): Regular | null => place && readRegular(pathOf(place));

/** `null`: there is none. Throws UserError `file-not-text` for what is not UTF-8. */
function textIn(place: Place | null): string | null {
  const file = fileAt(place);
  if (file === null) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes);
  } catch {
    throw new UserError('file-not-text', { name: place?.name ?? '' });
  }
}

function change(place: Place, before: string, after: string | null): boolean {
  const file = fileAt(place);
  if (file === null || textIn(place) !== before) return false;
  // What people protect from writing is not replaced by way of its folder.
  accessSync(pathOf(place), constants.W_OK);
  return after === null ? remove(place) : replace(place, { before, after, rights: file.rights });
}

function remove(place: Place): true {
  rmSync(pathOf(place));
  syncFolder(place.folder);
  return true;
}

/** Looked at once more when all is on the disk but the name: somebody may have saved it in between. */
const replace = (place: Place, { before, after, rights }: Replacing): boolean =>
  withDraft({ folder: place.folder, text: after, rights }, (draft) => {
    if (textIn(place) !== before) return false;
    renameSync(draft, pathOf(place));
    return true;
  });

/** Throws Error where something else has that name: names of assets are made of their bytes. */
function keep(place: Place, bytes: Uint8Array): void {
  const isThere = (): boolean => fileAt(place)?.bytes.equals(bytes) === true;
  if (isThere()) return;
  const isNew = withDraft({ folder: place.folder, text: bytes, rights: 0o666 }, (draft) =>
    isLinked(draft, pathOf(place)),
  );
  if (!isNew && !isThere()) throw new Error(`other bytes have that name: ${JSON.stringify(place.name)}`);
}
