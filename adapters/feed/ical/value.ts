/** Values of dates, times and offsets as they are written (RFC 5545 §3.3). Whatever is none is `null`. */
import { Temporal } from 'temporal-polyfill';

/** `20270310`, `20270310T190000`, `20270310T100000Z`; with the separators of ISO 8601 too. */
const SHAPE = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d))?(Z)?)?$/iu;

export interface Written {
  readonly at: Temporal.PlainDateTime;
  readonly isDay: boolean;
  readonly isUtc: boolean;
}

export function readTime(value: string): Written | null {
  const [all, ...parts] = SHAPE.exec(value.trim()) ?? [];
  if (all === undefined) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  try {
    // A leap second is told as the one before it.
    const at = new Temporal.PlainDateTime(year, month, day, hour, minute, second === 60 ? 59 : second);
    return { at, isDay: !/t/iu.test(all), isUtc: /z/iu.test(all) };
  } catch {
    return null; // a 30 February
  }
}

/** Of at most five digits each: whoever stays for a thousand years has mistyped. */
const DURATION = /^\+?P(?:\d{1,5}W|(?:\d{1,5}D)?(?:T(?:\d{1,5}H)?(?:\d{1,5}M)?(?:\d{1,5}S)?)?)$/u;

/** `P1DT2H`, `P2W`; one that goes back in time is none. */
export function readDuration(value: string): Temporal.Duration | null {
  const written = value.trim().toUpperCase();
  return DURATION.test(written) && /\d[A-Z]$/u.test(written) ? Temporal.Duration.from(written) : null;
}

/** Seconds: `+0900`, `-033000`. */
export function readOffset(value: string): number | null {
  const [, sign, hours, minutes, seconds = 0] = /^([+-])(\d\d):?(\d\d)(\d\d)?$/u.exec(value.trim()) ?? [];
  if (sign === undefined) return null;
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return sign === '-' ? -size : size;
}
