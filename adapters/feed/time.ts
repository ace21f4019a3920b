/** Times as services write them → as events have them. */
import { Temporal } from 'temporal-polyfill';

/** RFC 3339 with an offset → what the clock of that zone says: `2027-03-10T19:00`. `null` for all else. */
export function localTime(text: string, zone: string): string | null {
  try {
    const local = Temporal.Instant.from(text).toZonedDateTimeISO(zone).toPlainDateTime();
    const written = local.toString({ smallestUnit: 'minute' });
    return /^\d{4}-/.test(written) ? written : null;
  } catch {
    return null;
  }
}
