/** `/events/ID`: all that is known of an event, for people and for programs. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { EventReading, Happening, Library } from '../../../src/port.ts';
import { folderOf } from '../temporary-folder.ts';
import { xss } from '../../fixtures/xss.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';
import { faultsOf } from './validator.ts';

jest.setTimeout(30_000);

const folder = folderOf({
  'community.md': '---\nname: Whales\nlocale: en\npeople:\n  - [Captain Ahab, ahab]\n---\n',
  'a.md':
    '---\ntitle: Whale Night 1\ndate: 2026-11-01\n---\n\n[Whale Night](https://whales.connpass.com/event/1/)\n\n## Knots by @ahab\n',
  'events/past.md':
    '---\ntitle: Supper\nstart: 2026-11-01 19:00\nurl: https://whales.connpass.com/event/1/\n---\n',
  'events/next.md': `---
title: Whale Night 2
start: 2026-12-01 19:00
end: 2026-12-01 21:00
zone: Europe/London
place: Town hall
address: Main Street 1
online: https://stream.example/whales
capacity: 30
series: Whale Night
number: 2
tags: [docker]
talks:
  - { title: More knots, speakers: [Captain Ahab, Ishmael, Aha], minutes: 20 }
---
First line.
`,
  'events/days.md':
    '---\ntitle: Whale Days\nstart: 2026-12-05\nend: 2026-12-06\nstatus: cancelled\nplace: Online\n---\n',
});

/** What else stands in the answer to who asks for an event: as feeds would have it. */
const telling =
  (of: (reading: EventReading) => Partial<EventReading> & { readonly said?: Partial<Happening> }) =>
  (library: Library): Library => ({
    ...library,
    event: async (name) => {
      const reading = await library.event(name);
      if (reading === null) return null;
      const { said, ...others } = of(reading);
      return { ...reading, ...others, happening: { ...reading.happening, ...said } };
    },
  });

async function pathOf({ library }: Served, title: string): Promise<string> {
  const reading = await library.event(title);
  return `/events/${reading?.happening.id}`;
}

/** Label and line of each detail, without markup. */
const detailsIn = (html: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [
      ...(/<div class="details">[\s\S]*?<\/div>/.exec(html)?.[0] ?? '').matchAll(
        /<li>\n<p><strong>([^<]*)<\/strong><\/p>\n<p>(.*)<\/p>\n<\/li>/g,
      ),
    ].map(([, label = '', line = '']) => [label, line.replaceAll(/<[^>]*>/g, '')]),
  );

const dataIn = (html: string): Record<string, unknown> =>
  JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? 'null');

describe('the page of an event', () => {
  let served: Served;
  let html: string;
  beforeAll(async () => {
    served = await serve(folder);
    html = await served.page(await pathOf(served, 'Whale Night 2'));
  });
  afterAll(() => served.close());

  test('says when it is, in the community’s time and its own, where, and all else that is known', () => {
    expect(detailsIn(html)).toEqual({
      When: 'Wed, 2 Dec 2026, 04:00 (Tue, 1 Dec 2026, 19:00 Europe/London) – 06:00 (21:00 Europe/London)',
      Where: 'Town hall · Main Street 1 · map',
      Stream: 'stream.example',
      Seats: '30 seats',
      Series: 'Whale Night #2',
      Source: 'the community itself',
    });
    expect(html).toContain('<time datetime="2026-12-01T19:00:00+00:00">');
    expect(html).toContain('https://www.google.com/maps/search/?api=1');
  });

  test('names its talks; who has spoken before, under whatever name, leads to that', () => {
    expect(html).toContain('<p><strong>More knots</strong></p>');
    // Nobody called Aha has spoken, though Ahab has.
    expect(html).toContain('<p><a href="/speakers/ahab">Captain Ahab</a>, Ishmael, Aha · 20 min</p>');
  });

  test('leads to where one sees who has spoken', async () => {
    expect(await served.page('/speakers/ahab')).toContain('Knots');
  });

  test('offers to put it into a calendar', async () => {
    const actions = /<div class="actions">[\s\S]*?<\/div>/.exec(html)?.[0] ?? '';
    const hosts = [...actions.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => new URL(href, served.base));
    expect(hosts.map(({ hostname }) => hostname)).toEqual([
      'calendar.google.com',
      'outlook.live.com',
      '127.0.0.1',
    ]);
    expect((await fetch(hosts[2] ?? '')).headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  });

  test('tells who looks at a link to it when and where', () => {
    expect(html).toContain('<meta property="og:title" content="Whale Night 2" />');
    expect(html).toMatch(
      /<meta property="og:description" content="Wed, 2 Dec 2026, 04:00 .* · Town hall" \/>/,
    );
    expect(html).toMatch(/<meta property="og:url" content="http:\/\/127\.0\.0\.1:\d+\/events\/\w{10}" \/>/);
  });

  test('tells programs the same', () => {
    expect(dataIn(html)).toMatchObject({
      '@type': 'Event',
      name: 'Whale Night 2',
      startDate: '2026-12-01T19:00:00+00:00',
      endDate: '2026-12-01T21:00:00+00:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
      location: [
        { '@type': 'Place', name: 'Town hall', address: 'Main Street 1' },
        { '@type': 'VirtualLocation', url: 'https://stream.example/whales' },
      ],
      organizer: { '@type': 'Organization', name: 'Whales' },
      maximumAttendeeCapacity: 30,
    });
  });

  test('is struck through where it is called off, and offers nothing any more', async () => {
    const off = await served.page(await pathOf(served, 'Whale Days'));
    expect(off).toContain('<h1><del>Whale Days</del></h1>');
    expect(off).toContain('<strong>This event has been cancelled.</strong>');
    expect(off).not.toContain('class="actions"');
    expect(detailsIn(off)).toMatchObject({ When: 'Sat, 5 Dec 2026 – Sun, 6 Dec 2026', Where: 'Online' });
    expect(dataIn(off)).toMatchObject({
      eventStatus: 'https://schema.org/EventCancelled',
      startDate: '2026-12-05',
      endDate: '2026-12-06',
    });
  });

  test('leads to the report of it, and the report to it', async () => {
    const path = await pathOf(served, 'Supper');
    const past = await served.page(path);
    const [, report = ''] = /<a href="(\/reports\/\w+)">Whale Night 1</.exec(past) ?? [];
    expect(past).toContain('This event is over.');
    expect(past).not.toContain('class="actions"');
    expect(await served.page(report)).toContain(`The event: <a href="${path}">Supper</a>`);
  });

  test('is found by its id alone', async () => {
    expect((await served.get('/events/whale')).status).toBe(404);
    expect((await served.get('/events/Whale%20Night')).status).toBe(404);
    expect((await served.get(`${await pathOf(served, 'Whale Night 2')}-20261201`)).status).toBe(404);
  });

  test('is valid, in both languages', async () => {
    for (const title of ['Supper', 'Whale Night 2', 'Whale Days'])
      for (const lang of ['ja', 'en']) {
        const path = `${await pathOf(served, title)}?lang=${lang}`;
        expect(await faultsOf(await served.page(path), path)).toEqual([]);
      }
  });
});

describe('the page of an event that several announce', () => {
  let served: Served;
  let html: string;
  beforeAll(async () => {
    const watched = telling(() => ({
      said: {
        accepted: 30,
        waiting: 4,
        sources: [
          { feed: 'files', url: null },
          { feed: 'connpass', url: 'https://whales.connpass.com/event/2/' },
          { feed: 'ical calendar.example', url: 'javascript:run()' },
        ],
        conflicts: [
          { field: 'start', feed: 'ical calendar.example', value: '2026-12-01T20:00:00+00:00' },
          { field: 'end', feed: 'connpass', value: '2026-12-01T22:00:00+00:00' },
        ],
      },
      presentations: [
        { title: 'Knots, the slides', url: 'https://slides.example/1', speaker: 'ahab' },
        { title: 'No slides', url: 'javascript:run()', speaker: null },
      ],
    }));
    served = await serve(folder, { watched });
    html = await served.page(await pathOf(served, 'Whale Night 2'));
  });
  afterAll(() => served.close());

  test('says who they are, and where each of them does', () => {
    expect(detailsIn(html)['Source']).toBe('the community itself, connpass, calendar.example');
    expect(html).toContain('<a href="https://whales.connpass.com/event/2/" rel="noopener">connpass</a>');
    expect(html).not.toContain('javascript:');
  });

  test('says where they disagree', () => {
    const warning = /<div class="warning">[\s\S]*?<\/div>/.exec(html)?.[0].replaceAll(/<[^>]*>/g, '') ?? '';
    expect(warning).toMatch(/^Not everyone announces the same time\./);
    expect(warning).toMatch(/calendar\.example .*start Wed, 2 Dec 2026, 05:00/);
    expect(warning).toMatch(/connpass .*end Wed, 2 Dec 2026, 07:00/);
  });

  test('says that it is full, and who waits', () => {
    expect(detailsIn(html)['Seats']).toBe('30 of 30 seats taken, full, 4 waiting');
    expect(dataIn(html)).toMatchObject({ remainingAttendeeCapacity: 0 });
  });

  test('leads to what was shown there', () => {
    expect(html).toContain(
      '<strong><a href="https://slides.example/1" rel="noopener">Knots, the slides</a></strong> · ahab',
    );
    expect(html).toContain('<strong>No slides</strong>');
  });

  test('is valid', async () => {
    expect(await faultsOf(html, 'event')).toEqual([]);
  });
});

describe('the page of an event of which a report says no more than the day', () => {
  test('says that its year is a guess, and tells programs nothing', async () => {
    const served = await serve(folder, { watched: telling(() => ({ said: { inferred: true } })) });
    const html = await served.page(await pathOf(served, 'Whale Night 2'));
    await served.close();
    expect(detailsIn(html)['When']).toContain('year inferred from a report');
    expect(html).not.toContain('ld+json');
  });
});

/** All of them meet a real browser elsewhere. */
const some = xss.filter((_, at) => at % 3 === 0);

describe('the page of a hostile event', () => {
  let text = '';
  let served: Served;
  beforeAll(async () => {
    served = await serve(folder, {
      watched: telling(() => ({
        said: {
          title: text,
          place: text,
          address: text,
          url: text,
          online: text,
          series: text,
          tags: [text],
          text,
          talks: [{ title: text, speakers: [text], minutes: null }],
          sources: [{ feed: text, url: text }],
          conflicts: [{ field: 'start', feed: text, value: '2026-12-01' }],
        },
        presentations: [{ title: text, url: text, speaker: text }],
      })),
    });
  });
  afterAll(() => served.close());

  test('says it, and neither becomes markup nor leaves the data for programs', async () => {
    const path = await pathOf(served, 'Whale Night 2');
    for (const attack of [
      ...some,
      '</script><script>run()</script>',
      '<!--<script>',
      'constructor',
      ' \ud800',
    ]) {
      text = attack;
      const html = await served.page(path);
      expect(html.match(/<script/g)).toEqual(['<script']);
      const faults = await faultsOf(html, attack);
      // How long a title is, its author decides.
      expect(faults.filter((fault) => !fault.includes(' long-title '))).toEqual([]);
      expect(dataIn(html)).toMatchObject({ '@type': 'Event' });
    }
  });
});
