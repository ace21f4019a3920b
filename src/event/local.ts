/** Local times of a zone and the instants that they are. */
import { Temporal } from 'temporal-polyfill';

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
