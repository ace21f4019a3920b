/** `/events`: what is coming up, by its days, its series and its tags, and how one subscribes to it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { folderOf } from '../temporary-folder.ts';
import { linksIn } from './crawl.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';

const eventFile = (fields: Readonly<Record<string, string>>): string =>
  `---\n${Object.entries(fields)
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('')}---\nText.\n`;

const report = '---\ntags: [Docker]\nseries: Whale Night\ntitle: Whale Night 1\n---\n\n## Knots by @ahab\n';

const folder = folderOf({
  'community.md': '---\nname: Whales\nlocale: en\n---\n',
  '2026-01-01-a.md': report,
  'events/a.md': eventFile({
    title: 'Knots',
    start: '2026-12-01 19:00',
    tags: '[Docker, c++]',
    series: 'Whale Night',
  }),
  'events/b.md': eventFile({ title: 'Nets', start: '2026-12-01 21:00', tags: '[docker]' }),
  'events/c.md': eventFile({
    title: 'Hooks',
    start: '2026-12-02',
    status: 'cancelled',
    series: 'WHALE night',
  }),
  'events/d.md': eventFile({ title: 'Oil', start: '2028-01-01 10:00', tags: `[oil, ${'long'.repeat(20)}]` }),
});

const titlesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a href="\/events\/[^"]*">([^<]*)</g)].map(([, title = '']) => title);

const chipsIn = (html: string): readonly string[] =>
  [...(/<div class="chips">[\s\S]*?<\/div>/.exec(html)?.[0] ?? '').matchAll(/<li>(.*?)<\/li>/g)].map(
    ([, chip = '']) => chip.replaceAll(/<a .*?>|<\/a>/g, ''),
  );

const calendarsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<link rel="alternate" type="text\/calendar" title="[^"]*" href="([^"]*)"/g)].map(
    ([, href = '']) => href,
  );

describe('the events page', () => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(folder);
  });
  afterAll(() => served.close());

  test('has a heading for each day, and below it what is on that day', async () => {
    const html = await served.page('/events');
    const order = [...html.matchAll(/<h2>.*?datetime="([^"]*)"|<a href="\/events\/[^"]*">([^<]*)</g)];
    expect(order.map(([, day, title]) => day ?? title)).toEqual([
      '2026-12-01',
      'Knots',
      'Nets',
      '2026-12-02',
      'Hooks',
    ]);
  });

  test('strikes through what is called off, and says the word', async () => {
    expect(await served.page('/events')).toMatch(
      /<del><strong><a [^>]*>Hooks<\/a><\/strong><\/del>.*\n.*cancelled/,
    );
  });

  test.each([
    ['?tag=docker', ['Knots', 'Nets']],
    ['?tag=DOCKER', ['Knots', 'Nets']],
    ['?tag=c%2B%2B', ['Knots']],
    ['?series=whale+night', ['Knots', 'Hooks']],
    ['?series=Whale+Night&tag=docker', ['Knots']],
    // Nothing of it is near: the first that comes at all.
    ['?tag=oil', ['Oil']],
    ['?tag=c', []],
    ['?tag=!?', []],
    ['?tag=', ['Knots', 'Nets', 'Hooks']],
  ] as const)('%s leaves %j', async (query, titles) => {
    expect(titlesIn(await served.page(`/events${query}`))).toEqual(titles);
  });

  test('says so where a filter leaves nothing', async () => {
    expect(await served.page('/events?tag=zzz')).toContain('No planned event is one of these.');
  });

  test('offers each name once, the most frequent first; what is chosen stands out, and one can leave it', async () => {
    expect(chipsIn(await served.page('/events'))).toEqual(['Whale Night', 'docker', 'c++']);
    const chosen = await served.page('/events?tag=docker');
    expect(chipsIn(chosen)).toEqual(['All events', 'Whale Night', '<strong>docker</strong>', 'c++']);
    expect(linksIn(chosen)).toContain('/events');
  });

  test('keeps its filter in the other language', async () => {
    expect(linksIn(await served.page('/events?series=whale+night&tag=docker'))).toContain(
      '/events?series=whale+night&tag=docker&lang=ja',
    );
  });

  test('says how one subscribes: to all events, and to those that were asked for', async () => {
    const { base } = served;
    const html = await served.page('/events?tag=c%2B%2B&series=whale+night');
    const calendars = [`${base}/events.ics`, `${base}/series/whalenight.ics`, `${base}/tags/c%2B%2B.ics`];
    expect(calendarsIn(html)).toEqual(calendars);
    for (const url of calendars) {
      expect(html).toContain(`<a href="${url.replace('http:', 'webcal:')}">`);
      expect(html).toContain(`<code>${url}</code>`);
      expect((await fetch(url)).status).toBe(200);
    }
    expect(calendarsIn(await served.page('/events'))).toEqual([`${base}/events.ics`]);
  });

  test('is where the old address of the agenda leads, for good', async () => {
    const old = await served.get('/upcoming?page=2&lang=ja');
    expect([old.status, old.headers.get('location')]).toEqual([301, '/events?page=2&lang=ja']);
  });

  test('is led to from the pages of a series and of a tag that has events, with their calendars', async () => {
    const [series, tag] = [await served.page('/series/whalenight'), await served.page('/tags/docker')];
    expect(series).toContain('<a href="/events?series=Whale+Night">2 events coming up</a>');
    expect(tag).toContain('<a href="/events?tag=docker">2 events coming up</a>');
    expect(calendarsIn(series)).toEqual([`${served.base}/series/whalenight.ics`]);
    expect(calendarsIn(tag)).toEqual([`${served.base}/tags/docker.ics`]);
  });
});

describe('many events', () => {
  let served: Served;
  beforeAll(async () => {
    const weekly = eventFile({
      title: 'Daily',
      start: '2026-12-01 19:00',
      repeat: 'FREQ=DAILY',
      tags: '[daily]',
    });
    served = await serve(folderOf({ 'community.md': '---\nlocale: en\n---\n', 'events/w.md': weekly }));
  });
  afterAll(() => served.close());

  test('stand on several pages, each of which keeps the filter', async () => {
    const first = await served.page('/events?tag=daily');
    expect(titlesIn(first)).toHaveLength(50);
    expect(linksIn(first)).toContain('/events?tag=daily&page=2');
    const second = await served.page('/events?tag=daily&page=2');
    expect(titlesIn(second)).toHaveLength(31);
    expect(second).toContain('<a rel="prev" href="/events?tag=daily"');
    expect((await served.get('/events?tag=daily&page=3')).status).toBe(404);
  });
});
