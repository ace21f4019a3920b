/** How an event repeats (RFC 5545 §3.8.5): by a rule, with days added to it and days taken from it. */
import type { Reading } from '../reading.ts';
import { linesNamed, type Component } from './component.ts';
import type { Line } from './line.ts';
import { LONGEST, MOST_DATES } from './limits.ts';
import { inZone, momentIn, written, type Clock, type Moment } from './moment.ts';
import { after, spanIn, type Span } from './span.ts';
import { readDuration } from './value.ts';

/** A start alone; the dates beside it stand in `changes`. */
export const ONCE = 'FREQ=DAILY;COUNT=1';

type Ruling = Clock & Pick<Reading, 'understanding'>;

/** The first rule, if it can be followed. A second one, and rules of exceptions, are out of use since 2009. */
export function ruleOf(component: Component, start: Moment, context: Ruling): string | null {
  const { complain, understanding } = context;
  const [line, ...others] = linesNamed(component, 'RRULE');
  const rule = line ? plainRule(line.value.slice(0, LONGEST.rule + 1), start) : null;
  const unread = [...others, ...linesNamed(component, 'EXRULE')].map(({ value }) => value);
  const isFollowed = rule !== null && (line?.value.length ?? 0) <= LONGEST.rule && understanding.isRule(rule);
  for (const each of rule === null || isFollowed ? unread : [rule, ...unread])
    complain('rule-unreadable', each);
  return isFollowed ? rule : null;
}

/** Without what the start says anyway. Some write the last day of whole days as a time, which in the west is a day early. */
function plainRule(value: string, start: Moment): string {
  const parts = value.toUpperCase().replaceAll(/\s/gu, '').split(';');
  return parts
    .filter((part) => part !== '' && !isOfStart(part, start))
    .map((part) => (start.isDay ? part.replace(/^(UNTIL=\d{8})T.*$/u, '$1') : part))
    .join(';');
}

const FIELDS = { HOUR: 'hour', MINUTE: 'minute', SECOND: 'second' } as const;

function isOfStart(part: string, { at }: Moment): boolean {
  const [, field, value] = /^BY(HOUR|MINUTE|SECOND)=(\d{1,2})$/u.exec(part) ?? [];
  return field !== undefined && at[FIELDS[field as keyof typeof FIELDS]] === Number(value);
}

/** EXDATE: the days, local to `zone`. */
export const exceptOf = (component: Component, zone: string, clock: Clock): readonly string[] =>
  dates(component, 'EXDATE', clock)
    .map(([line, value]) => momentIn(line, value, clock))
    .filter((moment) => moment !== null)
    .map((moment) => written(inZone(moment, zone), true));

/** RDATE: further occurrences, local to `zone`; periods have an end of their own. */
export const addedOf = (component: Component, zone: string, clock: Clock): readonly Span[] =>
  dates(component, 'RDATE', clock).flatMap(([line, value]) => {
    const [from = '', to = ''] = value.split('/');
    const start = momentIn(line, from, clock);
    if (!start) return [];
    const duration = readDuration(to);
    const end = duration ? { ...start, at: after(start, duration) } : momentIn(line, to, clock);
    return [spanIn(zone, start, end)];
  });

function dates(
  component: Component,
  name: string,
  { complain }: Clock,
): readonly (readonly [Line, string])[] {
  const all = linesNamed(component, name).flatMap((line) =>
    line.value.split(',').map((value) => [line, value] as const),
  );
  if (all.length > MOST_DATES) complain('too-many', String(all.length - MOST_DATES));
  return all.slice(0, MOST_DATES);
}
