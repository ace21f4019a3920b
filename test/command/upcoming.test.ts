import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { plainText } from '../../src/content/plain.ts';
import type { Happening, View } from '../../src/port.ts';
import { openWorld } from '../world.ts';
import type { OpenWorld } from '../world.ts';

const events: Readonly<Record<string, string>> = {
  'tokyo.md':
    'title: 東京の会\nstart: 2026-12-01 19:00\nend: 2026-12-01 21:00\nplace: 東京\ntags: [docker]\nseries: Whale Night',
  'osaka.md': 'title: 大阪の会\nstart: 2027-01-15\nplace: ＯＳＡＫＡ 梅田\ntags: [kubernetes]',
  'cancelled.md': 'title: 中止の会\nstart: 2026-12-24 19:00\nstatus: cancelled',
  'later.md': 'title: 来年の会\nstart: 2028-05-01 10:00',
};

let folder: string;
let world: OpenWorld;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meetup-upcoming-'));
  mkdirSync(join(folder, 'events'));
  for (const [name, header] of Object.entries(events))
    writeFileSync(join(folder, 'events', name), `---\n${header}\n---\n`);
  world = await openWorld(folder);
});
afterAll(() => {
  world.close();
  rmSync(folder, { recursive: true });
});

const ask = (input: string): Promise<View> => world.bot.answer(world.call('upcoming', input, 'ja'));

const titles = (view: View): string[] => (view.data as Happening[]).map(({ title }) => title);

describe('upcoming', () => {
  test('lists the next 90 days by start, cancelled ones struck through', async () => {
    const view = await ask('');
    expect(titles(view)).toEqual(['東京の会', '中止の会', '大阪の会']);
    expect(plainText(view.body)).toContain('中止');
    expect(JSON.stringify(view.body)).toContain('"type":"delete"');
  });

  test.each([
    ['osaka', ['大阪の会']],
    ['place:大阪', ['大阪の会']],
    ['東京', ['東京の会']],
    ['tag:Docker', ['東京の会']],
    ['series:whale', ['東京の会']],
    ['until:2026-12-24', ['東京の会', '中止の会']],
    ['until:2028-12-31', ['東京の会', '中止の会', '大阪の会', '来年の会']],
    ['tag:docker 大阪', []],
  ])('%s', async (input, expected) => {
    expect(titles(await ask(input))).toEqual(expected);
  });

  test('says that filters left nothing, not that nothing is planned', async () => {
    expect(plainText((await ask('札幌')).body)).toContain('条件に合う予定はありません');
  });

  test('says what a date looks like', async () => {
    expect((await ask('until:someday')).failure).toMatchObject({ kind: 'request', code: 'date-unreadable' });
  });

  test('shows the next event of all where nothing is near', async () => {
    const later = await openWorld(folder, new Date('2027-06-01T00:00:00Z'));
    const view = await later.bot.answer(later.call('upcoming', '', 'en'));
    expect(titles(view)).toEqual(['来年の会']);
    later.close();
  });
});
