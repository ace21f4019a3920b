/** Passages are numbered by their day, so that the latest are the first that a search backwards meets. */
import type { DatabaseSync } from 'node:sqlite';
import type { Passage } from '../../src/port.ts';

/** Numbers of one day: the closer they are to each other, the less room the index takes. What has no room comes last. */
const perDay = 1000;
const overflow = 10 ** 12;

/** Below every day. */
const undated = -(10 ** 12);

const dayMs = 24 * 60 * 60 * 1000;

/** The first number of a day; `2018-03` counts from its first day. */
export function firstOf(date: Passage['date']): number {
  const day = Math.floor(Date.parse(date ?? '') / dayMs);
  return Number.isNaN(day) ? undated : day * perDay;
}

/** Gives the next number that is free from the first of a day on. */
export function numbering(database: DatabaseSync): (first: number) => number {
  const last = database.prepare('SELECT max(id) AS last FROM passage WHERE id >= ? AND id < ?');
  const nextIn = (first: number, end: number): number =>
    Number(last.get(first, end)?.['last'] ?? first - 1) + 1;
  return (first) => {
    const end = first === undated ? undated / 2 : first + perDay;
    const next = nextIn(first, end);
    return next < end ? next : nextIn(overflow, 2 * overflow);
  };
}
