/** A second opinion: node-ical expands generated series to the same instants, wherever both know what is meant. */
import { expect, test } from '@jest/globals';
import { assert, asyncProperty, constantFrom, integer, record, subarray } from 'fast-check';
import { expandRecurringEvent, sync } from 'node-ical';
import { occurrences } from '../../src/event/occurrences.ts';
import { calendar, copyOf, vevent } from './ical.ts';

const window = { from: new Date('2027-01-01T00:00:00Z'), to: new Date('2027-12-01T00:00:00Z') };

const two = (value: number): string => String(value).padStart(2, '0');

/** Clocks change in the night: by day each local time exists once, and nobody has to say which of two is meant. */
const series = record({
  zone: constantFrom(
    'Asia/Tokyo',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Sydney',
    'America/Santiago',
  ),
  hour: integer({ min: 6, max: 21 }),
  day: integer({ min: 1, max: 28 }),
  rule: constantFrom(
    'FREQ=DAILY;COUNT=20',
    'FREQ=DAILY;INTERVAL=3;UNTIL=20270620T000000Z',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH;WKST=SU',
    'FREQ=MONTHLY;BYDAY=2WE',
    'FREQ=MONTHLY;BYDAY=-1FR',
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'FREQ=YEARLY;BYMONTH=4;BYDAY=1SU',
  ),
  excepted: subarray([8, 15, 22, 29]),
}).map(({ zone, hour, day, rule, excepted }) => {
  const at = (month: number, date: number): string =>
    `;TZID=${zone}:2027${two(month)}${two(date)}T${two(hour)}0000`;
  return calendar(
    vevent(
      `DTSTART${at(1, day)}`,
      `DTEND${at(1, day).replace(/0000$/u, '4500')}`,
      `RRULE:${rule}`,
      ...excepted.map((date) => `EXDATE${at(4, date)}`),
    ),
  );
});

function theirs(text: string): readonly number[] {
  const [event] = Object.values(sync.parseICS(text)).flatMap((each) =>
    each?.type === 'VEVENT' ? [each] : [],
  );
  if (!event) throw new Error('no event');
  // What starts at the very end of the window is theirs, and not ours.
  return expandRecurringEvent(event, window)
    .map(({ start }) => start.getTime())
    .filter((at) => at < window.to.getTime());
}

/** A start that its own rule does not name (RFC 5545 leaves it open) is an occurrence for them, and none for us. */
function startOf(text: string): number {
  const [event] = Object.values(sync.parseICS(text)).flatMap((each) =>
    each?.type === 'VEVENT' ? [each] : [],
  );
  return event?.start.getTime() ?? 0;
}

test('both expand a series to the same instants', async () => {
  let compared = 0;
  await assert(
    asyncProperty(series, async (text) => {
      const { events } = await copyOf(text);
      const ours = events
        .flatMap((event) => occurrences(event, window))
        .map(({ start }) => Date.parse(start));
      const begun = startOf(text);
      const rest = (all: readonly number[]): readonly number[] => all.filter((at) => at !== begun);
      expect(rest(ours)).toEqual(rest(theirs(text)));
      compared += ours.length;
    }),
    { numRuns: 50 },
  );
  expect(compared).toBeGreaterThan(300);
}, 30_000);
