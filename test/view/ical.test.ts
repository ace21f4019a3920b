/** Calendars that others subscribe to: what is written in them, and that two other programs read the same again. */
import { describe, expect, test } from '@jest/globals';
import { array, assert, property, uniqueArray } from 'fast-check';
import ICAL from 'ical.js';
import { sync, type VEvent } from 'node-ical';
import { Temporal } from 'temporal-polyfill';
import type { Happening } from '../../src/port.ts';
import { calendarOf } from '../../src/view/ical.ts';
import { plainly } from '../../src/view/safe.ts';
import { copyOf } from '../adapters/ical.ts';
import { anyHappening, happening } from './happening.ts';

const of = {
  name: '港町, Docker; \\ "夜"',
  url: 'https://bot.example/events',
  now: new Date('2027-01-05T01:02:03.456Z'),
  host: 'bot.example',
};
const write = (...happenings: readonly Happening[]): string => calendarOf(happenings, of);
const lines = (text: string): readonly string[] => text.split('\r\n');
const unfolded = (...happenings: readonly Happening[]): readonly string[] =>
  lines(write(...happenings).replaceAll('\r\n ', ''));

describe('a calendar', () => {
  test('says what it is called, where people read the same and how often to look again', () => {
    expect(write()).toBe(
      [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//meetup-bot//events//EN',
        'CALSCALE:GREGORIAN',
        'METHOD:PUBLISH',
        String.raw`NAME:港町\, Docker\; \\ "夜"`,
        String.raw`X-WR-CALNAME:港町\, Docker\; \\ "夜"`,
        'URL:https://bot.example/events',
        'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
        'X-PUBLISHED-TTL:PT1H',
        'END:VCALENDAR',
        '',
      ].join('\r\n'),
    );
  });

  test('has an event with all that is known of it', () => {
    const written = unfolded(
      happening({
        title: 'コンテナの夜, 第12回',
        end: '2027-03-10T21:00:00+09:00',
        place: '公民館',
        address: '港町 1-2-3',
        url: 'https://example.org/12',
        online: 'https://example.org/live',
        tags: ['docker', 'a,b'],
        text: 'One\nTwo',
        sequence: 3,
      }),
    );
    expect(written.slice(written.indexOf('BEGIN:VEVENT'), -2)).toEqual([
      'BEGIN:VEVENT',
      'UID:aaaaaaaaaa-20270310@bot.example',
      'DTSTAMP:20270105T010203Z',
      'SEQUENCE:3',
      'STATUS:CONFIRMED',
      'DTSTART:20270310T100000Z',
      'DTEND:20270310T120000Z',
      String.raw`SUMMARY:コンテナの夜\, 第12回`,
      String.raw`LOCATION:公民館\, 港町 1-2-3`,
      String.raw`DESCRIPTION:One\nTwo`,
      'URL:https://example.org/12',
      'CONFERENCE;VALUE=URI:https://example.org/live',
      String.raw`CATEGORIES:docker,a\,b`,
      'END:VEVENT',
    ]);
  });

  test.each<[string, Partial<Happening>, readonly string[]]>([
    ['of unknown end without one', {}, ['DTSTART:20270310T100000Z']],
    [
      'of a day until the next',
      { start: '2027-03-10' },
      ['DTSTART;VALUE=DATE:20270310', 'DTEND;VALUE=DATE:20270311'],
    ],
    [
      'of days until the one after the last',
      { start: '2027-12-30', end: '2027-12-31' },
      ['DTSTART;VALUE=DATE:20271230', 'DTEND;VALUE=DATE:20280101'],
    ],
  ])('has an event %s', (_what, facts, times) => {
    expect(unfolded(happening(facts)).filter((line) => /^DT(?!STAMP)/u.test(line))).toEqual(times);
  });

  test('keeps what is called off, and says so', () => {
    expect(unfolded(happening({ status: 'cancelled' }))).toContain('STATUS:CANCELLED');
  });

  test('has the stream as its place where there is no other', () => {
    expect(unfolded(happening({ online: 'https://example.org/live' }))).toContain(
      'LOCATION:https://example.org/live',
    );
  });

  test('leaves out addresses that lead nowhere', () => {
    const written = unfolded(happening({ url: 'javascript:alert(1)', online: 'x\r\nBEGIN:VEVENT' }));
    expect(written.filter((line) => /^(?:URL|CONFERENCE)/u.test(line))).toEqual([
      'URL:https://bot.example/events',
    ]);
    expect(written.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
  });

  test('has titles for titles, whatever they are', () => {
    const title = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\nSUMMARY:y\u0000\u202e';
    const [event, ...others] = readByIcalJs(write(happening({ title })));
    expect(others).toEqual([]);
    expect(event?.getFirstPropertyValue('summary')).toBe('x\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:y');
  });
});

const readByIcalJs = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent');

const readByNodeIcal = (text: string): readonly VEvent[] =>
  Object.values(sync.parseICS(text)).flatMap((each) => (each?.type === 'VEVENT' ? [each] : []));

const clean = (text: string): string => plainly(text.toWellFormed());
const happenings = uniqueArray(anyHappening, { selector: ({ id }) => id, maxLength: 6 });
const runs = { numRuns: 80 };
/** Milliseconds; a busy machine takes its time. */
const patience = 30_000;

describe('any happenings', () => {
  test(
    'are lines of at most 75 octets that end in CR LF, and no character is cut',
    () => {
      assert(
        property(array(anyHappening, { maxLength: 5 }), (all) => {
          const text = write(...all);
          expect(text.endsWith('\r\n')).toBe(true);
          expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
          expect(text.isWellFormed()).toBe(true);
          for (const line of lines(text)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        }),
        runs,
      );
    },
    patience,
  );

  test(
    'are read by ical.js as they are',
    () => {
      assert(
        property(happenings, (all) => {
          const events = readByIcalJs(write(...all));
          expect(events.map((event) => String(event.getFirstPropertyValue('uid')))).toEqual(
            all.map(({ id }) => `${id}@bot.example`),
          );
          events.forEach((event, index) => expectSame(event, all[index] ?? happening()));
        }),
        runs,
      );
    },
    patience,
  );

  test(
    'start and end by node-ical when they do',
    () => {
      assert(
        property(happenings, (all) => {
          const events = readByNodeIcal(write(...all));
          const timed = all.filter(({ start }) => start.includes('T'));
          const theirs = events.filter(({ datetype }) => datetype === 'date-time');
          expect(theirs.map(({ start, uid }) => [start.getTime(), uid])).toEqual(
            timed.map(({ start, id }) => [Date.parse(start), `${id}@bot.example`]),
          );
          expect(events.map(({ status, sequence }) => [status, Number(sequence)])).toEqual(
            all.map(({ status, sequence }) => [status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED', sequence]),
          );
        }),
        runs,
      );
    },
    patience,
  );

  test('announce themselves when the bot reads its own calendar', async () => {
    const one = happening({
      end: '2027-03-10T21:00:00+09:00',
      place: '公民館',
      address: '港町',
      tags: ['docker'],
      text: 'a\nb',
    });
    const { events } = await copyOf(
      write(one, happening({ id: 'b', start: '2027-05-01', end: '2027-05-03' })),
    );
    expect(events).toMatchObject([
      {
        title: '夜',
        start: '2027-03-10T19:00',
        end: '2027-03-10T21:00',
        place: '公民館',
        address: '港町',
        tags: ['docker'],
        text: 'a\nb',
      },
      { title: '夜', start: '2027-05-01', end: '2027-05-03', uid: 'b@bot.example' },
    ]);
  });
});

function expectSame(event: InstanceType<typeof ICAL.Component>, said: Happening): void {
  const value = (name: string): unknown => event.getFirstPropertyValue(name) ?? '';
  expect(value('summary')).toBe(clean(said.title));
  expect(value('description')).toBe(clean(said.text));
  expect(value('status')).toBe(said.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED');
  expect(value('sequence')).toBe(said.sequence);
  expect(value('url')).toBe(said.url ?? '');
  expect(value('conference')).toBe(said.online ?? '');
  const where = [said.place, said.address].filter((part) => part !== null).join(', ');
  expect(value('location')).toBe(clean(where) || clean(where === '' ? (said.online ?? '') : ''));
  expect(event.getFirstProperty('categories')?.getValues() ?? []).toEqual(said.tags.map(clean));
  expect(String(value('dtstart'))).toBe(written(said.start));
  const last = said.start.includes('T') ? said.end && written(said.end) : dayAfter(said.end ?? said.start);
  expect(String(value('dtend'))).toBe(last ?? '');
}

const written = (time: string): string =>
  time.includes('T') ? `${new Date(time).toISOString().slice(0, 19)}Z` : time;

const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();
