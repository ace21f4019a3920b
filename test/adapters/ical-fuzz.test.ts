/** Whatever a calendar is made of: it is read or left out, in time and within the limits. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  oneof,
  string,
  tuple,
  uint8Array,
} from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { occurrences } from '../../src/event/occurrences.ts';
import type { Announced, FeedCopy } from '../../src/port.ts';
import { calendar, fileFeed } from './ical.ts';

const runs = { numRuns: 80 };
/** Milliseconds; a busy machine takes its time. */
const patience = 30_000;
const folder = join(import.meta.dirname, '../fixtures/ical');
const fixtures = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
const year = { from: new Date('2027-01-01T00:00:00Z'), to: new Date('2027-04-01T00:00:00Z') };

const anyText = string({ unit: 'binary', maxLength: 60 });
const names = constantFrom(
  ...'UID SUMMARY DTSTART DTEND DURATION RRULE EXRULE EXDATE RDATE RECURRENCE-ID STATUS SEQUENCE LOCATION URL CLASS'.split(
    ' ',
  ),
  ...'CATEGORIES DESCRIPTION CONFERENCE BEGIN END TZID TZOFFSETFROM TZOFFSETTO X-WR-TIMEZONE'.split(' '),
);
const values = oneof(
  anyText,
  constantFrom(
    ...'VEVENT VTIMEZONE STANDARD DAYLIGHT VALARM VCALENDAR a b 20270310 20270310T190000Z 20270317T190000'.split(
      ' ',
    ),
    ...'20270310T100000Z/PT1H P1D -P1D PT36H FREQ=DAILY FREQ=WEEKLY;BYDAY=WE FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU'.split(
      ' ',
    ),
    ...'FREQ=SECONDLY FREQ=MONTHLY;BYMONTHDAY=31 CANCELLED PRIVATE +0900 -0330 Asia/Tokyo Own UTC 1 2'.split(
      ' ',
    ),
  ),
);
const params = constantFrom(
  '',
  '',
  ';TZID=Asia/Tokyo',
  ';TZID=Own',
  ';VALUE=DATE',
  ';TZID="x:y;z"',
  ';RANGE=THISANDFUTURE',
  ';=',
);
const line = tuple(names, params, values).map(([name, param, value]) => `${name}${param}:${value}`);
const usual = constantFrom(
  'BEGIN:VEVENT',
  'END:VEVENT',
  'UID:a',
  'SUMMARY:a',
  'DTSTART:20270310T190000Z',
  'BEGIN:VTIMEZONE',
  'END:VTIMEZONE',
);

/** A fixture with pieces of it taken out, doubled or replaced. */
const mutated = tuple(
  constantFrom(...fixtures),
  array(tuple(integer({ min: 0 }), integer({ min: 0, max: 40 }), oneof(anyText, values, line)), {
    minLength: 1,
    maxLength: 8,
  }),
).map(([text, changes]) =>
  changes.reduce((before, [at, length, put]) => {
    const start = at % (before.length + 1);
    return before.slice(0, start) + put + before.slice(start + length);
  }, text),
);

const folded = array(oneof(line, usual, anyText), { maxLength: 60 }).map((lines) =>
  calendar(...lines.map((each) => each.replaceAll(/(.{9})/gu, '$1\r\n '))),
);

const events = array(array(line, { maxLength: 14 }), { maxLength: 6 }).map((all) =>
  calendar(
    ...all.map((lines) =>
      [
        'BEGIN:VEVENT',
        ...lines,
        'UID:a',
        'SUMMARY:a',
        'DTSTART;TZID=Asia/Tokyo:20270310T190000',
        'END:VEVENT',
      ].join('\r\n'),
    ),
  ),
);

const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?$/u;

/** What everybody relies on who is given an event. */
function expectSound(event: Announced): void {
  expect(event.id).toMatch(/^[a-z0-9]{10}$/u);
  expect(event.title).toMatch(/^\S(?:.*\S)?$/u);
  expect(event.title.length).toBeLessThanOrEqual(300);
  expect(event.text.length).toBeLessThanOrEqual(8_000);
  expect(`${event.title}${event.text}${event.place}${event.tags.join()}`).not.toMatch(
    /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/u,
  );
  expect(`${event.title}${event.text}`.isWellFormed()).toBe(true);
  expect(() => Temporal.Now.zonedDateTimeISO(event.zone)).not.toThrow();
  expectTimes(event);
  for (const change of event.changes) expectTimes({ start: change.on, end: null, ...change });
  for (const url of [event.url, event.online]) expect(url ?? 'https://example.org/').toMatch(/^https?:\/\//u);
  expect(occurrences(event, year).length).toBeLessThanOrEqual(366);
}

function expectTimes({ start, end }: Pick<Announced, 'start' | 'end'>): void {
  expect(start).toMatch(TIME);
  expect(Number(start.slice(0, 4))).toBeGreaterThanOrEqual(1969);
  expect(Number((end ?? start).slice(0, 4))).toBeLessThanOrEqual(2200);
  if (end === null) return;
  expect(end).toMatch(TIME);
  expect(end.length).toBe(start.length);
  expect(end >= start).toBe(true);
}

async function copyIn(text: string): Promise<FeedCopy> {
  const answer = await fileFeed(text).ask(null);
  return answer.status === 'ok' ? answer.copy : { events: [], skipped: [], etag: null, modified: null };
}

describe('never fails, and announces only what is sound, of', () => {
  test.each([
    ['bytes', uint8Array({ maxLength: 400 }).map((bytes) => calendar(Buffer.from(bytes).toString('utf8')))],
    ['characters', string({ unit: 'binary', maxLength: 400 }).map((text) => calendar(text))],
    ['lines that are folded anywhere', folded],
    ['events with any property', events],
    ['calendars with something wrong', mutated],
  ])(
    '%s',
    async (_what, texts) => {
      await assert(
        asyncProperty(texts, async (text) => {
          const copy = await copyIn(text);
          copy.events.forEach(expectSound);
          expect(JSON.parse(JSON.stringify(copy))).toEqual(copy);
          for (const { detail } of copy.skipped) expect(detail.length).toBeLessThanOrEqual(200);
        }),
        runs,
      );
    },
    patience,
  );
});

/** Each would take minutes of who tries more than once in vain. */
describe('reads soon', () => {
  const size = 200_000;
  const within = (...lines: readonly string[]): string =>
    calendar('BEGIN:VEVENT', 'UID:a', 'SUMMARY:a', 'DTSTART:20270310T190000Z', ...lines, 'END:VEVENT');
  test.each([
    ['a name without end', 'A'.repeat(size)],
    ['quotes without end', `ATTENDEE;CN=${'"a'.repeat(size)}`],
    ['parameters without end', `DTSTART${';A=b'.repeat(size)}`],
    ['blanks', `SUMMARY:${' '.repeat(size)}x`],
    ['backslashes', `DESCRIPTION:${'\\'.repeat(size)}`],
    ['ends of lines in a description', `DESCRIPTION:${String.raw`\n`.repeat(size)}x`],
    ['separators in a description', `DESCRIPTION:${'\u2028'.repeat(size)}x`],
    ['tags in a description', `DESCRIPTION:<b>${'<a href="'.repeat(size)}`],
    ['addresses in a description', `DESCRIPTION:${'https://'.repeat(size)}`],
    ['a place of brackets', `LOCATION:${'('.repeat(size)}`],
    ['tags', `CATEGORIES:${'a\\,,'.repeat(size)}`],
    ['further dates', `RDATE:${'20270310T190000Z,'.repeat(20_000)}`],
    ['a rule', `RRULE:FREQ=DAILY${';BYDAY=MO'.repeat(size)}`],
    ['folds', `SUMMARY:a${'\r\n b'.repeat(size)}`],
    ['components in components', 'BEGIN:X\r\n'.repeat(20_000) + 'END:Y\r\n'.repeat(20_000)],
  ])('%s', async (_what, written) => {
    const start = performance.now();
    await copyIn(within(written));
    expect(performance.now() - start).toBeLessThan(3_000);
  });
});
