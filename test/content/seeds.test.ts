/** The five reports that the project began with, which stand beside it and not in it. `SHOW=1` prints what differs. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readReport } from '../../src/content/report.ts';
import { context } from './context.ts';
import { f1, score, type Golden } from './scorer.ts';

const corpus = new URL('../../../shared/corpus/', import.meta.url);
const isThere = existsSync(new URL('golden-seeds.json', corpus));

// Skipped where the five reports are not beside the project: they are not ours to include. The fixtures hold the same shapes.
const beside = isThere ? describe : describe.skip;

beside('reports of five meetups (skipped where the corpus is not beside the project)', () => {
  test('are understood with F1 of at least 0.97', scoresWell);
});

function scoresWell(): void {
  const golden = JSON.parse(readFileSync(new URL('golden-seeds.json', corpus), 'utf8')) as Record<
    string,
    Golden
  >;
  const scores = Object.entries(golden).map(([name, expected]) => {
    const text = readFileSync(new URL(`seeds/${name}`, corpus), 'utf8');
    return { name, parts: score(readReport({ path: name, text }, context), expected) };
  });
  if (process.env['SHOW'] !== undefined) show(scores);
  expect(f1(scores.flatMap(({ parts }) => Object.values(parts)))).toBeGreaterThanOrEqual(0.97);
}

function show(scores: readonly { name: string; parts: ReturnType<typeof score> }[]): void {
  for (const part of ['talks', 'speakers', 'slides', 'facts']) {
    const all = scores.flatMap(({ parts }) => parts[part] ?? []);
    process.stdout.write(`${part.padEnd(9)} F1 ${f1(all).toFixed(3)}\n`);
    for (const { missed, wrong } of all)
      for (const line of [
        ...missed.map((fact) => `  missed ${fact}`),
        ...wrong.map((fact) => `  wrong  ${fact}`),
      ])
        process.stdout.write(`${line}\n`);
  }
  process.stdout.write(
    `pooled    F1 ${f1(scores.flatMap(({ parts }) => Object.values(parts))).toFixed(3)}\n`,
  );
}
