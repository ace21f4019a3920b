/** Composition root of the search thread: the folder, the index and the library, answered through the worker's port. */
import { parentPort, workerData } from 'node:worker_threads';
import { adapters } from '../adapters/index.ts';
import { createLibrary, indexVersion } from './library.ts';

/** What main.ts starts the thread with. */
export interface WorkerData {
  readonly content: string;
  /** File of the index. */
  readonly index: string;
  /** Keep looking for changes in the folder? */
  readonly watch: boolean;
  /** Base address of our own pages, without a slash at its end; `null`: there are none. */
  readonly pages: string | null;
  readonly logLevel: string;
}

const data = workerData as WorkerData;
if (parentPort === null) throw new Error('worker.ts runs in a worker thread');

const [
  { createFiles, readCommit, watchFiles },
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
const content = createFiles(data.content);
const index = createSqliteIndex({ path: data.index, version: indexVersion(process.versions['icu'] ?? '') });
const { pages } = data;
const commit = (): string | null => readCommit(data.content);
const library = createLibrary({ content, index, hash, now: () => new Date(), pages, commit });

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
