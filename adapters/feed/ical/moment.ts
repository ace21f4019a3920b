/** Days and times of an event, and the zone that they are told in. */
import { Temporal } from 'temporal-polyfill';
import type { FeedProblem } from '../../../src/port.ts';
import type { Line } from './line.ts';
import { FIRST_YEAR, LAST_YEAR } from './limits.ts';
import { readTime } from './value.ts';
import { UTC, type ZoneOf } from './zone.ts';

/** What of a calendar one has to know to understand its times. */
export interface Clock {
  /** The zone of times that name none: the calendar's own (X-WR-TIMEZONE), else the community's. */
  readonly home: string;
  readonly zoneOf: ZoneOf;
  readonly complain: (code: FeedProblem['code'], detail: string) => void;
}

/** A day, or a time as the clock of a zone shows it. */
export interface Moment {
  readonly at: Temporal.PlainDateTime;
  readonly isDay: boolean;
  readonly zone: string;
}

/** The time that a line says; `null` if it says none, or one that nobody lives to see. */
export const momentOf = (line: Line | undefined, clock: Clock): Moment | null =>
  line ? momentIn(line, line.value, clock) : null;

/** One of several times in a line. */
export function momentIn(line: Line, value: string, clock: Clock): Moment | null {
  const time = readTime(value);
  if (!time || time.at.year < FIRST_YEAR || time.at.year > LAST_YEAR) return null;
  const { at, isDay, isUtc } = time;
  if (isDay || line.params.get('VALUE')?.toUpperCase() === 'DATE') {
    return { at: at.with(MIDNIGHT), isDay: true, zone: clock.home };
  }
  return { at, isDay, zone: isUtc ? UTC : zoneOfLine(line, at.year, clock) };
}

const MIDNIGHT = { hour: 0, minute: 0, second: 0 };

function zoneOfLine(line: Line, year: number, { home, zoneOf, complain }: Clock): string {
  const tzid = line.params.get('TZID');
  if (tzid === undefined) return home;
  const zone = zoneOf(tzid, year);
  if (zone === null) complain('zone-unknown', tzid);
  return zone ?? home;
}

/**
 * The zone that an event is told in: that of its start. A wall clock in UTC is no help to anyone, so what is written in
 * UTC is told by the clock of `home` where that says the same:
 * - Of what happens once, it has to name the same instant, which it does unless the clock is just being put back.
 * - What repeats, repeats by UTC: a Wednesday at 20:00 there is a Thursday in Tokyo, and in Berlin an hour later in
 *   summer. The clock of `home` says the same if it is never changed again and shows the same day; else UTC stays.
 */
export function zoneOfEvent(start: Moment, repeats: boolean, home: string): string {
  if (start.zone !== UTC || start.isDay) return start.zone;
  const instant = start.at.toZonedDateTime(UTC);
  const there = instant.withTimeZone(home);
  const isSame = repeats
    ? there.getTimeZoneTransition('next') === null && there.day === instant.day
    : there.toPlainDateTime().toZonedDateTime(home, { disambiguation: 'earlier' }).equals(there);
  return isSame ? home : UTC;
}

/** The time as the clock of another zone shows it. A day is the same day everywhere. */
export const inZone = ({ at, isDay, zone }: Moment, other: string): Temporal.PlainDateTime =>
  isDay || zone === other ? at : at.toZonedDateTime(zone).withTimeZone(other).toPlainDateTime();

/** `2027-03-10`, or `2027-03-10T19:00`. */
export const written = (at: Temporal.PlainDateTime, isDay: boolean): string =>
  at.toString().slice(0, isDay ? 'YYYY-MM-DD'.length : 'YYYY-MM-DDTHH:MM'.length);
