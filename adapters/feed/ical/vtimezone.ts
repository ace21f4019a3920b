/** Clocks that a calendar defines itself (RFC 5545 §3.6.5): when they change in a year, and which known zone does the same. */
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { lineOf, linesNamed, type Component } from './component.ts';
import { readOffset, readTime } from './value.ts';

/** From an instant on a clock is so many seconds ahead of UTC. */
interface Change {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** What of rules of a clock is followed: once a year, on a day. Anything else would be no clock. */
const YEARLY =
  /^FREQ=YEARLY(?:;(?:INTERVAL=1|WKST=\w\w|BYMONTH=\d{1,2}|BYDAY=[+-]?\d?(?:MO|TU|WE|TH|FR|SA|SU)|BYMONTHDAY=-?\d{1,2}(?:,-?\d{1,2}){0,30}))*$/u;

const UNTIL = /;UNTIL=(\d{8}(?:T\d{6})?)Z?/u;

/** So many dates a clock may name one by one. */
const MOST_NAMED = 200;

/** The first of `candidates` whose clock is the same all through a year; `null` if none is, or nothing is defined. */
export function zoneWithClock(
  timezone: Component,
  year: number,
  candidates: Iterable<string>,
): string | null {
  const changes = changesOf(timezone, year);
  if (changes.length === 0) return null;
  const isInYear = (at: number): boolean => at >= Date.UTC(year, 0, 1) && at < Date.UTC(year + 1, 0, 1);
  const probes = [
    ...Array.from({ length: 12 }, (_, month) => Date.UTC(year, month, 1)),
    ...changes.flatMap(({ at }) => (isInYear(at) ? [at - 1, at] : [])),
  ];
  const wanted = probes.map((at) => [at, offsetAt(changes, at)] as const);
  return (
    Iterator.from(candidates).find((zone) =>
      wanted.every(([at, offset]) => zoneOffset(zone, at) === offset),
    ) ?? null
  );
}

const zoneOffset = (zone: string, at: number): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e9;

const offsetAt = (changes: readonly Change[], at: number): number =>
  changes.findLast((change) => change.at <= at)?.after ?? changes[0]?.before ?? 0;

/** What is in force when the year begins, and what changes in it, in order. */
function changesOf(timezone: Component, year: number): readonly Change[] {
  return timezone.parts
    .flatMap((part) => {
      const before = readOffset(lineOf(part, 'TZOFFSETFROM')?.value ?? '');
      const after = readOffset(lineOf(part, 'TZOFFSETTO')?.value ?? '');
      if (before === null || after === null) return [];
      return onsetsOf(part, year).map((local) => ({
        at: local.toZonedDateTime('UTC').epochMilliseconds - before * 1000,
        before,
        after,
      }));
    })
    .toSorted((one, other) => one.at - other.at);
}

/** Local times, by the clock before the change. Of a rule those of the year and the one before it, or its last two. */
function onsetsOf(part: Component, year: number): readonly Temporal.PlainDateTime[] {
  const start = readTime(lineOf(part, 'DTSTART')?.value ?? '')?.at;
  if (!start) return [];
  const rule = lineOf(part, 'RRULE')?.value.trim().toUpperCase() ?? '';
  const named = linesNamed(part, 'RDATE').flatMap(({ value }) => value.split(',', MOST_NAMED));
  const dates = named.slice(0, MOST_NAMED).map((date) => readTime(date)?.at ?? start);
  return [start, ...dates, ...repeated(start, rule, year)];
}

function repeated(
  start: Temporal.PlainDateTime,
  rule: string,
  year: number,
): readonly Temporal.PlainDateTime[] {
  const [, until = '99991231'] = UNTIL.exec(rule) ?? [];
  const plain = rule.replace(UNTIL, '');
  const last = readTime(until)?.at;
  if (!YEARLY.test(plain) || !last) return [];
  const first = Math.max(start.year, Math.min(year, last.year) - 1);
  try {
    const from = start.with({ year: first }).toZonedDateTime('UTC');
    const rules = new RRuleTemporal({ rruleString: plain, dtstart: from, temporal: Temporal });
    return rules
      .between(from, from.add({ years: 2 }), true)
      .map((each) => each.toPlainDateTime())
      .filter((each) => isWithin(each, start, last));
  } catch {
    return []; // the library throws where a rule names no day
  }
}

/** `last` is in UTC, and a day is room enough for that. */
const isWithin = (
  local: Temporal.PlainDateTime,
  start: Temporal.PlainDateTime,
  last: Temporal.PlainDateTime,
): boolean =>
  Temporal.PlainDateTime.compare(local, start) >= 0 &&
  Temporal.PlainDateTime.compare(local, last.add({ days: 1 })) <= 0;
