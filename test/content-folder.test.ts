/** The community that comes with the bot: all of it must be understood, and what it says of real meetups be true. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { createFiles } from '../adapters/files/index.ts';
import { readSettings } from '../src/config.ts';
import { readEvent } from '../src/content/event.ts';
import { readReport } from '../src/content/report.ts';
import { agenda } from '../src/event/agenda.ts';
import { occurrences } from '../src/event/occurrences.ts';
import type { Source } from '../src/content/report.ts';

const content = createFiles(fileURLToPath(new URL('../content', import.meta.url)));
const context = { zone: 'Asia/Tokyo', hash: (text: string) => text };

const unreadable: unknown[] = [];
const sources: Source[] = [];
for (const { path } of await content.list()) {
  const { text, problems } = await content.read(path);
  sources.push({ path, text: text ?? '' });
  unreadable.push(...problems);
}

const settings = sources.filter(({ path }) => path === 'community.md').map(readSettings);
const events = sources.flatMap((source) => readEvent(source, context) ?? []);
const reports = sources
  .filter(({ path }) => path.startsWith('reports/'))
  .map((source) => readReport(source, context));

describe('the community that comes with the bot', () => {
  test('is understood without a single problem', () => {
    expect(unreadable).toEqual([]);
    expect([...settings, ...events, ...reports].flatMap(({ problems }) => problems)).toEqual([]);
  });

  test('has settings, five reports and four events, and nothing else', () => {
    expect([settings.length, reports.length, events.length]).toEqual([1, 5, 4]);
    expect(sources).toHaveLength(10);
    expect(settings[0]?.settings).toMatchObject({
      name: '波止場コンテナ会',
      locale: 'ja',
      zone: 'Asia/Tokyo',
    });
  });

  test('shows that headers come in several languages', () => {
    const openings = sources
      .filter(({ path }) => path.startsWith('reports/'))
      .map(({ text }) => text.split('\n')[0]?.slice(0, 6));
    expect(openings).toHaveLength(5);
    expect(new Set(openings)).toEqual(new Set(['# Dock', '+++', '---', 'Title:']));
  });

  test('still has something coming up in two years, one of it cancelled', () => {
    const between = { from: new Date('2028-11-22T00:00:00Z'), to: new Date('2029-02-20T00:00:00Z') };
    const coming = agenda(events.flatMap((event) => occurrences(event, between)));
    expect(coming.map(({ start, title, status }) => [start, title, status])).toEqual([
      ['2028-12-02', '波止場コンテナカンファレンス 2028', 'scheduled'],
      ['2028-12-13T19:00:00+09:00', '波止場もくもく会', 'scheduled'],
      ['2028-12-16T13:00:00+09:00', 'rootless コンテナ入門ワークショップ', 'cancelled'],
      ['2029-01-04T18:30:00+09:00', 'Harbour Lightning Talks', 'scheduled'],
      ['2029-01-10T19:00:00+09:00', '波止場もくもく会', 'scheduled'],
      ['2029-02-14T19:00:00+09:00', '波止場もくもく会', 'scheduled'],
    ]);
  });
});
