/**
 * One engine on one corpus, in a process of its own: what it costs to build, to keep, to ask and to change. Prints one
 * line of JSON. `node --expose-gc measure.ts ENGINE CORPUS FOLDER [JUDGED]`
 */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { sets, scored, textsOf } from '../search/relevance.ts';
import type { Judged } from '../search/relevance.ts';
import { readCorpus, understood } from './corpus.ts';
import type { Engine, Entry, Query } from './engine/engine.ts';
import { engineCalled } from './engine/index.ts';
import { queries } from './query.ts';
import { median, quantile, timed } from './time.ts';

const mebibyte = 1024 * 1024;

/** Hits that are asked for: a page or two of a chat. */
const limit = 10;

/** Each query is asked so many times; fewer where that takes too long. */
const rounds = 5;
const patienceMs = 60_000;

/** Files that change one after the other. */
const changes = 5;

interface Built {
  readonly ms: number;
  readonly changing: readonly Entry[];
}

/** Only taking in is timed, not reading the corpus. */
async function build(engine: Engine, corpus: string): Promise<Built> {
  let ms = 0;
  const changing: Entry[] = [];
  for await (const batch of readCorpus(corpus)) {
    ms += await timed(() => engine.add(batch));
    if (changing.length < changes) changing.push(...batch.slice(0, changes));
  }
  ms += await timed(async () => engine.settle?.());
  return { ms, changing: changing.slice(0, changes) };
}

async function ask(engine: Engine, asked: readonly Query[]): Promise<number[]> {
  const times: number[] = [];
  for (const query of asked) times.push(await timed(() => engine.search(query, limit)));
  return times;
}

/** At least once, and never only a part of the mix. */
async function askOften(engine: Engine, asked: readonly Query[]): Promise<readonly number[]> {
  const times: number[] = [];
  const end = performance.now() + patienceMs;
  for (let round = 0; round < rounds && (round === 0 || performance.now() < end); round += 1)
    times.push(...(await ask(engine, asked)));
  return times;
}

function memory(): { readonly rss: number; readonly heap: number } {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss: rss / mebibyte, heap: (heapUsed + external) / mebibyte };
}

const sign = 'qvwzunheard';

/** Until a word that a file did not have finds it. */
async function change(engine: Engine, before: Entry): Promise<number> {
  const after = understood(before.path, `${before.text}\n## ${sign}\n\n${sign}\n`);
  return timed(async () => {
    await engine.change(before, after);
    const hits = await engine.search({ text: sign }, changes);
    if (!hits.some(({ file }) => file === before.path)) throw new Error(`${before.path} is not found`);
  });
}

/** `null`: it is more than one text of JavaScript can hold. */
async function sizeOf(engine: Engine, folder: string): Promise<number | null> {
  try {
    await engine.save();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0) / mebibyte;
}

async function relevance(engine: Engine, judged: Judged): Promise<readonly number[]> {
  const { all } = await scored(judged, (text, most) => engine.search({ text }, most));
  return all;
}

const [name, corpus = '', folder = '', reports] = process.argv.slice(2);
const judged = sets.find((set) => set.reports === reports);
const mix = judged === undefined ? queries : textsOf(judged).map((text) => ({ text }));
const engine = await engineCalled(name).create(folder);
const built = await build(engine, corpus);
await ask(engine, mix);
const { rss, heap } = memory();
const times = await askOften(engine, mix);
const found = judged === undefined ? [] : await relevance(engine, judged);
const changed: number[] = [];
for (const entry of built.changing) changed.push(await change(engine, entry));
console.log(
  JSON.stringify({
    build: built.ms,
    rss,
    heap,
    p50: median(times),
    p99: quantile(times, 0.99),
    max: Math.max(...times),
    change: median(changed),
    size: await sizeOf(engine, folder),
    fNDCG: found[0] ?? null,
    sNDCG: found[1] ?? null,
    hit1: found[3] ?? null,
    recall: found[4] ?? null,
  }),
);
