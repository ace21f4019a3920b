/** The figures of a run, as lines of text. */
import type { Outcome } from './campaign.ts';
import type { RaceResult } from './git.ts';
import type { NoteOutcome } from './note/campaign.ts';

type Columns<T> = readonly (readonly [name: string, of: (outcome: T) => string | number])[];

const ofDigests: Columns<Outcome> = [
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

const ofNotes: Columns<NoteOutcome> = [
  ['campaign', ({ name }) => name],
  ['notes', ({ points }) => points],
  ['died', ({ died }) => died],
  ['refused', ({ refused }) => refused.length],
  ['lost', ({ lost }) => lost],
  ['torn', ({ torn }) => torn],
  ['double', ({ double }) => double],
  ['people’s changed', ({ changed }) => changed],
  ['took', ({ seconds: took }) => `${Math.round(took)} s`],
];

const ofRaces: Columns<RaceResult> = [
  ['pushes', ({ races }) => races],
  ['pushed', ({ pushed }) => pushed],
  ['proposed', ({ proposed }) => proposed],
  ['waiting', ({ waiting }) => waiting],
  ['people’s lines lost', ({ humanLost }) => humanLost],
  ['notes lost', ({ notesLost }) => notesLost],
  ['double', ({ doubled }) => doubled],
  ['took', ({ seconds: took }) => `${Math.round(took)} s`],
];

export const tableOf = (outcomes: readonly Outcome[]): string => table(ofDigests, outcomes);
export const noteTableOf = (outcomes: readonly NoteOutcome[]): string => table(ofNotes, outcomes);
export const raceTableOf = (races: readonly RaceResult[]): string => table(ofRaces, races);

function table<T>(columns: Columns<T>, outcomes: readonly T[]): string {
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
