/** Names of time zones, as the machine's own tables know them. */
import { Temporal } from 'temporal-polyfill';

/** Is this the name of a time zone (IANA), in any case? */
export function isZone(name: string): boolean {
  try {
    // Intl knows abbreviations too (JST, PST), which are no zones to calculate with.
    return new Temporal.ZonedDateTime(0n, name).timeZoneId !== '';
  } catch {
    return false; // Temporal has no gentler way to ask
  }
}
