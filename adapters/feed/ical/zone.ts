/** Names that calendars have for time zones → IANA's. */
import { Temporal } from 'temporal-polyfill';
import { lineOf, type Component } from './component.ts';
import { MOST_CLOCKS } from './limits.ts';
import { readOffset } from './value.ts';
import { zoneWithClock } from './vtimezone.ts';
import { WINDOWS_ZONES } from './windows-zones.ts';

export const UTC = 'UTC';

/** The zone that a calendar means by `tzid` in a year; `null` if that can not be known. */
export type ZoneOf = (tzid: string, year: number) => string | null;

/**
 * A name of IANA, also at the end of a longer one (`/mozilla.org/20070129_1/Asia/Tokyo`), one of Windows, or an offset.
 * Else the zone whose clock is as the calendar defines it, where several have it rather `home`. Short names come last:
 * `EST` has no summer time in the tables, and often one in a calendar.
 */
export function createZones(timezones: readonly Component[], home: string): ZoneOf {
  const defined = new Map(timezones.map((each) => [lineOf(each, 'TZID')?.value.trim() ?? '', each]));
  const known = new Map<string, string | null>();
  let clocks = 0;
  const find = (tzid: string, year: number): string | null => {
    const timezone = defined.get(tzid);
    const named = longName(tzid) ?? windowsName(tzid) ?? offsetName(tzid);
    if (named !== null || !timezone) return named ?? properName(tzid);
    clocks += 1;
    const same = clocks <= MOST_CLOCKS ? zoneWithClock(timezone, year, [home, ...CANDIDATES]) : null;
    return same ?? properName(tzid);
  };
  return (tzid, year) => {
    const key = `${year} ${tzid}`;
    const zone = known.get(key) ?? (known.has(key) ? null : find(tzid, year));
    known.set(key, zone);
    return zone;
  };
}

/** Hours east of Greenwich, whose sign POSIX reads the other way round. */
const fixed = (hours: number): string => `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;

/** First those that never change, which say no more than is known; then, for every clock there is, a city. */
const CANDIDATES: readonly string[] = [
  UTC,
  ...Array.from({ length: 14 }, (_, index) => fixed(index + 1)),
  ...Array.from({ length: 12 }, (_, index) => fixed(-index - 1)),
  ...new Set(WINDOWS_ZONES.values()),
];

const ALSO_UTC = /^(?:Etc\/)?(?:GMT(?:[+-]?0)?|UTC|UCT|Universal|Zulu|Greenwich)$/u;

/** A name that IANA has, in its own capitals; one name for all that is UTC. */
export function properName(name: string): string | null {
  if (!/^[a-z]/iu.test(name)) return null;
  try {
    const { timeZoneId } = new Temporal.ZonedDateTime(0n, name);
    return ALSO_UTC.test(timeZoneId) ? UTC : timeZoneId;
  } catch {
    return null; // the tables have no gentler way to ask
  }
}

function longName(tzid: string): string | null {
  const parts = tzid
    .split('/')
    .filter((part) => part !== '')
    .slice(-3);
  const names = parts.slice(0, -1).map((_, index) => properName(parts.slice(index).join('/')));
  return names.find((name) => name !== null) ?? null;
}

/** `Tokyo Standard Time`, `Pacific Time (US & Canada)`, `(UTC+09:00) Osaka, Sapporo, Tokyo`. */
function windowsName(tzid: string): string | null {
  const name = tzid.replace(/^\([^)]*\)\s*/u, '');
  const plain = name.replace(/ \((?:US & )?Canada\)$/u, '').replace(/ (?:Standard |Daylight )?Time\b/u, '');
  const zone = plain === tzid ? undefined : WINDOWS_ZONES.get(plain);
  return zone ?? (name === tzid ? null : cityIn(name));
}

function cityIn(names: string): string | null {
  const cities = names.split(/[,:]/u).map((city) => city.trim().replaceAll(' ', '_'));
  const zones = Intl.supportedValuesOf('timeZone');
  return (
    cities
      .map((city) => zones.find((zone) => zone.endsWith(`/${city}`)))
      .find((zone) => zone !== undefined) ?? null
  );
}

/** `UTC+09:00`, `GMT+0900`, `+0900`, of whole hours: others have no name. */
function offsetName(tzid: string): string | null {
  const [, sign, hours = '', minutes = '00'] = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?$/u.exec(tzid) ?? [];
  if (sign === undefined) return null;
  const offset = readOffset(`${sign}${hours.padStart(2, '0')}${minutes}`) ?? 0;
  return offset === 0 ? UTC : properName(fixed(offset / 3600));
}
