/** What calendars say in words, links and tags. */
import { describe, expect, test } from '@jest/globals';
import { announced, calendar, copyOf, event, vevent } from './ical.ts';

describe('a title', () => {
  test.each([
    ['is one line', String.raw`SUMMARY:One\ntwo\Nthree`, 'One two three'],
    ['has no escapes', String.raw`SUMMARY:a\, b\; c\\n`, String.raw`a, b; c\n`],
    ['has no control characters', 'SUMMARY:a\u0000\u0007b\u202ec\u2028d', 'abc d'],
    ['is put together where it is folded', 'SUMMARY:日本\r\n 語の\r\n\t夜', '日本語の夜'],
    ['keeps colons and quotes', 'SUMMARY;LANGUAGE=en:"Docker": all', '"Docker": all'],
    [
      'is what people see of an attempt',
      String.raw`SUMMARY:x\nEND:VEVENT\nBEGIN:VEVENT`,
      'x END:VEVENT BEGIN:VEVENT',
    ],
  ])('%s', async (_what, line, title) => {
    expect((await event(line)).title).toBe(title);
  });

  test('of more than 300 characters is cut', async () => {
    const { title } = await event(`SUMMARY:${'👩‍💻'.repeat(1000)}`);
    expect(title).toMatch(/^(?:👩‍💻)+…$/u);
    expect(title.length).toBeLessThanOrEqual(300);
  });

  test.each(['SUMMARY:', 'SUMMARY: \\n ', 'X-NONE:1'])(
    'that is missing (%j) leaves the event out',
    async (line) => {
      const lines = ['BEGIN:VEVENT', 'UID:a', line, 'DTSTART:20270310', 'END:VEVENT'].join('\r\n');
      const { events, skipped } = await copyOf(calendar(lines));
      expect(events).toEqual([]);
      expect(skipped).toEqual([{ code: 'event-unreadable', detail: 'a' }]);
    },
  );

  test('says the number, and that it is called off where there is no other word for that', async () => {
    expect(await event('SUMMARY:【中止】夜 #12')).toMatchObject({ number: 12, cancelled: true });
  });
});

describe('a text', () => {
  test('keeps its lines, and no more than one empty one between two', async () => {
    const { text } = await event(String.raw`DESCRIPTION:a  \n\n\n\nb\n c\n`);
    expect(text).toBe('a\n\nb\n c');
  });

  test('that is HTML is told without it', async () => {
    const { text } = await event('DESCRIPTION:<style>p{}</style><p>A &amp; <b>B</b></p><ul><li>C</ul>');
    expect(text).toBe('A & B\nC');
  });

  test('with signs that look like HTML is left as it is', async () => {
    expect((await event('DESCRIPTION:1 < 2 <3 &amp; List<String>')).text).toBe('1 < 2 <3 &amp; List<String>');
  });

  test('of more than 8,000 characters is cut', async () => {
    expect((await event(`DESCRIPTION:${'長い文。'.repeat(50_000)}`)).text.length).toBeLessThanOrEqual(8_000);
  });

  test('with a timetable names the talks', async () => {
    const rows = String.raw`DESCRIPTION:19:00 受付\n19:10 - 19:30 BuildKit 入門 (alice さん)\n19:30 - 19:50 Compose の話 (bob さん)`;
    expect((await event(rows)).talks.map(({ title }) => title)).toEqual(['BuildKit 入門', 'Compose の話']);
  });
});

describe('a place', () => {
  test.each([
    ['Hall', 'Hall', null],
    [String.raw`Hall\, 1 Main Street\, Town`, 'Hall', '1 Main Street, Town'],
    [String.raw`Hall\n1 Main Street\nTown`, 'Hall', '1 Main Street, Town'],
    [String.raw`Hall (1 Main Street\, Town)`, 'Hall', '1 Main Street, Town'],
    ['公民館、港町 1-2-3', '公民館', '港町 1-2-3'],
    ['', null, null],
    ['https://example.org/room', null, null],
  ])('%j is %j with the address %j', async (location, place, address) => {
    expect(await event(`LOCATION:${location}`)).toMatchObject({ place, address });
  });
});

describe('an address of the web', () => {
  const zoom = 'https://us02web.zoom.us/j/1?pwd=a';
  test.each([
    ['is the page', ['URL:https://example.org/e'], 'https://example.org/e', null],
    ['as location is the page', ['LOCATION:https://example.org/e'], 'https://example.org/e', null],
    ['as location is a meeting', [`LOCATION:${zoom}`], null, zoom],
    ['as page is a meeting as well', [`URL:${zoom}`], zoom, zoom],
    [
      'of RFC 7986 is the stream',
      ['CONFERENCE;VALUE=URI;FEATURE=VIDEO:https://example.org/live'],
      null,
      'https://example.org/live',
    ],
    ['of a telephone is none', ['CONFERENCE;VALUE=URI:tel:+81-3-0000'], null, null],
    [
      'of Google is the stream',
      ['X-GOOGLE-CONFERENCE:https://meet.google.com/a'],
      null,
      'https://meet.google.com/a',
    ],
    ['in a sentence is a meeting', [`DESCRIPTION:Join (${zoom}).`], null, zoom],
    [
      'in HTML is a meeting',
      ['DESCRIPTION:<a href="https://zoom.us/j/1?a=1&amp;b=2">x</a>'],
      null,
      'https://zoom.us/j/1?a=1&b=2',
    ],
    [
      'of any page in a text is none',
      ['DESCRIPTION:https://example.org/j/1 https://zoom.us/pricing'],
      null,
      null,
    ],
    ['of another scheme is none', ['URL:javascript:alert(1)'], null, null],
    ['with a name in it is none', ['URL:https://bank.example@evil.example/'], null, null],
    ['that is endless is none', [`URL:https://example.org/${'a'.repeat(3000)}`], null, null],
  ])('%s', async (_what, lines, url, online) => {
    expect(await event(...lines)).toMatchObject({ url, online });
  });
});

describe('tags', () => {
  test('are in small letters, each once, from all lines', async () => {
    const { tags } = await event(String.raw`CATEGORIES:Docker,Food\, drinks, `, 'CATEGORIES:docker,夜');
    expect(tags).toEqual(['docker', 'food, drinks', '夜']);
  });

  test('are twenty at most', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `t${index}`);
    expect((await event(`CATEGORIES:${names.join(',')}`)).tags).toHaveLength(20);
  });
});

describe('a file that is badly written', () => {
  test('has the event that an alarm stands in, and not the words of the alarm', async () => {
    const alarm = ['BEGIN:VALARM', 'DESCRIPTION:Alarm', 'DURATION:PT1H', 'END:VALARM'];
    expect(await event(...alarm)).toMatchObject({ text: '', end: null });
  });

  test('loses the event that breaks off, and not the next one', async () => {
    const broken = ['BEGIN:VEVENT', 'UID:broken', 'SUMMARY:Broken', 'DTSTART:20270310', 'BEGIN:VALARM'];
    const { events, skipped } = await copyOf(calendar(...broken, vevent()));
    expect(events.map(({ title }) => title)).toEqual(['Night']);
    expect(skipped).toEqual([{ code: 'event-unreadable', detail: 'broken' }]);
  });

  test('is read past lines that are none, tasks and ends of nothing', async () => {
    const todo = ['BEGIN:VTODO', 'SUMMARY:Task', 'END:VTODO'];
    expect(await announced('nonsense', 'END:VEVENT', 'END:X', ';;;:', ...todo, vevent())).toHaveLength(1);
  });

  test('with more events than 5,000 has 5,000, and says how many are missing', async () => {
    const many = Array.from({ length: 5_003 }, (_, index) => vevent(`UID:${index}`));
    const { events, skipped } = await copyOf(calendar(...many));
    expect(events).toHaveLength(5_000);
    expect(skipped).toEqual([{ code: 'too-many', detail: '3' }]);
  }, 30_000);

  test('with more dates than 1,000 in a series has 1,000, and says how many are missing', async () => {
    const dates = Array.from({ length: 1_001 }, () => '20270401T100000Z').join(',');
    const { skipped } = await copyOf(calendar(vevent(`RDATE:${dates}`)));
    expect(skipped).toEqual([{ code: 'too-many', detail: '1' }]);
  });

  test('says the same complaint once', async () => {
    const odd = (uid: string): string => vevent(`UID:${uid}`, 'DTSTART;TZID=Evil/Zone:20270310T190000');
    const { events, skipped } = await copyOf(calendar(odd('a'), odd('b')));
    expect(events).toMatchObject([{ zone: 'Asia/Tokyo' }, { zone: 'Asia/Tokyo' }]);
    expect(skipped).toEqual([{ code: 'zone-unknown', detail: 'Evil/Zone' }]);
  });
});
