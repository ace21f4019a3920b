/** Instants as people give them on the command line. */
import { beginningOf } from '../../src/view/date.ts';

const rfc3339 = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

const dayMs = 24 * 60 * 60_000;

/**
 * The instant of an RFC 3339 text, or the beginning of a day (`2027-03-10`) in that zone; `null` for any other text, and for a
 * day that the calendar does not have.
 */
export function instantOf(value: string, zone: string): Date | null {
  if (isDay(value)) return new Date(beginningOf(value, zone));
  const day = rfc3339.exec(value)?.[1];
  const instant = new Date(value);
  return day !== undefined && isDay(day) && !Number.isNaN(instant.getTime()) ? instant : null;
}

/** The same; of a day alone the end. */
export function endOf(value: string, zone: string): Date | null {
  if (!isDay(value)) return instantOf(value, zone);
  const next = new Date(Date.parse(`${value}T00:00:00Z`) + dayMs).toISOString().slice(0, 10);
  return new Date(Date.parse(beginningOf(next, zone)) - 1);
}

function isDay(value: string): boolean {
  const midnight = new Date(`${value}T00:00:00Z`);
  const isCalendarDay = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(value);
  return isCalendarDay && /^\d{4}-\d{2}-\d{2}$/.test(value);
}
