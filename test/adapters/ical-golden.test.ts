/** Calendars in the shapes in which others write them, and what is read of them. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { sync } from 'node-ical';
import { occurrences } from '../../src/event/occurrences.ts';
import { copyOf } from './ical.ts';

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../fixtures/ical', `${name}.ics`), 'utf8');

const year = { from: new Date('2027-01-01T00:00:00Z'), to: new Date('2028-01-01T00:00:00Z') };

/** As `name start – end zone`, one a line, with what else is said in brief. */
async function reading(name: string): Promise<string> {
  const { events, skipped } = await copyOf(fixture(name));
  const happenings = events.flatMap((event) => occurrences(event, year));
  return `${JSON.stringify({ events, skipped, happenings: happenings.map(brief) }, null, 2)}\n`;
}

const brief = ({ title, start, end, zone, status, place }: ReturnType<typeof occurrences>[number]): string =>
  [`${start} – ${end ?? '?'} (${zone})`, title, place, ...(status === 'cancelled' ? [status] : [])]
    .filter((part) => part !== null)
    .join(' · ');

const names = ['google', 'outlook', 'meetup', 'luma', 'apple', 'plain'];

describe('a calendar in the shape of', () => {
  test.each(names)('%s is read as its golden file says', async (name) => {
    const file = join(import.meta.dirname, '../golden/ical', `${name}.json`);
    const text = await reading(name);
    if (process.env['GOLDEN'] === 'write') writeFileSync(file, text);
    expect(text).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
  });

  test.each(names)('%s is the same with other line ends and a byte order mark', async (name) => {
    const unix = await copyOf(fixture(name));
    const { events } = await copyOf(`\u{feff}${fixture(name).replaceAll('\n', '\r\n')}`);
    expect(events).toEqual(unix.events);
  });

  // node-ical reads floating times in the zone of the process, and whole days that Outlook writes as times for times.
  test.each(['google', 'meetup', 'luma', 'plain'])('%s starts when node-ical says', async (name) => {
    const { events } = await copyOf(fixture(name));
    const theirs = Object.values(sync.parseICS(fixture(name))).flatMap((each) =>
      each?.type === 'VEVENT' && each.datetype === 'date-time' ? [each] : [],
    );
    const ours = events.filter(({ start }) => start.includes('T'));
    const starts = ours.map((each) => [each.uid, first(each)]);
    expect(ours.length).toBeGreaterThan(0);
    expect(theirs.map((each) => [each.uid, each.start.getTime()])).toEqual(expect.arrayContaining(starts));
  });
});

const first = (event: Parameters<typeof occurrences>[0]): number =>
  Date.parse(occurrences(event, year)[0]?.start ?? '');
