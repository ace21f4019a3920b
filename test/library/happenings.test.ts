/** What is coming is expanded for whole days and kept; who asks gets what is not over at that moment. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { open } from '../search/shelf.ts';
import type { Opened } from '../search/shelf.ts';

const event = (title: string, ...header: readonly string[]): string =>
  ['---', `title: ${title}`, ...header, '---', ''].join('\n');

const folder = {
  'events/1.md': event('夕べ', 'start: 2026-11-22 19:00', 'end: 2026-11-22 20:00', 'repeat: every Sunday'),
  'events/2.md': event('合宿', 'start: 2026-11-21', 'end: 2026-11-23'),
  'events/3.md': event('朝', 'start: 2026-11-22 09:00'),
};

let world: Opened;
beforeAll(async () => {
  world = await open(folder);
});

const titlesFrom = async (from: string, to = '2026-11-28T00:00:00+09:00'): Promise<readonly string[]> => {
  const { library } = world;
  const found = await library.happenings({ from: new Date(from), to: new Date(to) });
  return found.map(({ title }) => title);
};

describe('of one day', () => {
  test.each([
    ['2026-11-22T08:59:59+09:00', ['合宿', '朝', '夕べ']],
    ['2026-11-22T09:00:00+09:00', ['合宿', '夕べ']],
    ['2026-11-22T19:59:59+09:00', ['合宿', '夕べ']],
    ['2026-11-22T20:00:00+09:00', ['合宿']],
    ['2026-11-23T23:59:59+09:00', ['合宿']],
    ['2026-11-24T00:00:00+09:00', []],
  ])('at %s: %j', async (from, titles) => {
    expect(await titlesFrom(from)).toEqual(titles);
  });

  test('what starts at the end is not within', async () => {
    const from = '2026-11-28T00:00:00+09:00';
    expect(await titlesFrom(from, '2026-11-29T19:00:00+09:00')).toEqual([]);
    expect(await titlesFrom(from, '2026-11-29T19:00:01+09:00')).toEqual(['夕べ']);
  });
});

test('what has changed is there at once', async () => {
  const { library, folder: changing } = await open(folder);
  const soon = { from: new Date('2026-11-22T00:00:00Z'), to: new Date('2026-11-23T00:00:00Z') };
  expect(await library.happenings(soon)).toHaveLength(2);
  changing.files.delete('events/1.md');
  await library.sync();
  expect(await library.happenings(soon)).toHaveLength(1);
});
