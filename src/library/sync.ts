/** Looks at the folder and takes in what changed: list → compare → read → understand → put, a batch at a time. */
import type { FeedParts } from './feeds.ts';
import type { AddFile, Content, FileInfo, Hash, Index, Now, OwnFiles, Show, SyncResult } from '../port.ts';
import { createKnown } from './known.ts';
import type { Known } from './known.ts';
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
  /** Without it no feed is asked. */
  readonly feeds?: FeedParts;
  /** Without it nothing can be put into the folder. */
  readonly add?: AddFile;
  /** Without them no file can be changed. */
  readonly own?: OwnFiles;
  /** Which commit the folder is a checkout of; without it, that is not known. */
  readonly commit?: () => string | null;
}

export interface Sync {
  /** One look at a time: who asks while one is running gets its result. */
  run(show?: Show): Promise<SyncResult>;
  /** When the last look was finished. */
  checkedAt(): Date | null;
  /** Which commit the folder was a checkout of then. */
  commit(): string | null;
  /** Could the folder be read at the last look? */
  isReadable(): boolean;
}

export function createSync(parts: Parts, shelf: Shelf): Sync {
  const known = createKnown(parts.index);
  let running: Promise<SyncResult> | null = null;
  let checkedAt: Date | null = null;
  let commit: string | null = null;
  let isReadable = true;
  const listeners = new Set<Show>();
  const show: Show = (progress) => listeners.forEach((each) => each(progress));
  const look = async (): Promise<SyncResult> => {
    const start = parts.now();
    commit = parts.commit?.() ?? null;
    const taken = await takeIn({ ...parts, known, show }, shelf);
    await shelf.refresh();
    checkedAt = parts.now();
    return { ...taken, ms: checkedAt.getTime() - start.getTime() };
  };
  return {
    run: async (listener) => {
      if (listener !== undefined) listeners.add(listener);
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
    commit: () => commit,
    isReadable: () => isReadable,
  };
}

type Taken = Omit<SyncResult, 'ms'>;

interface Look extends Parts {
  readonly known: Known;
  readonly show: Show;
}

async function takeIn(parts: Look, shelf: Shelf): Promise<Taken> {
  const listed = await parts.content.list();
  const known = await parts.known.stamps();
  const isNew = ({ path, stamp }: FileInfo): boolean => known.get(path) !== stamp;
  const gone = goneFrom(listed, known);
  // The settings come first: by their zone the dates of all other files are read, so it is a part of their stamps.
  const own = listed.filter(({ path }) => path === settingsFile).filter(isNew);
  await put(parts, { changed: own, gone, zone: '' });
  await shelf.refresh();
  const { zone } = await settingsOn(shelf);
  // Of thousands of files few are new: only their stamps are written.
  const changed = listed
    .filter(({ path, stamp }) => path !== settingsFile && !isStampIn(zone, stamp, known.get(path)))
    .map(({ path, stamp }) => ({ path, stamp: stampIn(zone, stamp) }));
  await put(parts, { changed, gone: [], zone });
  const read = own.length + changed.length;
  return { files: listed.length, read, unchanged: listed.length - read, removed: gone.length };
}

/** The stamp of a file as it is understood in a zone. */
const stampIn = (zone: string, stamp: string): string => `${stamp} ${zone}`;

const isStampIn = (zone: string, stamp: string, known: string | undefined): boolean =>
  known?.length === stamp.length + 1 + zone.length && known.startsWith(stamp) && known.endsWith(zone);

/** What is known and no longer there. Mostly that is nothing, which is found out by counting. */
function goneFrom(listed: readonly FileInfo[], known: ReadonlyMap<string, string>): readonly string[] {
  if (listed.filter(({ path }) => known.has(path)).length === known.size) return [];
  const present = new Set(listed.map(({ path }) => path));
  return [...known.keys()].filter((path) => !present.has(path));
}

interface Changes {
  readonly changed: readonly FileInfo[];
  readonly gone: readonly string[];
  readonly zone: string;
}

/** Files in one transaction: few enough that a reader need not wait, enough that the disk is not the bottleneck. */
const batchSize = 100;

async function put(
  { content, known, hash, now, show }: Look,
  { changed, gone, zone }: Changes,
): Promise<void> {
  if (gone.length > 0) await known.put({ gone, files: [], at: now() });
  for (let done = 0; done < changed.length; done += batchSize) {
    show({ done, of: changed.length });
    const files = [];
    for (const info of changed.slice(done, done + batchSize))
      files.push(understand(info, await content.read(info.path), { zone, hash }));
    await known.put({ gone: [], files, at: now(), more: done + batchSize < changed.length });
  }
  if (changed.length > 0) show({ done: changed.length, of: changed.length });
}
