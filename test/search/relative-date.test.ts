import { beforeAll, describe, expect, test } from '@jest/globals';
import { readQuery } from '../../src/search/query.ts';
import { withRelativeDates } from '../../src/search/relative-date.ts';
import { open, titles } from './shelf.ts';
import type { Opened } from './shelf.ts';

const read = (text: string, today = '2026-01-31') => withRelativeDates(readQuery(text).chunks, today);

describe('a date that is told from today', () => {
  test.each([
    ['今年', '2026'],
    ['去年', '2025'],
    ['昨年', '2025'],
    ['一昨年', '2024'],
    ['来年', '2027'],
    ['今月', '2026-01'],
    ['先月', '2025-12'],
    ['来月', '2026-02'],
    ['Last Year', '2025'],
    ['this month', '2026-01'],
    ['last month', '2025-12'],
  ])('%s is %s', (text, date) => {
    expect(read(text)).toEqual([{ text: text.toLowerCase(), quoted: false, date }]);
  });

  test('stands among other words', () => {
    expect(read('docker last year 監視')).toMatchObject([
      { text: 'docker' },
      { date: '2025' },
      { text: '監視' },
    ]);
    expect(read('去年のまとめ')).toEqual([
      { text: '去年', quoted: false, date: '2025' },
      { text: 'まとめ', quoted: false },
    ]);
  });

  test.each(['"last year"', 'last', 'year', 'last "year"', '今日'])('%s is none', (text) => {
    expect(read(text)).toEqual(readQuery(text).chunks);
  });
});

describe('is found by when it was held', () => {
  let world: Opened;
  beforeAll(async () => {
    const report = (date: string) =>
      `---\ntitle: ${date}の会\ndate: ${date}\n---\n\n## Docker入門\n\n去年の話。\n`;
    world = await open({
      'a.md': report('2024-05-01'),
      'b.md': report('2025-10-01'),
      'c.md': report('2026-10-05'),
    });
  });

  test.each([
    ['去年', '2025-10-01の会'],
    ['last year', '2025-10-01の会'],
    ['今年', '2026-10-05の会'],
    ['先月', '2026-10-05の会'],
    ['2024年5月', '2024-05-01の会'],
    ['202405', '2024-05-01の会'],
    ['2024', '2024-05-01の会'],
  ])('%s: first %s', async (text, title) => {
    expect((await titles(world, text))[0]).toBe(title);
  });
});
