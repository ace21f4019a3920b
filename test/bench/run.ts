/**
 * This engine beside what else one could search with, all fed with the same talks: invented ones, so many as are asked
 * for, those of a folder of your own, and, where it lies beside the project, a judged corpus (how good the answers are).
 *   npm run bench                                 1,000 and 10,000 talks, and the judged corpus
 *   npm run bench -- 100000 ~/our-blog/_posts     other sizes, other reports; --json for machines
 * Each engine has a process of its own, so that memory is its alone. RSS and heap are taken after building, one round of
 * queries and a collection of garbage; `reopen` lasts until the first answer, `change` until a new word of one file is found.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { corpusIsThere, folderOf, sets } from '../search/relevance.ts';
import { writeCorpus } from './corpus.ts';
import { engines } from './engine/index.ts';
import { generate, talksInReport } from './generate.ts';
import { table } from './table.ts';
import type { Figures, Row } from './table.ts';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const data = mkdtempSync(join(tmpdir(), 'meetup-bench-'));

/** Room for the engines that keep everything in memory. */
const heapMebibytes = 12_000;

interface Subject {
  readonly name: string;
  readonly folder: string;
  /** Name of the judged reports, '' if nobody judged them. */
  readonly judged: string;
}

const isSize = (wanted: string): boolean => /^\d+$/.test(wanted);

function invented(size: string): Subject {
  const folder = join(data, `reports-${size}`);
  generate(folder, Math.max(1, Math.round(Number(size) / talksInReport)));
  return { name: `${size} invented talks`, folder, judged: '' };
}

const subjectOf = (wanted: string): Subject =>
  isSize(wanted) ? invented(wanted) : { name: wanted, folder: wanted, judged: '' };

function run(program: string, args: readonly string[]): unknown {
  const flags = ['--expose-gc', `--max-old-space-size=${heapMebibytes}`];
  const printed = execFileSync(process.execPath, [...flags, join(import.meta.dirname, program), ...args], {
    encoding: 'utf8',
  });
  return JSON.parse(printed);
}

function compared(corpus: string, judged: string): readonly Row[] {
  return engines.map(({ name }) => {
    process.stderr.write(`${name} …\n`);
    const folder = join(data, 'index');
    mkdirSync(folder);
    try {
      const figures = run('measure.ts', [name, corpus, folder, judged]) as Figures;
      const reopen = figures['size'] === null ? null : (run('reopen.ts', [name, folder]) as number);
      return { name, figures: { ...figures, reopen } };
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
}

const judgedSubjects: readonly Subject[] = corpusIsThere
  ? sets.map((set) => ({ name: set.queries, folder: folderOf(set), judged: set.reports }))
  : [];

try {
  const wanted = positionals.length > 0 ? positionals : ['1000', '10000'];
  for (const subject of [...wanted, ...judgedSubjects]) {
    const { name, folder, judged } = typeof subject === 'string' ? subjectOf(subject) : subject;
    const corpus = join(data, 'corpus.jsonl');
    const size = await writeCorpus(folder, corpus);
    const rows = compared(corpus, judged);
    if (values.json) console.log(JSON.stringify({ name, ...size, rows }));
    else console.log(`\n${name}: ${size.reports} reports, ${size.sections} sections\n${table(rows)}`);
  }
} finally {
  rmSync(data, { recursive: true });
}
