import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { occurrences } from '../../src/event/occurrences.ts';
import { eventFile } from './event-file.ts';

/** Each run expands months of a series, several times. */
const runs = { numRuns: 60 };

describe('whatever the zone and the rule', () => {
  const zones = constantFrom(...Intl.supportedValuesOf('timeZone'));
  const rules = constantFrom(
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=WEEKLY;BYDAY=MO,TH',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU',
    'FREQ=MONTHLY;BYDAY=2WE',
    'FREQ=MONTHLY;BYDAY=-1SU',
    'FREQ=MONTHLY;BYMONTHDAY=31',
  );
  const series = record({
    zone: zones,
    repeat: rules,
    hour: integer({ min: 0, max: 23 }),
    length: integer({ min: 0, max: 40 }),
  }).map(({ zone, repeat, hour, length }) => {
    const start = Temporal.PlainDateTime.from('2024-01-01').add({ hours: hour, minutes: 30 });
    const end = start.add({ hours: length }).toString().slice(0, 16);
    return eventFile({ zone, repeat, start: start.toString().slice(0, 16), end: length ? end : null });
  });
  const windows = record({ day: integer({ min: 0, max: 1500 }), days: integer({ min: 0, max: 60 }) }).map(
    ({ day, days }) => {
      const from = Date.UTC(2024, 0, 1 + day);
      return { from: new Date(from), to: new Date(from + days * 86_400_000) };
    },
  );

  test('nothing happens outside the time asked for, and all in order', () => {
    assert(
      property(series, windows, (event, when) => {
        const found = occurrences(event, when);
        const outside = found.filter(
          ({ start, end }) =>
            Date.parse(end ?? start) <= when.from.getTime() || Date.parse(start) >= when.to.getTime(),
        );
        expect(outside).toEqual([]);
        const instants = found.map(({ start }) => Date.parse(start));
        expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      }),
      runs,
    );
  });

  test('the clock shows the same time at each, or that time does not exist on that day', () => {
    assert(
      property(series, windows, (event, when) => {
        const wrong = occurrences(event, when).filter(({ start }) => {
          const local = Temporal.PlainDateTime.from(start.slice(0, 19));
          const wanted = local.withPlainTime(event.start.slice(11));
          const real = wanted.toZonedDateTime(event.zone).toPlainDateTime();
          return local.equals(wanted) !== real.equals(wanted);
        });
        expect(wrong).toEqual([]);
      }),
      runs,
    );
  });

  // What has no end and starts at the very moment from which one asks is not after it.
  const lasting = series.filter(({ end }) => end !== null);

  test('two stretches of time have together what the whole has', () => {
    assert(
      property(lasting, windows, integer({ min: 0, max: 60 }), (event, { from, to }, days) => {
        const middle = new Date(Math.min(from.getTime() + days * 86_400_000, to.getTime()));
        const halves = [
          ...occurrences(event, { from, to: middle }),
          ...occurrences(event, { from: middle, to }),
        ];
        const ids = occurrences(event, { from, to }).map(({ id }) => id);
        expect([...new Set(halves.map(({ id }) => id))].toSorted()).toEqual(ids.toSorted());
      }),
      runs,
    );
  });

  test('an exception takes away its own days and no other', () => {
    assert(
      property(
        series,
        windows,
        array(integer({ min: 0, max: 9 }), { maxLength: 3 }),
        (event, when, picks) => {
          const all = occurrences(event, when);
          const gone = new Set(picks.flatMap((pick) => all[pick]?.id ?? []));
          const except = [...gone].map((id) => id.replace(/^.*-(\d{4})(\d\d)(\d\d)$/u, '$1-$2-$3'));
          expect(occurrences({ ...event, except }, when)).toEqual(all.filter(({ id }) => !gone.has(id)));
        },
      ),
      runs,
    );
  });

  test('the zone of the machine changes nothing', () => {
    const event = eventFile({ repeat: 'FREQ=MONTHLY;BYDAY=2WE' });
    const year2027 = { from: new Date('2027-01-01T00:00:00Z'), to: new Date('2028-01-01T00:00:00Z') };
    const module = new URL('../../src/event/occurrences.ts', import.meta.url).href;
    const script = `
      const { occurrences } = await import(${JSON.stringify(module)});
      const between = { from: new Date(${year2027.from.getTime()}), to: new Date(${year2027.to.getTime()}) };
      console.log(JSON.stringify(occurrences(${JSON.stringify(event)}, between)));`;
    const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, TZ: 'America/New_York' },
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual(occurrences(event, year2027));
  });
});
