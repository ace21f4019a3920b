/** Events as calendars that programs subscribe to: re-read by two other parsers, asked for again and again. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import ICAL from 'ical.js';
import { sync } from 'node-ical';
import type { Happening, Library } from '../../../src/port.ts';
import { folderOf } from '../temporary-folder.ts';
import { serve } from './served.ts';
import type { Served } from './served.ts';

const folder = folderOf({
  'community.md': '---\nname: Whales; knots, nets\nlocale: en\n---\n',
  'a.md': '---\ntitle: Quiet Night 1\ndate: 2026-01-01\nseries: Quiet Night\n---\n',
  'events/a.md':
    '---\ntitle: "網, nets; and ropes"\nstart: 2026-12-01 19:00\nend: 2026-12-01 21:00\nseries: 網の会\ntags: [c++, もくもく会]\n---\n',
  'events/b.md':
    '---\ntitle: Days\nstart: 2026-12-05\nend: 2026-12-06\nstatus: cancelled\ntags: [c++]\n---\n',
  'events/lately.md': '---\ntitle: Lately\nstart: 2026-09-01 19:00\n---\n',
  'events/long-ago.md': '---\ntitle: Long ago\nstart: 2026-08-01 19:00\n---\n',
  'events/far.md': '---\ntitle: Far\nstart: 2029-01-01 19:00\n---\n',
});

/** What a calendar says, in the words of another parser. */
interface Read {
  readonly uid: string;
  readonly title: string;
  readonly start: string;
  readonly end: string | null;
  readonly status: string;
  readonly sequence: number;
}

const readers: Readonly<Record<string, (text: string) => readonly Read[]>> = {
  'node-ical': (text) =>
    Object.values(sync.parseICS(text))
      .filter((component) => component?.type === 'VEVENT')
      .map((event) => ({
        uid: event.uid,
        title: typeof event.summary === 'string' ? event.summary : event.summary.val,
        start: moment(event.start, event.datetype === 'date'),
        end: event.end === undefined ? null : moment(event.end, event.datetype === 'date'),
        status: String(event.status),
        sequence: Number(event.sequence),
      })),
  'ical.js': (text) =>
    new ICAL.Component(ICAL.parse(text) as unknown[])
      .getAllSubcomponents('vevent')
      .map((component) => new ICAL.Event(component))
      .map((event) => ({
        uid: event.uid,
        title: event.summary,
        start: event.startDate.toString(),
        end: event.endDate?.toString() ?? null,
        status: String(event.component.getFirstPropertyValue('status')),
        sequence: event.sequence,
      })),
};

const two = (value: number): string => String(value).padStart(2, '0');

/** Days of node-ical are midnights of this machine. */
const moment = (date: Date, isDay: boolean): string =>
  isDay
    ? `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
    : date.toISOString().replace('.000', '');

describe.each(Object.entries(readers))('the calendars, read by %s,', (_, read) => {
  let served: Served;
  beforeAll(async () => {
    served = await serve(folder);
  });
  afterAll(() => served.close());

  const titles = async (path: string): Promise<readonly string[]> =>
    read(await served.page(path)).map(({ title }) => title);

  test('have all events from 90 days ago to two years ahead, called off as well', async () => {
    expect(await titles('/events.ics')).toEqual(['Lately', '網, nets; and ropes', 'Days']);
  });

  test('say each of them in UTC, or by its days, under one name for ever', async () => {
    const { library } = served;
    const ids = async (title: string) => (await library.event(title))?.happening.id;
    expect(read(await served.page('/tags/c%2B%2B.ics'))).toEqual([
      {
        uid: `${await ids('網, nets; and ropes')}@127.0.0.1`,
        title: '網, nets; and ropes',
        start: '2026-12-01T10:00:00Z',
        end: '2026-12-01T12:00:00Z',
        status: 'CONFIRMED',
        sequence: 0,
      },
      {
        uid: `${await ids('Days')}@127.0.0.1`,
        title: 'Days',
        start: '2026-12-05',
        end: '2026-12-07',
        status: 'CANCELLED',
        sequence: 0,
      },
    ]);
  });

  test.each([
    [`/series/${encodeURIComponent('網の会')}.ics`, ['網, nets; and ropes']],
    [`/tags/${encodeURIComponent('もくもく会')}.ics`, ['網, nets; and ropes']],
    ['/tags/C%2B%2B.ics', ['網, nets; and ropes', 'Days']],
    // Reports know the name, and nothing of it is planned.
    ['/series/quietnight.ics', []],
  ])('%s has what belongs to that name', async (path, expected) => {
    expect(await titles(path)).toEqual(expected);
  });

  test('are there for each event alone', async () => {
    const { library } = served;
    const id = (await library.event('Long ago'))?.happening.id;
    expect(await titles(`/events/${id}.ics`)).toEqual(['Long ago']);
  });
});

describe('a calendar', () => {
  let said: Partial<Happening> = {};
  let served: Served;
  const changing = (library: Library): Library => ({
    ...library,
    happenings: async (between) => (await library.happenings(between)).map((each) => ({ ...each, ...said })),
  });
  beforeAll(async () => {
    served = await serve(folder, { watched: changing });
  });
  afterAll(() => served.close());

  test('is none where nobody knows the name', async () => {
    for (const path of [
      '/series/c%2B%2B.ics',
      '/tags/c.ics',
      '/tags/!.ics',
      '/tags/.ics',
      '/events/days.ics',
    ])
      expect([path, (await served.get(path)).status]).toEqual([path, 404]);
  });

  test('says what it is, how long it may be kept, and since when it says so', async () => {
    const { headers } = await served.get('/events.ics');
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    expect(headers.get('last-modified')).toBe('Sun, 22 Nov 2026 00:00:00 GMT');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('says the same where only that is asked for', async () => {
    const head = await fetch(`${served.base}/events.ics`, { method: 'HEAD' });
    const { headers } = await served.get('/events.ics');
    expect([head.status, await head.text()]).toEqual([200, '']);
    for (const name of ['content-type', 'last-modified', 'cache-control'])
      expect(head.headers.get(name)).toBe(headers.get(name));
  });

  test.each([
    ['If-None-Match', 'etag'],
    ['If-Modified-Since', 'last-modified'],
  ] as const)('is not sent again to who has it (%s), and sent when it has changed', async (ask, by) => {
    const path = '/tags/c%2B%2B.ics';
    const asked = async (value: string): Promise<Response> => served.get(path, { [ask]: value });
    const known = (await served.get(path)).headers.get(by) ?? '';
    const again = await asked(known);
    expect([again.status, await again.text()]).toEqual([304, '']);
    said = { ...said, sequence: (said.sequence ?? 0) + 1 };
    const changed = await asked(known);
    expect([changed.status, (await changed.text()).includes(`SEQUENCE:${said.sequence}\r\n`)]).toEqual([
      200,
      true,
    ]);
    expect((await asked(changed.headers.get(by) ?? '')).status).toBe(304);
  });

  test('is judged by its tag alone where one is named', async () => {
    const response = await served.get('/events.ics', {
      'If-None-Match': '"another"',
      'If-Modified-Since': 'Fri, 01 Jan 2100 00:00:00 GMT',
    });
    expect(response.status).toBe(200);
  });

  test('is sent to who asks with a date that is none', async () => {
    expect((await served.get('/events.ics', { 'If-Modified-Since': 'lately' })).status).toBe(200);
  });
});
