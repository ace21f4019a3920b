/** What single properties of an event are read as, and what is done with those that are wrong. */
import { describe, expect, test } from '@jest/globals';
import { occurrences } from '../../src/event/occurrences.ts';
import { announced, calendar, copyOf, event, vevent } from './ical.ts';

const year = { from: new Date('2027-01-01T00:00:00Z'), to: new Date('2028-01-01T00:00:00Z') };
const starts = async (...lines: readonly string[]): Promise<readonly string[]> =>
  (await announced(vevent(...lines))).flatMap((each) => occurrences(each, year)).map(({ start }) => start);

describe('when an event takes place', () => {
  test.each([
    ['a zone of IANA', ['DTSTART;TZID=Europe/Paris:20270701T190000'], '2027-07-01T19:00', 'Europe/Paris'],
    ['a zone in quotes', ['DTSTART;TZID="Europe/Paris":20270701T190000'], '2027-07-01T19:00', 'Europe/Paris'],
    [
      'a zone of Windows',
      ['DTSTART;TZID=Romance Standard Time:20270701T190000'],
      '2027-07-01T19:00',
      'Europe/Paris',
    ],
    ['UTC', ['DTSTART:20270701T100000Z'], '2027-07-01T19:00', 'Asia/Tokyo'],
    ['UTC by name', ['DTSTART;TZID=Etc/UTC:20270701T100000'], '2027-07-01T19:00', 'Asia/Tokyo'],
    ['no zone', ['DTSTART:20270701T190000'], '2027-07-01T19:00', 'Asia/Tokyo'],
    ['a day', ['DTSTART;VALUE=DATE:20270701'], '2027-07-01', 'Asia/Tokyo'],
    ['a day that does not say that it is one', ['DTSTART:20270701'], '2027-07-01', 'Asia/Tokyo'],
    ['a day with a time', ['DTSTART;VALUE=DATE:20270701T190000'], '2027-07-01', 'Asia/Tokyo'],
    ['the separators of ISO 8601', ['DTSTART:2027-07-01T10:00:00Z'], '2027-07-01T19:00', 'Asia/Tokyo'],
    ['a leap second', ['DTSTART:20270701T185960'], '2027-07-01T18:59', 'Asia/Tokyo'],
  ])('is read from %s', async (_what, lines, start, zone) => {
    expect(await event(...lines)).toMatchObject({ start, zone });
  });

  test.each([
    ['DTEND in its zone', ['DTEND;TZID=Asia/Tokyo:20270310T210000'], '2027-03-10T21:00'],
    ['DTEND in another zone', ['DTEND;TZID=Europe/Paris:20270310T130000'], '2027-03-10T21:00'],
    ['DTEND in UTC', ['DTEND:20270310T120000Z'], '2027-03-10T21:00'],
    ['DURATION', ['DURATION:PT1H30M'], '2027-03-10T20:30'],
    ['DURATION of weeks', ['DURATION:P1W'], '2027-03-17T19:00'],
    ['DURATION with a sign', ['DURATION:+P1DT1H'], '2027-03-11T20:00'],
    ['neither', [], null],
    ['a DTEND before the start', ['DTEND:20270310T000000Z'], null],
    ['a DTEND at the start', ['DTEND:20270310T100000Z'], null],
    ['a DTEND that is a day', ['DTEND;VALUE=DATE:20270311'], null],
    ['a DURATION that goes back', ['DURATION:-PT1H'], null],
    ['a DURATION of ages', ['DURATION:P99999W'], null],
    ['a DURATION that is none', ['DURATION:P'], null],
    ['a garbled DTEND', ['DTEND:soon'], null],
  ])('has an end by %s', async (_what, lines, end) => {
    expect((await event(...lines)).end).toBe(end);
  });

  test.each([
    ['the day before DTEND', ['DTEND;VALUE=DATE:20270313'], '2027-03-12'],
    ['itself where it is one day', ['DTEND;VALUE=DATE:20270311'], '2027-03-10'],
    ['what DURATION says', ['DURATION:P3D'], '2027-03-12'],
    ['unknown where DTEND is the same day', ['DTEND;VALUE=DATE:20270310'], null],
    ['unknown where nothing is said', [], null],
  ])('on whole days has as its last day %s', async (_what, lines, end) => {
    expect(await event('DTSTART;VALUE=DATE:20270310', ...lines)).toMatchObject({ start: '2027-03-10', end });
  });

  test.each(['zzz', '', '20270230T190000', '00010101T000000', '99991231T000000Z', '20270310T250000'])(
    'is unknown by %j, so it is left out and the others are not',
    async (value) => {
      const { events, skipped } = await copyOf(
        calendar(vevent(`DTSTART:${value}`), vevent('UID:b', 'SUMMARY:Other')),
      );
      expect(events.map(({ title }) => title)).toEqual(['Other']);
      expect(skipped).toEqual([{ code: 'event-unreadable', detail: 'a@example.org' }]);
    },
  );

  test('is told in the zone of the calendar, where it has one of its own', async () => {
    const own = 'X-WR-TIMEZONE:Europe/Berlin';
    expect(await announced(own, vevent('DTSTART:20270701T170000Z'))).toMatchObject([
      { start: '2027-07-01T19:00', zone: 'Europe/Berlin' },
    ]);
    expect(await announced(own, vevent('DTSTART:20270701T190000'))).toMatchObject([
      { start: '2027-07-01T19:00', zone: 'Europe/Berlin' },
    ]);
  });

  test('is told in UTC where the clock of the zone would name another instant', async () => {
    const { events } = await copyOf(calendar(vevent('DTSTART:20271107T063000Z')), 'America/New_York');
    expect(events).toMatchObject([{ start: '2027-11-07T06:30', zone: 'UTC' }]);
  });
});

describe('what repeats', () => {
  test('is kept as its rule says', async () => {
    expect(await event('RRULE:FREQ=MONTHLY;BYDAY=2WE;COUNT=3')).toMatchObject({
      repeat: 'FREQ=MONTHLY;BYDAY=2WE;COUNT=3',
      until: null,
    });
  });

  test.each([
    ['small letters and blanks', 'freq=weekly; byday=mo, we;', 'FREQ=WEEKLY;BYDAY=MO,WE'],
    ['the time of the start', 'FREQ=DAILY;BYHOUR=19;BYMINUTE=0;BYSECOND=0', 'FREQ=DAILY'],
  ])('is understood with %s', async (_what, rule, repeat) => {
    expect((await event(`RRULE:${rule}`)).repeat).toBe(repeat);
  });

  test.each([
    'FREQ=SECONDLY',
    'FREQ=MINUTELY;INTERVAL=5',
    'FREQ=HOURLY',
    'FREQ=FORTNIGHTLY',
    'FREQ=DAILY;BYHOUR=9,17',
    'FREQ=DAILY;COUNT=0',
    'WEEKLY',
  ])('by %s happens once, and that is said', async (rule) => {
    const { events, skipped } = await copyOf(calendar(vevent(`RRULE:${rule}`)));
    expect(events).toMatchObject([{ start: '2027-03-10T19:00', repeat: null }]);
    expect(skipped).toEqual([{ code: 'rule-unreadable', detail: rule }]);
  });

  test('follows the first of two rules, and says what of the second', async () => {
    const { events, skipped } = await copyOf(
      calendar(vevent('RRULE:FREQ=DAILY', 'RRULE:FREQ=YEARLY', 'EXRULE:FREQ=WEEKLY')),
    );
    expect(events).toMatchObject([{ repeat: 'FREQ=DAILY' }]);
    expect(skipped.map(({ detail }) => detail)).toEqual(['FREQ=YEARLY', 'FREQ=WEEKLY']);
  });

  test('in UTC is told by the clock of the zone where it always says the same', async () => {
    expect(await starts('DTSTART:20270106T100000Z', 'RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2')).toEqual([
      '2027-01-06T19:00:00+09:00',
      '2027-01-13T19:00:00+09:00',
    ]);
  });

  test('in UTC on a day that is another one in the zone stays on its day', async () => {
    expect(await starts('DTSTART:20270106T200000Z', 'RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=2')).toEqual([
      '2027-01-06T20:00:00+00:00',
      '2027-01-13T20:00:00+00:00',
    ]);
  });

  test('in UTC does not move with the summer time of the zone', async () => {
    const text = calendar(vevent('DTSTART:20270321T100000Z', 'RRULE:FREQ=WEEKLY;COUNT=2'));
    const { events } = await copyOf(text, 'Europe/Berlin');
    const instants = events.flatMap((each) => occurrences(each, year)).map(({ start }) => Date.parse(start));
    expect(instants).toEqual([Date.UTC(2027, 2, 21, 10), Date.UTC(2027, 2, 28, 10)]);
  });

  test('on whole days ends on its last day, also where that is written as a time', async () => {
    const text = calendar(vevent('DTSTART;VALUE=DATE:20270101', 'RRULE:FREQ=DAILY;UNTIL=20270103T000000Z'));
    const { events } = await copyOf(text, 'America/New_York');
    expect(events.flatMap((each) => occurrences(each, year)).map(({ start }) => start)).toEqual([
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ]);
  });

  test.each([
    ['its own zone', 'EXDATE;TZID=Asia/Tokyo:20270317T190000'],
    ['UTC', 'EXDATE:20270317T100000Z'],
    ['days', 'EXDATE;VALUE=DATE:20270317'],
    ['a list with blanks and garbage', 'EXDATE:x,, 20270317T190000'],
  ])('does not happen on dates that are taken out in %s', async (_what, except) => {
    expect(await starts('RRULE:FREQ=WEEKLY;COUNT=3', except)).toEqual([
      '2027-03-10T19:00:00+09:00',
      '2027-03-24T19:00:00+09:00',
    ]);
  });

  test('happens on further dates, with or without a rule', async () => {
    const further = 'RDATE;TZID=Asia/Tokyo:20270320T190000,20270312T190000';
    expect(await starts(further)).toEqual([
      '2027-03-10T19:00:00+09:00',
      '2027-03-12T19:00:00+09:00',
      '2027-03-20T19:00:00+09:00',
    ]);
    expect(await starts('RRULE:FREQ=WEEKLY;COUNT=2', further)).toHaveLength(4);
    expect(await starts(further, 'EXDATE:20270312T100000Z')).toHaveLength(2);
  });

  test('on a further date that is a period has an end of its own', async () => {
    const [series] = await announced(vevent('RDATE;VALUE=PERIOD:20270401T100000Z/PT3H'));
    expect(series?.changes).toEqual([
      { on: '2027-04-01T19:00', start: '2027-04-01T19:00', end: '2027-04-01T22:00' },
    ]);
  });
});

describe('an occurrence that is otherwise', () => {
  const series = vevent(
    'RRULE:FREQ=WEEKLY;COUNT=3',
    'LOCATION:Hall',
    'DTEND;TZID=Asia/Tokyo:20270310T210000',
  );
  const changed = (...lines: readonly string[]): string =>
    vevent('RECURRENCE-ID:20270317T100000Z', 'DTSTART;TZID=Asia/Tokyo:20270318T200000', ...lines);
  const happen = async (...events: readonly string[]) =>
    (await announced(...events))
      .flatMap((each) => occurrences(each, year))
      .map(({ start, title, status, place }) => [start.slice(5, 16), title, status, place]);

  test.each([
    ['after', (one: string, other: string) => [one, other]],
    ['before', (one: string, other: string) => [other, one]],
  ])('stands instead of what the rule says, also if it is told %s it', async (_when, order) => {
    expect(await happen(...order(series, changed('SUMMARY:Special')))).toEqual([
      ['03-10T19:00', 'Night', 'scheduled', 'Hall'],
      ['03-18T20:00', 'Special', 'scheduled', null],
      ['03-24T19:00', 'Night', 'scheduled', 'Hall'],
    ]);
  });

  test('is called off, and nothing else of it is', async () => {
    const called = vevent('RECURRENCE-ID;TZID=Asia/Tokyo:20270317T190000', 'DTSTART:x', 'STATUS:CANCELLED');
    expect((await happen(series, called))[1]).toEqual(['03-17T19:00', 'Night', 'cancelled', 'Hall']);
  });

  test.each([
    ['at midnight', 'RECURRENCE-ID;TZID=Asia/Tokyo:20270317T000000'],
    ['by its day', 'RECURRENCE-ID;VALUE=DATE:20270317'],
    ['in another zone', 'RECURRENCE-ID;TZID=Europe/Paris:20270317T110000'],
  ])('is recognised %s', async (_how, id) => {
    const other = vevent(id, 'SUMMARY:Special');
    expect((await happen(series, other)).map(([, title]) => title)).toEqual(['Night', 'Special', 'Night']);
  });

  test('has the newest of its versions', async () => {
    const titles = (await happen(series, changed('SUMMARY:New', 'SEQUENCE:2'), changed('SUMMARY:Old'))).map(
      ([, title]) => title,
    );
    expect(titles).toEqual(['Night', 'New', 'Night']);
  });

  test('is not shown at all where it is private', async () => {
    expect(await happen(series, changed('CLASS:PRIVATE'))).toHaveLength(2);
  });

  test('without its series is an event of its own', async () => {
    const events = await announced(changed('SUMMARY:Special'), vevent('RECURRENCE-ID:20270324T100000Z'));
    expect(events.map(({ start, uid }) => [start, uid])).toEqual([
      ['2027-03-18T20:00', 'a@example.org 20270317'],
      ['2027-03-10T19:00', 'a@example.org 20270324'],
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
  });

  test('whose id is unreadable is left out alone', async () => {
    const { events, skipped } = await copyOf(calendar(series, vevent('RECURRENCE-ID:x')));
    expect(events).toMatchObject([{ changes: [] }]);
    expect(skipped).toEqual([{ code: 'event-unreadable', detail: 'a@example.org' }]);
  });

  test('that is to hold from then on holds once, and that is said', async () => {
    const { skipped } = await copyOf(
      calendar(series, vevent('RECURRENCE-ID;RANGE=THISANDFUTURE:20270317T100000Z')),
    );
    expect(skipped).toEqual([{ code: 'rule-unreadable', detail: 'RANGE=THISANDFUTURE' }]);
  });
});

describe('of several events with one UID', () => {
  const version = (title: string, ...lines: readonly string[]) => vevent(`SUMMARY:${title}`, ...lines);

  test('the one with the highest SEQUENCE counts', async () => {
    const events = await announced(version('New', 'SEQUENCE:10'), version('Old', 'SEQUENCE:9'));
    expect(events.map(({ title }) => title)).toEqual(['New']);
  });

  test('the last one counts where they are as old', async () => {
    const events = await announced(version('First'), version('Last', 'SEQUENCE:x'));
    expect(events.map(({ title }) => title)).toEqual(['Last']);
  });

  test('none is shown where the newest is private', async () => {
    expect(await announced(version('Open'), version('Hidden', 'SEQUENCE:1', 'CLASS:PRIVATE'))).toEqual([]);
  });

  test('events without any have nothing in common', async () => {
    const events = await announced(version('One', 'UID:'), version('Other', 'UID:'));
    expect(events.map(({ title, uid }) => [title, uid])).toEqual([
      ['One', null],
      ['Other', null],
    ]);
  });
});

describe('what is not public', () => {
  test.each(['PRIVATE', 'CONFIDENTIAL', 'private', 'X-BOARD'])('by CLASS:%s is nowhere', async (name) => {
    const secret = vevent(`CLASS:${name}`, 'SUMMARY:Secret', 'UID:secret', 'DTSTART:zzz');
    const copy = await copyOf(calendar(secret, vevent(`CLASS:${name}`, 'SUMMARY:Secret')));
    expect(copy).toMatchObject({ events: [], skipped: [] });
    expect(JSON.stringify(copy)).not.toMatch(/secret/iu);
  });
});
