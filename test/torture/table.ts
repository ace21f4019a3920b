/** The figures of a run, as lines of text. */
import type { Outcome } from './campaign.ts';

const columns: readonly (readonly [name: string, of: (outcome: Outcome) => string | number])[] = [
  ['campaign', ({ name }) => name],
  ['points', ({ points }) => points],
  ['died', ({ died }) => died],
  ['weeks', ({ weeks }) => weeks],
  ['messages', ({ wanted }) => wanted],
  ['answers lost', ({ answersLost }) => answersLost],
  ['lost', ({ lost }) => lost],
  ['double', ({ double }) => double],
  ['torn', ({ torn, compared }) => `${torn} of ${compared}`],
  ['ready p50', ({ ready }) => seconds(quantile(ready, 0.5))],
  ['slowest', ({ ready }) => seconds(quantile(ready, 1))],
  ['took', ({ seconds: took }) => `${Math.round(took)} s`],
];

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** NaN of none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export function tableOf(outcomes: readonly Outcome[]): string {
  const rows = [
    columns.map(([name]) => name),
    ...outcomes.map((one) => columns.map(([, of]) => String(of(one)))),
  ];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
