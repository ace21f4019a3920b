/** Trees as plain text, whole or in short. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { bullets, heading, item, link, paragraph, root } from '../../src/view/build.ts';
import { short } from '../../src/view/short.ts';
import { placeTimeText, viewText } from '../../src/view/text.ts';
import type { Time } from '../../src/view/node.ts';

const start: Time = {
  type: 'time',
  value: '2027-03-10T19:00:00+09:00',
  zone: 'Asia/Tokyo',
  style: 'moment',
};

describe('a tree as text', () => {
  test('has a line for each block, without markup, addresses or disguise', () => {
    const tree = root(
      heading(2, 'Coming up'),
      bullets([item(paragraph(link('https://example.org/', 'LT\u202e')), paragraph(start))]),
      paragraph({ type: 'mention', of: 'person', id: 'U1', name: '花子' }),
      paragraph({ type: 'mention', of: 'channel', id: 'C1', name: 'general' }),
    );
    expect(viewText(tree, 'en')).toBe('Coming up\nLT\nWed, 10 Mar 2027, 19:00 (Asia/Tokyo)\n@花子\n#general');
  });

  test('says in which zone a clock is, and none for whole days', () => {
    expect(placeTimeText(start, 'ja')).toBe('2027年3月10日(水) 19:00 (Asia/Tokyo)');
    expect(placeTimeText({ ...start, value: '2027-03-10', style: 'day' }, 'en')).toBe('Wed, 10 Mar 2027');
  });
});

describe('a text in short', () => {
  test('is the text where there is room', () => {
    expect(short('監視', 2)).toBe('監視');
  });

  test('ends in … between two characters that people see', () => {
    expect(short('Read 監視どうする?', 8)).toBe('Read 監視…');
    expect(short('ab👩‍👩‍👧‍👦cd', 8)).toBe('ab…');
  });

  test('is never longer than it may be, nor in halves of a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (value, limit) => {
        expect(short(value, limit).length).toBeLessThanOrEqual(limit);
        expect(short(value, limit).isWellFormed()).toBe(true);
      }),
    );
  });
});
