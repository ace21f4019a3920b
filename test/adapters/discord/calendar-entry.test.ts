/** Any entry as an event of Discord's. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { bodyOf, shown } from '../../../adapters/discord/calendar/entry.ts';
import type { Entry } from '../../../src/port.ts';

const signsOfMarkup = [
  '*',
  '_',
  '~',
  '|',
  '`',
  '\\',
  '<',
  '>',
  '@',
  '#',
  '[',
  ']',
  '-',
  '+',
  '.',
  ' ',
  '\n',
  ':',
  '/',
  'everyone',
  'a',
  '監',
  '👩‍🚀',
];

const signs = fc.string({
  unit: fc.constantFrom(...signsOfMarkup),
});
const texts = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  signs,
  signs.map((text) => text.repeat(200)),
);

const entries: fc.Arbitrary<Entry> = fc.record({
  mark: fc.webUrl(),
  title: texts,
  text: texts,
  place: texts,
  start: fc.constant(new Date('2027-03-10T10:00:00Z')),
  end: fc.constant(new Date('2027-03-10T12:00:00Z')),
});

describe('any entry', () => {
  test('is within what Discord takes, and ends with its mark', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const { name, description, entity_metadata: where } = bodyOf(entry);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(100);
        expect(description?.length).toBeLessThanOrEqual(1000);
        expect(description?.split('\n').at(-1)).toBe(entry.mark);
        expect(where?.location?.length).toBeGreaterThan(0);
        expect(where?.location?.length).toBeLessThanOrEqual(100);
      }),
    );
  });

  test('that was read is shown as it was read', () => {
    fc.assert(
      fc.property(entries, (entry) => {
        const once = shown(entry);
        expect(shown(once)).toEqual(once);
        expect(once.mark).toBe(entry.mark);
      }),
    );
  });
});

test('what names everyone, or looks like markup, is text', () => {
  const entry = {
    mark: 'https://meetup.example/1',
    title: '@everyone',
    text: 'Hello @everyone\n# not a heading\n*no stars*',
    place: 'x',
    start: new Date(0),
    end: new Date(1),
  };
  expect(bodyOf(entry).description).toBe(
    'Hello \\@everyone\n\\# not a heading\n\\*no stars\\*\n\nhttps://meetup.example/1',
  );
  expect(shown(entry).text).toBe(entry.text);
});

test('with a mark that leaves no room says nothing else', () => {
  const mark = `https://meetup.example/${'x'.repeat(2000)}`;
  const entry = { mark, title: 'x', text: 'words', place: 'x', start: new Date(0), end: new Date(1) };
  expect(bodyOf(entry).description).toBe(mark);
});

test('as much of a long text is shown as there is room for', () => {
  const text = 'See https://example.org/ for *more*. '.repeat(500);
  const { description = '' } = bodyOf({
    mark: 'https://meetup.example/1',
    title: 'x',
    text,
    place: 'x',
    start: new Date(0),
    end: new Date(1),
  });
  expect(description?.length).toBeGreaterThan(850);
});
