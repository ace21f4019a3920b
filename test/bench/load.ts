/**
 * How long people wait while many ask: `npm run load` asks the real bot over its real search thread, as many times a
 * second as members of a large community would, then ten times that, then as before.
 *   npm run load -- 1000     other than 10,000 reports
 */
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { compile } from '../../adapters/terminal/compile.ts';
import { plain } from '../../adapters/terminal/style.ts';
import { connectLibrary } from '../../adapters/worker/index.ts';
import { createBot } from '../../src/bot.ts';
import type { Bot, Call } from '../../src/port.ts';
import type { WorkerData } from '../../src/worker.ts';
import { person, place, silentLog } from '../world.ts';
import { generate } from './generate.ts';
import { queries } from './query.ts';
import { quantile } from './time.ts';

/** What happens, one after the other. */
const phases = [
  { name: 'the first five seconds', perSecond: 50, seconds: 5 },
  { name: 'usual', perSecond: 50, seconds: 30 },
  { name: 'ten times that', perSecond: 500, seconds: 10 },
  { name: 'the second after', perSecond: 50, seconds: 1 },
  { name: 'and the four after that', perSecond: 50, seconds: 4 },
] as const;

const reader = { style: plain, locale: 'ja', zone: 'Asia/Tokyo', columns: 80 } as const;

interface Heard {
  /** Milliseconds from when the command came in until its answer could be sent. */
  readonly ms: number;
  /** Code of the failure; `null`: it was answered. */
  readonly failure: string | null;
}

const callOf = (number: number): Call => ({
  command: 'search',
  input: queries[number % queries.length]?.text ?? '',
  place,
  person,
  locale: 'ja',
  id: String(number),
});

/** From when it was due: that this program itself was late is not hidden. */
async function hear(bot: Bot, number: number, due: number): Promise<Heard> {
  const view = await bot.answer(callOf(number));
  compile(view, reader);
  return { ms: performance.now() - due, failure: view.failure?.code ?? null };
}

/** Commands come in evenly, whether or not those before have been answered. */
async function askSteadily(
  bot: Bot,
  { perSecond, seconds }: (typeof phases)[number],
): Promise<readonly Heard[]> {
  const began = performance.now();
  const asked: Promise<Heard>[] = [];
  while (asked.length < perSecond * seconds) {
    const due = began + (asked.length * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await delay(early);
    asked.push(hear(bot, asked.length, due));
  }
  return Promise.all(asked);
}

const round = (ms: number): number => Math.round(ms * 10) / 10;

function figuresOf(heard: readonly Heard[]) {
  const answered = heard.filter(({ failure }) => failure === null).map(({ ms }) => ms);
  const busy = heard.filter(({ failure }) => failure === 'busy').map(({ ms }) => ms);
  return {
    asked: heard.length,
    answered: answered.length,
    'p50 ms': round(quantile(answered, 0.5)),
    'p99 ms': round(quantile(answered, 0.99)),
    'max ms': round(quantile(answered, 1)),
    busy: busy.length,
    'busy max ms': round(quantile(busy, 1)),
    failed: heard.length - answered.length - busy.length,
  };
}

const reports = Number(process.argv[2] ?? 10_000);
const data = mkdtempSync(join(tmpdir(), 'meetup-load-'));
const content = join(data, 'content');
mkdirSync(content);
generate(content, reports);
const workerData: WorkerData = {
  content,
  index: join(data, 'index.db'),
  watch: false,
  pages: null,
  logLevel: 'error',
};
// As in main.ts.
const worker = new Worker(new URL('../../src/worker.ts', import.meta.url), {
  workerData,
  resourceLimits: { maxYoungGenerationSizeMb: 16 },
});
const { library, close } = connectLibrary(worker);
const log = silentLog;
const bot = createBot({
  now: () => new Date(),
  log,
  newId: () => 'load',
  community: async () => ({ library }),
});
try {
  await library.sync();
  const { talks } = await library.status();
  // The first of all fills what is kept in memory.
  await bot.answer(callOf(0));
  const figures: Record<string, ReturnType<typeof figuresOf>> = {};
  for (const phase of phases)
    figures[`${phase.name}: ${phase.perSecond}/s`] = figuresOf(await askSteadily(bot, phase));
  console.log(`${reports} reports, ${talks} talks`);
  console.table(figures);
} finally {
  await close();
  rmSync(data, { recursive: true });
}
