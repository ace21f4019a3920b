/** Days as people name them → instants in a zone. */
import { Temporal } from 'temporal-polyfill';

const shape = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;

/** The instant at which a local day (`2027-03-31`, `2027/3/31`) is over in `zone`; `null` if it is no day. */
export function endOfDay(value: string, zone: string): Date | null {
  const [, year, month, day] = shape.exec(value.normalize('NFKC').trim()) ?? [];
  if (year === undefined) return null;
  const fields = { year: Number(year), month: Number(month), day: Number(day) };
  try {
    const date = Temporal.PlainDate.from(fields, { overflow: 'reject' });
    return new Date(date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);
  } catch {
    // The parser of dates throws on a day that the calendar does not have.
    return null;
  }
}
