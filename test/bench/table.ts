/** Figures of several engines as a table: each with its ratio to the first. */

export type Figures = Readonly<Record<string, number | null>>;

export interface Row {
  readonly name: string;
  readonly figures: Figures;
}

/** Columns in their order: what is measured, in what unit, and in how many decimal places. */
const columns: readonly { readonly key: string; readonly title: string; readonly digits: number }[] = [
  { key: 'build', title: 'build ms', digits: 0 },
  { key: 'rss', title: 'RSS MiB', digits: 0 },
  { key: 'heap', title: 'heap MiB', digits: 0 },
  { key: 'size', title: 'disk MiB', digits: 1 },
  { key: 'p50', title: 'p50 ms', digits: 1 },
  { key: 'p99', title: 'p99 ms', digits: 1 },
  { key: 'max', title: 'max ms', digits: 1 },
  { key: 'reopen', title: 'reopen ms', digits: 0 },
  { key: 'change', title: 'change ms', digits: 1 },
  { key: 'fNDCG', title: 'fNDCG', digits: 1 },
  { key: 'sNDCG', title: 'sNDCG', digits: 1 },
  { key: 'hit1', title: 'hit@1', digits: 1 },
  { key: 'recall', title: 'rec@10', digits: 1 },
];

const none = '–';

function ratio(value: number, first: number | null | undefined): string {
  if (!first) return '';
  const times = value / first;
  return ` ×${times < 10 ? times.toPrecision(2) : times.toFixed(0)}`;
}

/** Lines of text; columns that no row has a figure for are left out. */
export function table(rows: readonly Row[]): string {
  const shown = columns.filter(({ key }) => rows.some(({ figures }) => typeof figures[key] === 'number'));
  const cells = rows.map(({ name, figures }, at) => [
    name,
    ...shown.map(({ key, digits }) => {
      const value = figures[key] ?? null;
      if (value === null) return none;
      return value.toFixed(digits) + (at === 0 ? '' : ratio(value, rows[0]?.figures[key]));
    }),
  ]);
  const lines = [['', ...shown.map(({ title }) => title)], ...cells];
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => line[at]?.length ?? 0))) ?? [];
  const padded = (cell: string, at: number): string =>
    at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0);
  return lines.map((line) => line.map(padded).join('  ')).join('\n');
}
