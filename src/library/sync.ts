/** Looks at the folder and takes in what changed: list → compare → read → understand → put, a batch at a time. */
import type { Content, FileInfo, Hash, Index, Now, Show, SyncResult } from '../port.ts';
import { settingsOn } from './shelf.ts';
import type { Shelf } from './shelf.ts';
import { settingsFile, understand } from './understand.ts';

export interface Parts {
  readonly content: Content;
  readonly index: Index;
  readonly hash: Hash;
  readonly now: Now;
  /** Base address of our own pages, without a slash at its end; `null`: there are none. */
  readonly pages: string | null;
}

export interface Sync {
  /** One look at a time: who asks while one is running gets its result. */
  run(show?: Show): Promise<SyncResult>;
  /** When the last look was finished. */
  checkedAt(): Date | null;
  /** Could the folder be read at the last look? */
  isReadable(): boolean;
}

export function createSync(parts: Parts, shelf: Shelf): Sync {
  let running: Promise<SyncResult> | null = null;
  let checkedAt: Date | null = null;
  let isReadable = true;
  const listeners = new Set<Show>();
  const look = async (): Promise<SyncResult> => {
    const start = parts.now();
    const taken = await takeIn(parts, shelf, (progress) => listeners.forEach((show) => show(progress)));
    await shelf.refresh();
    checkedAt = parts.now();
    return { ...taken, ms: checkedAt.getTime() - start.getTime() };
  };
  return {
    run: async (show) => {
      if (show !== undefined) listeners.add(show);
      if (running === null) {
        running = look().finally(() => {
          running = null;
          listeners.clear();
        });
        void running.then(
          () => (isReadable = true),
          () => (isReadable = false),
        );
      }
      return running;
    },
    checkedAt: () => checkedAt,
    isReadable: () => isReadable,
  };
}

type Taken = Omit<SyncResult, 'ms'>;

async function takeIn(parts: Parts, shelf: Shelf, show: Show): Promise<Taken> {
  const listed = await parts.content.list();
  const files = await parts.index.files();
  const known = new Map(files.map(({ path, stamp }) => [path, stamp]));
  const isNew = ({ path, stamp }: FileInfo): boolean => known.get(path) !== stamp;
  const present = new Set(listed.map(({ path }) => path));
  const gone = [...known.keys()].filter((path) => !present.has(path));
  // The settings come first: by their zone the dates of all other files are read, so it is a part of their stamps.
  const own = listed.filter(({ path }) => path === settingsFile).filter(isNew);
  await put(parts, { changed: own, gone, zone: '' }, show);
  await shelf.refresh();
  const { zone } = await settingsOn(shelf);
  const others = listed
    .filter(({ path }) => path !== settingsFile)
    .map(({ path, stamp }) => ({ path, stamp: `${stamp} ${zone}` }));
  const changed = others.filter(isNew);
  await put(parts, { changed, gone: [], zone }, show);
  const read = own.length + changed.length;
  return { files: listed.length, read, unchanged: listed.length - read, removed: gone.length };
}

interface Changes {
  readonly changed: readonly FileInfo[];
  readonly gone: readonly string[];
  readonly zone: string;
}

/** Files in one transaction: few enough that a reader need not wait, enough that the disk is not the bottleneck. */
const batchSize = 100;

async function put(parts: Parts, { changed, gone, zone }: Changes, show: Show): Promise<void> {
  const { content, index, hash, now } = parts;
  if (gone.length > 0) await index.put({ gone, files: [], at: now() });
  for (let done = 0; done < changed.length; done += batchSize) {
    show({ done, of: changed.length });
    const files = [];
    for (const info of changed.slice(done, done + batchSize))
      files.push(understand(info, await content.read(info.path), { zone, hash }));
    await index.put({ gone: [], files, at: now() });
  }
  if (changed.length > 0) show({ done: changed.length, of: changed.length });
}
