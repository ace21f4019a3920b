/** Composition root of the search thread: the folder, the index and the library, answered through the worker's port. */
import { parentPort, workerData } from 'node:worker_threads';
import { adapters } from '../adapters/index.ts';
import { understanding } from './feed/understanding.ts';
import { createLibrary, indexVersion } from './library.ts';
import type { OpenFeed } from './port.ts';

/** What main.ts starts the thread with. */
export interface WorkerData {
  readonly content: string;
  /** Folder whose `community.md` holds where the content has none. */
  readonly settingsFrom?: string | null;
  /** File of the index. */
  readonly index: string;
  /** Keep looking for changes in the folder? */
  readonly watch: boolean;
  /** Base address of our own pages, without a slash at its end; `null`: there are none. */
  readonly pages: string | null;
  readonly logLevel: string;
  /** `copies`: folder of what they said last. */
  readonly feeds?: FeedAccess & { readonly copies: string };
}

/** How feeds are asked: from the environment. */
export interface FeedAccess {
  /** `host:port` that may be reached although the guard would stop it. */
  readonly allow: ReadonlySet<string>;
  readonly connpass: { readonly key: string | null; readonly url: string };
  readonly doorkeeper: { readonly token: string | null; readonly url: string };
}

const data = workerData as WorkerData;
if (parentPort === null) throw new Error('worker.ts runs in a worker thread');

const [
  { createAdd, createCopies, createFiles, createOwnFiles, createRead, readCommit, watchFiles, withFileOf },
  { hash },
  { createLog },
  { createSqliteIndex },
  { serveLibrary },
] = await Promise.all([
  adapters.files(),
  adapters.hash(),
  adapters.log(),
  adapters.sqlite(),
  adapters.worker(),
]);

const log = createLog(data.logLevel);
const own = createFiles(data.content);
const { settingsFrom = null } = data;
const content = settingsFrom === null ? own : withFileOf(own, createFiles(settingsFrom), 'community.md');
const index = createSqliteIndex({ path: data.index, version: indexVersion(process.versions['icu'] ?? '') });
const { pages, feeds } = data;
const commit = (): string | null => readCommit(data.content);
const now = (): Date => new Date();

/** What reads feeds is not there for communities that have none. */
async function openFeeds({ allow, connpass, doorkeeper }: FeedAccess): Promise<OpenFeed> {
  const [{ createFetch }, { createIcal }, { createConnpass }, { createDoorkeeper }, { sleep }] =
    await Promise.all([
      adapters.http(),
      adapters.ical(),
      adapters.connpass(),
      adapters.doorkeeper(),
      adapters.clock(),
    ]);
  const fetch = createFetch({ allow });
  const openers: readonly OpenFeed[] = [
    createIcal({ fetch, read: createRead(data.content), hash, understanding }),
    createConnpass({ fetch, sleep, now, hash, understanding, ...connpass }),
    createDoorkeeper({ fetch, sleep, now, hash, understanding, ...doorkeeper }),
  ];
  return (setting, zone) => openers.map((open) => open(setting, zone)).find((feed) => feed !== null) ?? null;
}

const library = createLibrary({
  content,
  index,
  hash,
  now,
  pages,
  commit,
  add: createAdd(data.content),
  own: createOwnFiles(data.content),
  ...(feeds && { feeds: { open: () => openFeeds(feeds), copies: createCopies(feeds.copies) } }),
});

const watch = data.watch
  ? watchFiles(content, () => library.sync(), {
      onError: (error) => log.error({ err: error }, 'the folder can not be read'),
    })
  : null;

const close = async (): Promise<void> => {
  await watch?.stop();
  index.close();
};

serveLibrary(parentPort, Object.assign({ close }, library));
