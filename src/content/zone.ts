/** Names of time zones, as the machine's own tables know them. */

/** Is this the name of a time zone (IANA), in any case? */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // Intl has no gentler way to ask
  }
}
