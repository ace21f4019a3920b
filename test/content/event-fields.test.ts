import { describe, expect, test } from '@jest/globals';
import { assert, constantFrom, property, string } from 'fast-check';
import { readEvent } from '../../src/content/event.ts';

const context = { zone: 'Asia/Tokyo', hash: (text: string) => `<${text}>` };

/** The event of a file with this header, and no other text. */
const eventOf = (header: string) =>
  readEvent({ path: 'events/night.md', text: `---\n${header}\n---\n` }, context);

describe('an event', () => {
  test.each([
    ['2027-03-10 19:00', '2027-03-10T19:00'],
    ['"2027-03-10 19:00"', '2027-03-10T19:00'],
    ['2027-03-10 9:00', '2027-03-10T09:00'],
    ['2027-03-10T19:00:00', '2027-03-10T19:00'],
    ['2027-03-10 19:00 +0900', '2027-03-10T19:00'],
    ['2027-03-10T10:00:00Z', '2027-03-10T19:00'],
    ['2027-03-10T22:00-05:00', '2027-03-11T12:00'],
    ['2027/3/10 19:00', '2027-03-10T19:00'],
    ['2027年3月10日(水) 19:00', '2027-03-10T19:00'],
    ['２０２７-０３-１０ １９：００', '2027-03-10T19:00'],
    ['2027-03-10', '2027-03-10'],
    ['20270310', '2027-03-10'],
  ])('starts as people write it: %s', (written, start) => {
    expect(eventOf(`title: 夜\nstart: ${written}`)).toMatchObject({ start, problems: [] });
  });

  test.each([
    ['2027-03-10 19:00', '2027-03-10 21:00', '2027-03-10T21:00'],
    ['2027-03-10 19:00', '21:00', '2027-03-10T21:00'],
    ['2027-03-10 22:00', '1:00', '2027-03-11T01:00'],
    ['2027-12-31 22:00', '"01:00"', '2028-01-01T01:00'],
    ['2028-10-14', '2028-10-15', '2028-10-15'],
    ['2028-10-14', '2028-10-14', '2028-10-14'],
  ])('that starts %s and ends %s ends at %s', (start, end, expected) => {
    expect(eventOf(`title: 夜\nstart: ${start}\nend: ${end}`)).toMatchObject({ end: expected, problems: [] });
  });

  test('has its times in its own zone', () => {
    expect(eventOf('title: 夜\nzone: Europe/Berlin\nstart: 2027-03-10T18:00:00Z')).toMatchObject({
      zone: 'Europe/Berlin',
      start: '2027-03-10T19:00',
    });
  });

  test.each([
    ['capacity: 30名', { capacity: 30 }],
    ['number: 第12回', { number: 12 }],
    ['tags: Docker, 初心者', { tags: ['docker', '初心者'] }],
    ['except: 2027-05-12', { except: ['2027-05-12'] }],
    ['except: 2027-05-12、2027-06-09', { except: ['2027-05-12', '2027-06-09'] }],
    ['status: 中止', { cancelled: true }],
    ['status: Canceled', { cancelled: true }],
    ['status: confirmed', { cancelled: false }],
    ['place: 301', { place: '301' }],
    ['talks: [One, Two]', { talks: [{ title: 'One' }, { title: 'Two' }] }],
    [
      'talks: [{ title: One, speaker: alice, minutes: 5分 }]',
      { talks: [{ title: 'One', speakers: ['alice'], minutes: 5 }] },
    ],
    ['url:', { url: null }],
  ])('is understood as people write it: %s', (line, expected) => {
    expect(eventOf(`title: 夜\nstart: 2027-03-10 19:00\n${line}`)).toMatchObject({
      ...expected,
      problems: [],
    });
  });

  test.each([
    ['end: tomorrow', { end: null }],
    ['end: 2027-03-10 18:00', { end: null }],
    ['end: 2027-03-11', { end: null }],
    ['repeat: every second Wednesday', { repeat: null }],
    ['repeat: FREQ=SECONDLY', { repeat: null }],
    ['until: 2027-13-01', { until: null }],
    ['except: [2027-05-12, someday]', { except: ['2027-05-12'] }],
    ['zone: Evil/Zone', { zone: 'Asia/Tokyo' }],
    ['url: example.org', { url: null }],
    ['url: javascript:alert(1)', { url: null }],
    ['capacity: many', { capacity: null }],
    ['number: [1]', { number: null }],
    ['tags: { a: 1 }', { tags: [] }],
    ['talks: [{ speaker: alice }, Two]', { talks: [{ title: 'Two' }] }],
    ['status: maybe', { cancelled: false }],
    ['status: constructor', { cancelled: false }],
  ])('keeps the rest where one field is not understood: %s', (line, expected) => {
    expect(eventOf(`title: 夜\nstart: 2027-03-10 19:00\n${line}\nplace: 中央`)).toMatchObject({
      ...expected,
      start: '2027-03-10T19:00',
      place: '中央',
      problems: [{ line: 4, code: 'field-unreadable', detail: line.slice(0, line.indexOf(':')) }],
    });
  });

  test.each(['someday', '2027-13-01', '2027-02-30', '2027-03', '[2027-03-10]', '25:00'])(
    'without a readable start never happens, and says so: %s',
    (start) => {
      expect(eventOf(`title: 夜\nstart: ${start}`)).toMatchObject({
        start: '',
        problems: [{ line: 3, code: 'event-incomplete', detail: 'start' }],
      });
    },
  );

  test('is read whatever a field says', () => {
    const keys = constantFrom(
      'title',
      'start',
      'end',
      'zone',
      'repeat',
      'except',
      'talks',
      'capacity',
      'url',
    );
    assert(
      property(keys, string({ unit: 'binary' }), (key, value) => {
        expect(() => eventOf(`start: 2027-03-10\n${key}: ${value}`)).not.toThrow();
        expect(() => eventOf(`${key}: ${JSON.stringify(value)}\nstart: 2027-03-10`)).not.toThrow();
      }),
      { numRuns: 25 },
    );
  });
});
