/** How a date without a clock is written in each language: as exact as it is known, never more. */
import { Temporal } from 'temporal-polyfill';
import { atZone, withOffset } from '../event/local.ts';
import type { Locale } from '../model.ts';

const shape: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'short' },
  10: { year: 'numeric', month: 'short', day: 'numeric' },
};

const language: Readonly<Record<Locale, string>> = { ja: 'ja-JP', en: 'en-GB' };

/** Made once: that takes longer than all dates of a message. */
const inEach = (options: Intl.DateTimeFormatOptions): Readonly<Record<Locale, Intl.DateTimeFormat>> => ({
  ja: new Intl.DateTimeFormat(language.ja, { ...options, timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(language.en, { ...options, timeZone: 'UTC' }),
});

const shaped = new Map(Object.entries(shape).map(([length, options]) => [Number(length), inEach(options)]));

/** `2018-07` → `2018年7月` or `Jul 2018`; also `2018` and `2018-07-05`. What is no such date comes back as it is. */
export function dateText(value: string, locale: Locale): string {
  const format = shaped.get(value.length)?.[locale];
  const instant = Date.parse(value);
  if (format === undefined || Number.isNaN(instant)) return value;
  return format.format(instant);
}

const dayOfYear = inEach({ month: 'long', day: 'numeric' });

/** `2018-07-05` → `7月5日` or `5 July`: for a day of which everyone knows the year. */
export const dayOfYearText = (day: string, locale: Locale): string =>
  dayOfYear[locale].format(Date.parse(day));

/** The instant at which `2018-07-05`, `2018-07` or `2018` begins in a zone, as RFC 3339 with its offset. */
export function beginningOf(value: string, zone: string): string {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number);
  return withOffset(atZone(new Temporal.PlainDateTime(year, month, day), zone));
}

/**
 * A `time` node in words, for a reader in `zone`. The place's own clock is added where it differs, so that nobody comes an
 * hour late.
 */
export function timeText(
  time: { readonly value: string; readonly zone: string; readonly style: 'day' | 'moment' | 'clock' },
  reader: { readonly locale: Locale; readonly zone: string },
): string {
  if (time.value.length === 10) return dayText(time.value, reader.locale);
  const instant = new Date(time.value);
  const own = clockText(instant, reader.zone, { ...reader, style: time.style });
  if (time.style === 'day' || sameClock(instant, reader.zone, time.zone)) return own;
  const there = clockText(instant, time.zone, { ...reader, style: time.style });
  return `${own} (${there} ${time.zone})`;
}

function dayText(value: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(language[locale], {
    ...shape[10],
    weekday: 'short',
    timeZone: 'UTC',
  });
  return format.format(Date.parse(value));
}

const parts: Readonly<Record<'day' | 'moment' | 'clock', Intl.DateTimeFormatOptions>> = {
  day: { year: 'numeric', month: 'short', day: 'numeric', weekday: 'short' },
  moment: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  },
  clock: { hour: '2-digit', minute: '2-digit' },
};

function clockText(
  instant: Date,
  zone: string,
  reader: { readonly locale: Locale; readonly style: 'day' | 'moment' | 'clock' },
): string {
  const options = { ...parts[reader.style], timeZone: zone, hourCycle: 'h23' } as const;
  return new Intl.DateTimeFormat(language[reader.locale], options).format(instant);
}

function sameClock(instant: Date, one: string, other: string): boolean {
  const at = (zone: string): string => clockText(instant, zone, { locale: 'en', style: 'moment' });
  return one === other || at(one) === at(other);
}
