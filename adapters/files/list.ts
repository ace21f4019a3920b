/** Finds the Markdown files below a folder. Looks synchronously, folder by folder: a third of the time that promises take. */
import { lstatSync, readdirSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join, posix } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FileInfo } from '../../src/port.ts';

const MARKDOWN = /\.(?:md|markdown)$/iu;

/** Beside a file that is being edited Emacs keeps a link `.#name`; macOS keeps `._name` on foreign disks. */
const DEBRIS = /^\.[#_]/u;

/** The stamp of what can be listed but not looked at; reading it tells why. */
const UNREADABLE = 'unreadable';

interface Folder {
  readonly path: string;
  readonly entries: readonly Dirent[];
}

/** Is this a name that Markdown is kept under? */
export const isMarkdown = (name: string): boolean => MARKDOWN.test(name) && !DEBRIS.test(name);

/**
 * Every Markdown file below `root`, in the order of their paths.
 *
 * What is only named like one (a pipe, a link, a folder `x.md`) and a folder that can not be opened are listed
 * too, because reading them tells what is wrong. Links are never followed.
 *
 * @throws the file system's error when `root` itself can not be opened
 */
export async function listMarkdown(root: string): Promise<readonly FileInfo[]> {
  const found: FileInfo[] = [];
  const waiting: Folder[] = [{ path: '', entries: readdirSync(root, { withFileTypes: true }) }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const entry of next.entries) {
      const path = posix.join(next.path, entry.name);
      if (isMarkdown(entry.name)) found.push({ path, stamp: stampOf(join(root, path)) });
      if (!mayHoldContent(entry)) continue;
      const entries = entriesOf(join(root, path));
      if (entries) waiting.push({ path, entries });
      else found.push({ path, stamp: UNREADABLE });
    }
    await nextTurn(); // whoever waits meanwhile, a search for example, is served first
  }
  return composed(found).toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

const mayHoldContent = (entry: Dirent): boolean =>
  entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules';

function entriesOf(folder: string): readonly Dirent[] | null {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return null;
  }
}

/** Size, both times to the nanosecond and the inode: an atomic replacement of the same size shows as well. */
function stampOf(path: string): string {
  try {
    const { size, mtimeNs, ctimeNs, ino } = lstatSync(path, { bigint: true });
    return [size, mtimeNs, ctimeNs, ino].map((part) => part.toString(36)).join('-');
  } catch {
    return UNREADABLE;
  }
}

/** Paths in NFC, however the disk writes them. Where both writings exist side by side, each keeps its own. */
function composed(files: readonly FileInfo[]): readonly FileInfo[] {
  const written = new Set(files.map(({ path }) => path));
  return files.map((file) => {
    const path = file.path.normalize('NFC');
    return written.has(path) ? file : { ...file, path };
  });
}
