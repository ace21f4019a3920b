/** Judged queries over a corpus that lies beside the project, if it does: the figures of its scorer for our search. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createFiles } from '../../adapters/files/index.ts';
import { hash } from '../../adapters/hash/index.ts';
import { createSqliteIndex } from '../../adapters/sqlite/index.ts';
import { createLibrary } from '../../src/library.ts';
import type { Hit } from '../../src/port.ts';

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

/** A hit, as the scorer names it. */
type Place = Pick<Hit, 'file' | 'section' | 'line'>;
type Ask = (text: string, limit: number) => Promise<readonly Place[]>;

const answerLine = (q: string, hits: readonly Place[]): string =>
  JSON.stringify({ q, hits: hits.map(({ file, section, line }) => ({ file, section, line })) });

export const textsOf = ({ queries }: Judged): readonly string[] =>
  readLines(queries).map((line) => (JSON.parse(line) as { q: string }).q);

export const folderOf = ({ reports }: Judged): string => join(corpus, reports);

/** Asks every query, lets the scorer judge. */
export async function scored(judged: Judged, ask: Ask): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'meetup-relevance-'));
  try {
    const lines: string[] = [];
    for (const text of textsOf(judged)) lines.push(answerLine(text, await ask(text, asked)));
    const results = join(folder, 'results.jsonl');
    writeFileSync(results, lines.join('\n'));
    const score = [join(corpus, 'score.mjs'), join(corpus, judged.queries), results, folderOf(judged)];
    return readTable(execFileSync(process.execPath, score, { encoding: 'utf8' }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The figures of our own search. */
export async function relevance(judged: Judged): Promise<Figures> {
  const index = createSqliteIndex({ path: ':memory:', version: 'relevance' });
  try {
    const content = createFiles(folderOf(judged));
    const library = createLibrary({ content, index, hash, now: () => new Date(), pages: null });
    await library.sync();
    return await scored(
      judged,
      async (text, limit) => (await library.search({ text, limit, offset: 0 })).hits,
    );
  } finally {
    index.close();
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
