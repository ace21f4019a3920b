/** A library over files that stand in a test, with a real index in memory. */
import { hash } from '../../adapters/hash/index.ts';
import { createSqliteIndex } from '../../adapters/sqlite/index.ts';
import { createLibrary } from '../../src/library.ts';
import type { Content, Hit, Index, Library } from '../../src/port.ts';

export interface Folder extends Content {
  /** What is in it; a test may change it. */
  readonly files: Map<string, string>;
  /** Every path that was read, in order. */
  readonly reads: string[];
}

/** A folder in memory. A file's stamp is its text. */
export function folderOf(files: Readonly<Record<string, string>>): Folder {
  const kept = new Map(Object.entries(files));
  const reads: string[] = [];
  return {
    files: kept,
    reads,
    list: async () => [...kept].map(([path, text]) => ({ path, stamp: hash(text) })).toSorted(byPath),
    read: async (path) => {
      reads.push(path);
      const text = kept.get(path);
      return text === undefined
        ? { text: null, problems: [{ line: 0, code: 'file-unreadable', detail: '' }] }
        : { text, problems: [] };
    },
  };
}

const byPath = (left: { path: string }, right: { path: string }): number => (left.path < right.path ? -1 : 1);

export interface Opened {
  readonly library: Library;
  readonly index: Index;
  readonly folder: Folder;
}

export const now = new Date('2026-11-22T03:00:00Z');

/** Takes in the files; nothing is left behind. `pages`: the base address of our own. */
export async function open(
  files: Readonly<Record<string, string>>,
  { pages = null }: { readonly pages?: string | null } = {},
): Promise<Opened> {
  const folder = folderOf(files);
  const index = createSqliteIndex({ path: ':memory:', version: 'test' });
  const library = createLibrary({ content: folder, index, hash, now: () => now, pages });
  await library.sync();
  return { library, index, folder };
}

/** Up to 50 hits. */
export const hits = async ({ library }: Opened, text: string): Promise<readonly Hit[]> =>
  (await library.search({ text, limit: 50, offset: 0 })).hits;

/** Titles of the hits, best first. */
export const titles = async (opened: Opened, text: string): Promise<readonly string[]> =>
  (await hits(opened, text)).map(({ title }) => title);
