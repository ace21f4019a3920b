/** By which names calendars call a zone, and how they define their own. */
import { describe, expect, test } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { WINDOWS_ZONES } from '../../adapters/feed/ical/windows-zones.ts';
import { calendar, copyOf, vevent } from './ical.ts';

/** One half of a clock: what it is changed from and to, and when. */
const half = (kind: string, from: string, to: string, ...lines: readonly string[]): string =>
  [`BEGIN:${kind}`, `TZOFFSETFROM:${from}`, `TZOFFSETTO:${to}`, ...lines, `END:${kind}`].join('\r\n');

const clock = (...halves: readonly string[]): string =>
  ['BEGIN:VTIMEZONE', 'TZID:Own', ...halves, 'END:VTIMEZONE'].join('\r\n');

async function zoneBy(
  tzid: string,
  definition = '',
  home = 'Asia/Tokyo',
  day = '20270715',
): Promise<string | null> {
  const { events, skipped } = await copyOf(
    calendar(definition, vevent(`DTSTART;TZID="${tzid}":${day}T190000`)),
    home,
  );
  return skipped.length > 0 ? null : (events[0]?.zone ?? null);
}

describe('a zone is known by', () => {
  test.each([
    ['Europe/Berlin', 'Europe/Berlin'],
    ['europe/berlin', 'Europe/Berlin'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['/mozilla.org/20070129_1/Europe/Berlin', 'Europe/Berlin'],
    ['/freeassociation.sourceforge.net/Tzfile/America/Indiana/Knox', 'America/Indiana/Knox'],
    ['Tokyo Standard Time', 'Asia/Tokyo'],
    ['Pacific Daylight Time', 'America/Los_Angeles'],
    ['Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['Central Standard Time (Mexico)', 'America/Mexico_City'],
    ['(UTC+09:00) Osaka, Sapporo, Tokyo', 'Asia/Tokyo'],
    ['(UTC-08:00) Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'Europe/Amsterdam'],
    ['GMT Standard Time', 'Europe/London'],
    ['UTC+09:00', 'Etc/GMT-9'],
    ['GMT-0500', 'Etc/GMT+5'],
    ['Japan', 'Japan'],
  ])('%s', async (tzid, zone) => {
    expect(await zoneBy(tzid)).toBe(zone);
  });

  test.each(['Evil/Zone', 'Customized Time Zone', 'JST?', '+05:30', '__proto__', 'a'.repeat(5000)])(
    'nothing like %s, and that is said',
    async (tzid) => {
      expect(await zoneBy(tzid)).toBeNull();
    },
  );

  test('every name that Windows has, and the tables have a zone for each', async () => {
    const names = [...WINDOWS_ZONES];
    const found = await Promise.all(names.map(([name]) => zoneBy(`${name} Standard Time`)));
    expect(names.length).toBeGreaterThan(120);
    expect(found).toEqual(names.map(([, zone]) => zone));
  });
});

describe('a clock that a calendar defines', () => {
  const europe = clock(
    half('STANDARD', '+0200', '+0100', 'DTSTART:16010101T030000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10'),
    half('DAYLIGHT', '+0100', '+0200', 'DTSTART:16010101T020000', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3'),
  );
  const fixed = (offset: string): string =>
    clock(half('STANDARD', offset, offset, 'DTSTART:19700101T000000'));

  test.each([
    ['the zone of the community, where it is the same', europe, 'Europe/Vienna', 'Europe/Vienna'],
    ['another, where that of the community is not', europe, 'Asia/Tokyo', 'Europe/Budapest'],
    ['an offset, where it is never changed', fixed('+0800'), 'Asia/Tokyo', 'Etc/GMT-8'],
    ['the zone of the community, where both are never changed', fixed('+0900'), 'Asia/Tokyo', 'Asia/Tokyo'],
    ['a city, where no offset has a name', fixed('+0530'), 'Asia/Tokyo', 'Asia/Kolkata'],
    ['UTC, told by the clock of the community', fixed('+0000'), 'Asia/Tokyo', 'Asia/Tokyo'],
    ['nothing, where nobody has such a clock', fixed('+0417'), 'Asia/Tokyo', null],
    ['nothing, where nothing is defined', clock(), 'Asia/Tokyo', null],
    ['nothing, where it is garbled', clock(half('STANDARD', 'x', '+0900', 'DTSTART:x')), 'Asia/Tokyo', null],
  ])('is %s', async (_what, definition, home, zone) => {
    expect(await zoneBy('Own', definition, home)).toBe(zone);
  });

  test('of the south is not one of the north', async () => {
    const sydney = clock(
      half('STANDARD', '+1100', '+1000', 'DTSTART:20080406T030000', 'RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU'),
      half('DAYLIGHT', '+1000', '+1100', 'DTSTART:20081005T020000', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=1SU'),
    );
    expect(await zoneBy('Own', sydney)).toBe('Australia/Sydney');
  });

  test('that names its dates one by one counts in the year of the event', async () => {
    const dated = clock(
      half('STANDARD', '+0200', '+0100', 'DTSTART:20261025T030000', 'RDATE:20271031T030000'),
      half('DAYLIGHT', '+0100', '+0200', 'DTSTART:20270328T020000'),
    );
    expect(await zoneBy('Own', dated, 'Europe/Vienna', '20270715')).toBe('Europe/Vienna');
    expect(await zoneBy('Own', dated, 'Europe/Vienna', '20280715')).toBe('Etc/GMT-1');
  });

  test('whose rules have an end keeps what they ended with', async () => {
    const moscow = clock(
      half(
        'DAYLIGHT',
        '+0300',
        '+0400',
        'DTSTART:19930328T020000',
        'RRULE:FREQ=YEARLY;UNTIL=20100328T000000Z;BYMONTH=3;BYDAY=-1SU',
      ),
      half(
        'STANDARD',
        '+0400',
        '+0300',
        'DTSTART:19961027T030000',
        'RRULE:FREQ=YEARLY;UNTIL=20101030T230000Z;BYMONTH=10;BYDAY=-1SU',
      ),
      half('STANDARD', '+0300', '+0400', 'DTSTART:20110327T020000'),
      half('STANDARD', '+0400', '+0300', 'DTSTART:20141026T020000'),
    );
    expect(await zoneBy('Own', moscow, 'Europe/Moscow')).toBe('Europe/Moscow');
  });

  test('by a rule that would take for ever is not followed', async () => {
    const endless = clock(half('STANDARD', '+0900', '+0900', 'DTSTART:x', 'RRULE:FREQ=SECONDLY'));
    expect(await zoneBy('Own', endless)).toBeNull();
  });

  test.each([
    'America/New_York',
    'Europe/London',
    'America/Santiago',
    'Africa/Cairo',
    'Australia/Lord_Howe',
    'Asia/Tehran',
  ])('like that of %s, change by change, is that of a zone with the same clock', async (zone) => {
    const found = await zoneBy('Own', clock(...changesOf(zone, 2027)));
    expect(found).not.toBeNull();
    const probe = (name: string) => days2027.map((at) => at.toZonedDateTimeISO(name).offset);
    expect(probe(found ?? '')).toEqual(probe(zone));
  });
});

const days2027 = Array.from({ length: 365 }, (_, day) =>
  Temporal.Instant.fromEpochMilliseconds(Date.UTC(2027, 0, 1 + day, 12)),
);

/** The clock of a zone in a year as a VTIMEZONE says it: each change by its date. */
function changesOf(zone: string, year: number): readonly string[] {
  const offset = (at: Temporal.ZonedDateTime): string => at.offset.replace(':', '');
  const begin = Temporal.ZonedDateTime.from(`${year}-01-01T00:00[${zone}]`);
  const halves = [half('STANDARD', offset(begin), offset(begin), `DTSTART:${year - 1}0101T000000`)];
  for (
    let next = begin.getTimeZoneTransition('next');
    next?.year === year;
    next = next.getTimeZoneTransition('next')
  ) {
    const before = next.subtract({ seconds: 1 });
    const local = next
      .toInstant()
      .toZonedDateTimeISO(before.offset)
      .toPlainDateTime()
      .toString({ smallestUnit: 'second' });
    halves.push(half('DAYLIGHT', offset(before), offset(next), `DTSTART:${local.replaceAll(/[-:]/gu, '')}`));
  }
  return halves;
}
