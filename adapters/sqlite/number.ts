/** Passages are numbered by their day, so that the latest are the first that a search backwards meets. */
import type { DatabaseSync } from 'node:sqlite';

/** Room for the passages of one day; days and this together stay below what a number can count. */
const perDay = 100_000_000;

/** `2018-03-12` → 20180312, `2018-03` → 20180300: what is known less exactly comes before; 0 without a date. */
const dayNumber = (date: string | null): number => Number((date ?? '').replaceAll('-', '').padEnd(8, '0'));

export type NextNumber = (date: string | null) => number;

/** The next number that is free on a day. */
export function numbering(database: DatabaseSync): NextNumber {
  const last = database.prepare('SELECT max(id) AS last FROM passage WHERE id >= ? AND id < ?');
  return (date) => {
    const first = dayNumber(date) * perDay;
    return Number(last.get(first, first + perDay)?.['last'] ?? first) + 1;
  };
}

/** Earlier days first. FTS5 ends a segment whenever a number is lower than the one before. */
export const byDay = (left: string | null, right: string | null): number =>
  dayNumber(left) - dayNumber(right);
