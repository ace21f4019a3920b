/** Judged queries over a corpus that lies beside the project, if it does: the figures of its scorer for our search. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createFiles } from '../../adapters/files/index.ts';
import { hash } from '../../adapters/hash/index.ts';
import { createSqliteIndex } from '../../adapters/sqlite/index.ts';
import { createLibrary } from '../../src/library.ts';
import type { Hit, Library } from '../../src/port.ts';

const corpus = resolve(import.meta.dirname, '../../../shared/corpus');

export const corpusIsThere = existsSync(join(corpus, 'score.mjs'));

/** The columns of the scorer, and its best baseline (figures of the corpus's own README), in percent. */
export const columns = ['fNDCG', 'sNDCG', 'MRR', 'hit@1', 'rec@10'] as const;

export interface Judged {
  readonly queries: string;
  readonly reports: string;
  readonly baseline: readonly number[];
}

export const sets: readonly Judged[] = [
  { queries: 'queries-dev.jsonl', reports: 'reports', baseline: [67.8, 61.7, 79.4, 78.3, 64.0] },
  { queries: 'queries-seeds.jsonl', reports: 'seeds', baseline: [78.8, 75.0, 83.6, 82.8, 75.4] },
];

export interface Figures {
  /** As the scorer prints it. */
  readonly table: string;
  readonly all: readonly number[];
  /** Queries about what no report knows: how many there are, how many found nothing. */
  readonly noResult: { readonly of: number; readonly right: number };
}

const asked = 50;

const readLines = (name: string): readonly string[] =>
  readFileSync(join(corpus, name), 'utf8').split('\n').filter(Boolean);

const answerLine = (q: string, hits: readonly Hit[]): string =>
  JSON.stringify({ q, hits: hits.map(({ file, section, line }) => ({ file, section, line })) });

async function answers(library: Library, queries: readonly string[]): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const text of queries)
    lines.push(answerLine(text, (await library.search({ text, limit: asked, offset: 0 })).hits));
  return lines;
}

/** Takes the reports in, asks every query, lets the scorer judge. */
export async function relevance({ queries, reports }: Judged): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'meetup-relevance-'));
  const index = createSqliteIndex({ path: join(folder, 'index.db'), version: 'relevance' });
  try {
    const content = createFiles(join(corpus, reports));
    const library = createLibrary({ content, index, hash, now: () => new Date(), pages: null });
    await library.sync();
    const texts = readLines(queries).map((line) => (JSON.parse(line) as { q: string }).q);
    const results = join(folder, 'results.jsonl');
    writeFileSync(results, (await answers(library, texts)).join('\n'));
    const files = [join(corpus, queries), results, join(corpus, reports)];
    const score = [join(corpus, 'score.mjs'), ...files];
    return readTable(execFileSync(process.execPath, score, { encoding: 'utf8' }));
  } finally {
    index.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function readTable(table: string): Figures {
  const line = (name: string): readonly number[] =>
    (
      table
        .split('\n')
        .find((each) => each.startsWith(name))
        ?.match(/\d+(?:\.\d+)?/gu) ?? []
    ).map(Number);
  const [of = 0, right = 0] = line('no-result');
  return { table, all: line('ALL').slice(1), noResult: { of, right } };
}
