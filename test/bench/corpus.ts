/** A folder of reports, read and understood once, so that every engine is fed with the same: one report a line. */
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createFiles } from '../../adapters/files/index.ts';
import { hash } from '../../adapters/hash/index.ts';
import { readReport } from '../../src/content/report.ts';
import { zone } from './engine/engine.ts';
import type { Entry } from './engine/engine.ts';

export interface Corpus {
  readonly reports: number;
  /** Talks, and sections that are none. */
  readonly sections: number;
  readonly characters: number;
}

export const understood = (path: string, text: string): Entry => ({
  path,
  text,
  report: readReport({ path, text }, { zone, hash }),
});

/** Unicode's own ends of lines are ends of lines to `readline`, too. */
const lineOf = (entry: Entry): string =>
  JSON.stringify(entry)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`);

/** Writes the reports of `folder` to `path`. */
export async function writeCorpus(folder: string, path: string): Promise<Corpus> {
  const content = createFiles(folder);
  const file = openSync(path, 'w');
  let [reports, sections, characters] = [0, 0, 0];
  for (const info of await content.list()) {
    const { text } = await content.read(info.path);
    if (text === null) continue;
    const entry = understood(info.path, text);
    writeSync(file, `${lineOf(entry)}\n`);
    reports += 1;
    sections += entry.report.sections.length;
    characters += text.length;
  }
  closeSync(file);
  return { reports, sections, characters };
}

/** As many as the bot takes in at once. */
const batchSize = 100;

/** Batches of the reports in `path`. */
export async function* readCorpus(path: string): AsyncGenerator<readonly Entry[]> {
  let batch: Entry[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    batch.push(JSON.parse(line) as Entry);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
