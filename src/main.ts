/** Composition root of the process: wires the adapters that the command line asks for, and nothing more. */
import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { adapters } from '../adapters/index.ts';
import type { Opened } from '../adapters/terminal/index.ts';
import { UserError } from './error.ts';
import type { WorkerData } from './worker.ts';

const { env } = process;
const [{ hash, newId }, { createLog, levels }, { exit, runCommandLine }] = await Promise.all([
  adapters.hash(),
  adapters.log(),
  adapters.terminal(),
]);

const logLevel = levelOf(env['LOG_LEVEL']);
const log = createLog(logLevel);
const ownContent = fileURLToPath(new URL('../content', import.meta.url));
const dataFolder = resolve(env['INIT_CWD'] ?? '.', env['MEETUP_DATA'] ?? 'data');

/** The wish of the environment; what is no level is said once, and does not keep the bot from starting. */
function levelOf(wish: string | undefined): string {
  const usual = 'warn';
  if (!wish || levels.some((level) => level === wish)) return wish || usual;
  process.stderr.write(`LOG_LEVEL is one of ${levels.join(', ')}; "${wish}" is not, so it is ${usual}.\n`);
  return usual;
}

/** One index for each folder of content, however one got there. */
function indexOf(content: string): string {
  if (!existsSync(content) || !statSync(content).isDirectory())
    throw new UserError('no-folder', { folder: content });
  mkdirSync(dataFolder, { recursive: true });
  return join(dataFolder, `index-${hash(realpathSync(content))}.db`);
}

async function open(folder: { content: string; watch: boolean; lock: boolean }): Promise<Opened> {
  const index = indexOf(folder.content);
  const lock = folder.lock ? (await adapters.lock()).takeLock(join(dataFolder, 'lock')) : undefined;
  if (lock === null) throw new UserError('locked', { folder: dataFolder });

  // Both threads load at the same time.
  const workerData: WorkerData = { content: folder.content, index, watch: folder.watch, logLevel };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData });
  const [{ connectLibrary }, { createBot }] = await Promise.all([adapters.worker(), import('./bot.ts')]);
  const { library, close } = connectLibrary(worker);
  const bot = createBot({ community: async () => ({ library }), now: () => new Date(), log, newId });
  return {
    bot,
    library,
    close: async () => {
      await close();
      lock?.release();
    },
  };
}

async function parse(file: string): ReturnType<Parameters<typeof runCommandLine>[1]['parse']> {
  const [{ readMarkdownFile }, { readReport }, { readSettings }] = await Promise.all([
    adapters.files(),
    import('./content/report.ts'),
    import('./config.ts'),
  ]);
  const { text, problems } = await readMarkdownFile(file);
  if (text === null) return null;
  const report = readReport({ path: file, text }, { zone: readSettings(null).settings.zone, hash });
  return { ...report, problems: [...problems, ...report.problems] };
}

// Whoever read the answer may have read enough: `meetup ask docker | head -3`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exit.fine);
});

try {
  const { stdin, stdout, stderr } = process;
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    open,
    parse,
    content: ownContent,
    env,
    stdin,
    stdout,
    stderr,
  });
} catch (error) {
  log.error({ id: newId(), err: error }, 'the bot failed');
  process.exitCode = exit.bug;
}
