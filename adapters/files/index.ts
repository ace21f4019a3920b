/**
 * A folder of Markdown on disk. To look and to read never writes anything below it; what is added is a new file. All are
 * synchronous inside, which for many small files is many times as fast as promises, and meant for a worker.
 */
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Content, FileText } from '../../src/port.ts';
import { nameOnDisk } from './below.ts';
import { isMarkdown, listMarkdown } from './list.ts';
import { readText, refusal, unreadable } from './read.ts';

export { createAdd } from './add.ts';
export { readCommit } from './commit.ts';
export { createCopies } from './copies.ts';
export { isOwn, prepareData, requireContent } from './folder.ts';
export { withFileOf } from './instead.ts';
export { createOwnFiles } from './own.ts';
export { seedContent } from './seed.ts';
export { watchFiles } from './watch.ts';

const realPath = realpathSync.native;

/** The content below `root`, which may itself be a link to where the files are. */
export const createFiles = (root: string): Content => ({
  list: async () => listMarkdown(realPath(root)),
  read: async (path) => orUnreadable(() => readBelow(realPath(root), path)),
});

/** Any text below `root`, such as a calendar; `null`: there is none that may be read. Never rejects. */
export const createRead =
  (root: string) =>
  async (path: string): Promise<string | null> =>
    orUnreadable(() => readInside(realPath(root), path)).text;

/** One file that a person names; here, and only here, a link is followed. Never rejects. */
export const readMarkdownFile = async (path: string): Promise<FileText> =>
  orUnreadable(() => readText(realPath(path)));

function orUnreadable(reading: () => FileText): FileText {
  try {
    return reading();
  } catch (error) {
    return unreadable(error);
  }
}

function readBelow(home: string, path: string): FileText {
  // Of what is no Markdown only folders are listed, and only those that can not be opened.
  if (!isMarkdown(path.slice(path.lastIndexOf('/') + 1))) return refusal('file-unreadable', 'folder');
  return readInside(home, path);
}

function readInside(home: string, path: string): FileText {
  const place = onDisk(home, path);
  return isWithin(home, realPath(dirname(place))) ? readText(place) : refusal('file-not-regular', 'link');
}

/** O_NOFOLLOW speaks of the last name alone: a folder on the way may have become a link since the listing. */
const isWithin = (home: string, folder: string): boolean => relative(home, folder).split(sep)[0] !== '..';

/** Where a path in NFC lies; a disk may write its names in NFD. */
function onDisk(home: string, path: string): string {
  const direct = join(home, path);
  if (existsSync(direct)) return direct;
  return path.split('/').reduce((place, name) => join(place, nameOnDisk(place, name)), home);
}
