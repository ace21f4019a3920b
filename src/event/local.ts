/** Local times of a zone and the instants that they are. */
import { Temporal } from 'temporal-polyfill';
import { recurring } from '../search/recurring.ts';

/**
 * The instant of a local time. One that the clock jumps over is the first that exists after it; of one that comes
 * twice it is the first. Midnight of a whole day follows the same rule.
 */
export function atZone(local: Temporal.PlainDateTime, zone: string): Temporal.ZonedDateTime {
  const instant = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (instant.toPlainDateTime().equals(local)) return instant;
  // In a gap "earlier" lies before the jump by the length of the gap.
  return instant.getTimeZoneTransition('next') ?? instant;
}

/** What the clock of a zone says at an instant. */
export const localAt = (instant: Date, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();

/** RFC 3339 to the second, with the zone's offset. */
export const withOffset = (moment: Temporal.ZonedDateTime): string =>
  moment.toString({ smallestUnit: 'second', timeZoneName: 'never' });

/**
 * A local time (`2027-03-10T19:00`; of a day alone its midnight) of a zone, as `atZone` has it: RFC 3339 to the second, with
 * the zone's offset.
 */
export function written(local: string, zone: string): string {
  const time = local.includes('T') ? local : `${local}T00:00`;
  const offset = toTheMinute.test(time) ? offsetOn(`${time.slice(0, 10)} ${zone}`) : null;
  if (offset !== null) return `${time}:00${offset}`;
  return withOffset(atZone(Temporal.PlainDateTime.from(time), zone));
}

/** Milliseconds since the epoch of such a time. */
export const instantOf = (local: string, zone: string): number => Date.parse(written(local, zone));

/** A day and the longest name of a zone. */
const longestNamed = 50;

const toTheMinute = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** Of `2027-03-10 Asia/Tokyo`; `null` for a day on which the clock is changed. Many events share their days. */
const offsetOn = recurring((named: string): string | null => {
  const [day = '', zone = ''] = named.split(' ');
  const midnight = Temporal.PlainDate.from(day).toZonedDateTime(zone);
  const isUsual = midnight.hoursInDay === 24 && midnight.toPlainDateTime().toString() === `${day}T00:00:00`;
  return isUsual && /^[+-]\d\d:\d\d$/.test(midnight.offset) ? midnight.offset : null;
}, longestNamed);
