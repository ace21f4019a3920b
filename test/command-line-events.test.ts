/** Events and import as people run them: real processes, calendars on loopback, a connpass and a Doorkeeper beside them. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createSqliteState } from '../adapters/sqlite/index.ts';
import { startWeb } from './adapters/http-server.ts';
import type { Web } from './adapters/http-server.ts';
import { folderOf } from './adapters/temporary-folder.ts';
import { startBot } from './bot-process.ts';
import { connpassEvent, startConnpass } from './connpass/index.ts';
import type { ConnpassEvent } from './connpass/index.ts';
import { doorkeeperEvent, startDoorkeeper } from './doorkeeper/index.ts';
import { runMeetup } from './run-meetup.ts';
import type { Outcome } from './run-meetup.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(60_000);

/** So many days from now, in Tokyo. */
const dayIn = (days: number): string =>
  new Date(Date.now() + (days * 24 + 9) * 60 * 60_000).toISOString().slice(0, 10);

const soon = dayIn(30);
const page = 'https://container.connpass.com/event/7/';

interface Entry {
  readonly uid: string;
  readonly title: string;
  /** Local, in Tokyo. */
  readonly start: string;
  readonly lines?: readonly string[];
}

const entry = ({ uid, title, start, lines = [] }: Entry): string =>
  [
    'BEGIN:VEVENT',
    `UID:${uid}@example.org`,
    `SUMMARY:${title}`,
    `DTSTART;TZID=Asia/Tokyo:${start.replaceAll(/[-:]/g, '')}00`,
    ...lines,
    'END:VEVENT',
  ].join('\r\n');

const calendar = (...entries: readonly Entry[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...entries.map(entry), 'END:VCALENDAR', ''].join('\r\n');

const night: Entry = { uid: 'night', title: 'Container Night', start: `${soon}T19:00` };

interface Answer {
  readonly status: number;
  readonly text: string;
}

interface Calendar extends Web {
  /** What it answers from now on. */
  say(text: string, status?: number): void;
}

async function startCalendar(text: string): Promise<Calendar> {
  let answer: Answer = { status: 200, text };
  const web = await startWeb((_request, response) => {
    response.writeHead(answer.status, { 'content-type': 'text/calendar' }).end(answer.text);
  });
  return {
    ...web,
    say: (next, status = 200) => {
      answer = { status, text: next };
    },
  };
}

const community = (locale: string, ...feeds: readonly string[]): string =>
  [
    '---',
    `locale: ${locale}`,
    'zone: Asia/Tokyo',
    'feeds:',
    ...feeds.map((feed) => `- ${feed}`),
    '---',
    '',
  ].join('\n');

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

interface Scene {
  readonly web: Calendar;
  readonly folder: string;
  readonly env: NodeJS.ProcessEnv;
  readonly run: (...args: readonly string[]) => Promise<Outcome>;
}

/** A community with one calendar, which it may reach. */
async function withCalendar(text: string, locale = 'en'): Promise<Scene> {
  const web = await startCalendar(text);
  const folder = folderOf({ 'content/community.md': community(locale, `ical: ${web.url}/c.ics`) });
  const env = { MEETUP_FEED_ALLOW: web.host, MEETUP_CONTENT: join(folder, 'content'), LANG: '' };
  return { web, folder, env, run: (...args) => runMeetup(folder, args, env) };
}

const lines = ({ out }: Outcome): readonly Record<string, unknown>[] =>
  out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** A line of `import`. */
const told = (outcome: Outcome): readonly string[] =>
  lines(outcome).map(({ step, why }) => `${String(step)}: ${String(why)}`);

/** What is remembered of events in a data folder. */
async function remembered(folder: string): Promise<readonly unknown[]> {
  const state = createSqliteState(join(folder, 'data', 'state.db'));
  try {
    return await state.list('event');
  } finally {
    await state.close();
  }
}

const connpassNight: ConnpassEvent = connpassEvent(7, {
  title: 'Container Night #7',
  started_at: `${soon}T19:00:00+09:00`,
  ended_at: `${soon}T21:00:00+09:00`,
});

/** Files, calendars, connpass and Doorkeeper, as one community has them. */
async function withEverything(): Promise<Scene & { readonly become: (event: ConnpassEvent) => void }> {
  const connpass = await startConnpass({ now: Date.now, events: [connpassNight] });
  const doorkeeper = await startDoorkeeper({
    now: Date.now,
    groups: [{ id: 24, name: 'Rubyists', subdomain: 'rubyists' }],
    events: [doorkeeperEvent(9, { starts_at: `${soon}T10:00:00.000Z`, ends_at: `${soon}T12:00:00.000Z` })],
  });
  stops.push(
    () => connpass.stop(),
    () => doorkeeper.stop(),
  );
  const scene = await withCalendar(calendar({ ...night, lines: [`URL:${page}`] }));
  const { folder, web } = scene;
  const feeds = [
    'ical: own.ics',
    `ical: ${web.url}/c.ics`,
    'connpass: { groups: [container] }',
    'doorkeeper: { groups: [rubyists] }',
  ];
  const own = [
    { uid: 'own', title: 'Container night #7', start: `${soon}T19:10` },
    { uid: 'early', title: 'Breakfast', start: `${dayIn(3)}T08:00` },
  ];
  writeFileSync(join(folder, 'content', 'own.ics'), calendar(...own));
  writeFileSync(join(folder, 'content', 'community.md'), community('en', ...feeds));
  const env = {
    ...scene.env,
    CONNPASS_API_URL: connpass.url,
    CONNPASS_API_KEY: connpass.key,
    DOORKEEPER_API_URL: doorkeeper.url,
    DOORKEEPER_TOKEN: doorkeeper.token,
  };
  return {
    ...scene,
    env,
    run: (...args) => runMeetup(folder, args, env),
    become: (event) => connpass.become([event]),
  };
}

describe('events', () => {
  test('of files, calendars, connpass and Doorkeeper are one list, each once, by start', async () => {
    const { run, web } = await withEverything();
    const outcome = await run('events', '--json');
    expect({ code: outcome.code, err: outcome.err }).toEqual({ code: 0, err: '' });
    const all = lines(outcome);
    const [breakfast] = all;
    const [container, rubyists, ...more] = ['Container Night #7', 'Rubyist Evening #9'].flatMap((title) =>
      all.filter((each) => each['title'] === title),
    );
    expect([all.length, more]).toEqual([3, []]);
    expect(breakfast).toMatchObject({ title: 'Breakfast', sources: [{ feed: 'ical own.ics', url: null }] });
    expect(container).toEqual({
      id: expect.stringMatching(/^[a-z0-9]{10}$/),
      title: 'Container Night #7',
      start: `${soon}T19:00:00+09:00`,
      end: `${soon}T21:00:00+09:00`,
      place: 'Harajuku Hall',
      url: page,
      status: 'scheduled',
      sources: [
        { feed: 'connpass', url: page },
        { feed: `ical ${web.host}`, url: page },
        { feed: 'ical own.ics', url: null },
      ],
      series: expect.anything(),
      number: 7,
      capacity: 50,
      accepted: 42,
      inferred: false,
    });
    expect(rubyists).toMatchObject({ sources: [{ feed: 'doorkeeper' }], start: `${soon}T19:00:00+09:00` });
    const places = all.map(({ start, id }) => `${String(start)} ${String(id)}`);
    expect(places).toEqual(places.toSorted());
  });

  test('of a calendar that is dead are still listed; how old they are goes to stderr', async () => {
    const { run, web } = await withCalendar(calendar(night));
    const before = await run('events', '--json');
    expect(lines(before)).toMatchObject([{ title: 'Container Night' }]);
    web.say('', 500);
    const after = await run('events', '--json');
    expect({ code: after.code, out: after.out }).toEqual({ code: 0, out: before.out });
    expect(after.err).toBe(
      [
        `ical ${web.host} does not answer (it answers with an error).`,
        `ical ${web.host} does not answer; what it said 1 minute ago is shown.`,
        '',
      ].join('\n'),
    );
  });

  test('of an address that the guard stops are none, it is not asked, and that is said', async () => {
    const { folder, env, web } = await withCalendar(calendar(night));
    const outcome = await runMeetup(folder, ['events'], { ...env, MEETUP_FEED_ALLOW: '' });
    expect(outcome).toEqual({
      code: 0,
      out: '',
      err: `ical ${web.host} does not answer (its address is not allowed).\n`,
    });
    expect(web.connections).toHaveLength(0);
  });

  test('come out plain, whatever their titles say', async () => {
    const title = 'A\u001B[31m\u001B]0;x\u0007\u202E\u2066B\\nC\u009B2J@everyone';
    const { run } = await withCalendar(calendar({ ...night, title }));
    const shown = await run('events');
    expect(shown.out.split('\n')).toHaveLength(2);
    expect(shown.out.trimEnd()).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    const imported = await run('import');
    expect(imported.out.trimEnd()).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    expect(imported.out).toMatch(/^create {2}/);
  });
});

describe('import', () => {
  test('says what it would do, and does nothing unless it is told to', async () => {
    const { run, folder } = await withCalendar(calendar(night));
    const dry = await run('import');
    expect({ code: dry.code, err: dry.err }).toEqual({ code: 0, err: '' });
    expect(dry.out).toMatch(/^create {2}Container Night \(.+\): New\n$/);
    expect(await remembered(folder)).toEqual([]);
    expect(await run('import', '--apply')).toEqual({ code: 0, out: dry.out, err: '' });
    expect(await remembered(folder)).toHaveLength(1);
    expect(await run('import')).toEqual({ code: 0, out: '', err: '' });
  });

  test('has a step for what is moved, one for what is called off, none for what is known, in the language of the folder', async () => {
    const { run, web } = await withCalendar(calendar(night), 'ja');
    await run('import', '--apply');
    const late = { ...night, start: `${soon}T20:00` };
    web.say(calendar(late));
    expect(told(await run('import', '--apply', '--json'))).toEqual([
      expect.stringMatching(/^update: Container Night (.+): 日時が変わりました： .*19:00.* → .*20:00/),
    ]);
    web.say(calendar({ ...late, lines: ['STATUS:CANCELLED'] }));
    expect(told(await run('import', '--apply', '--json'))).toEqual([
      expect.stringMatching(/^cancel: Container Night (.+): 中止/),
    ]);
    expect(told(await run('import', '--json'))).toEqual([]);
  });

  test('takes no event back because its calendar is silent, even if nothing is left of what it said', async () => {
    const { run, folder, web } = await withCalendar(calendar(night));
    await run('import', '--apply');
    web.say('<html>log in</html>');
    removeCopies(folder);
    const silent = await run('import', '--apply', '--json');
    expect({ code: silent.code, out: silent.out }).toEqual({ code: 0, out: '' });
    expect(silent.err).toContain('it is no calendar');
    web.say(calendar());
    expect(told(await run('import', '--json'))).toEqual([
      expect.stringMatching(/^cancel: Container Night .*Is no longer announced$/),
    ]);
  });

  test('has nothing to say of counts alone, and one sentence on what moved', async () => {
    const { run, become } = await withEverything();
    expect(told(await run('import', '--apply', '--json'))).toHaveLength(3);
    become({ ...connpassNight, accepted: 49, waiting: 0 });
    expect(told(await run('import', '--json'))).toEqual([]);
    become({ ...connpassNight, accepted: 50, started_at: `${soon}T18:55:00+09:00` });
    expect(told(await run('import', '--json'))).toEqual([
      expect.stringMatching(/^update: Container Night #7 \(.+\): Moved from .*19:00.* to .*18:55/),
    ]);
  });

  test('with --apply waits for nobody: while the bot is there, it says so and ends', async () => {
    const { folder, env, run } = await withCalendar(calendar(night));
    const bot = startBot({ ...env, MEETUP_DATA: join(folder, 'data') });
    stops.push(async () => {
      bot.process.kill();
      await bot.ended;
    });
    await bot.url;
    const locked = await run('import', '--apply');
    expect({ code: locked.code, out: locked.out }).toEqual({ code: 1, out: '' });
    expect(locked.err.trimEnd().split('\n')).toHaveLength(1);
    expect((await run('import')).code).toBe(0);
    expect((await run('events', '--json')).code).toBe(0);
  });
});

/** As if they had been lost. */
function removeCopies(folder: string): void {
  for (const name of readdirSync(join(folder, 'data')).filter((each) => each.startsWith('feeds-')))
    rmSync(join(folder, 'data', name), { recursive: true });
}

describe('what the environment says of feeds', () => {
  test('is refused in one sentence where it is wrong', async () => {
    const folder = folderOf({ 'content/community.md': community('en') });
    const wrong = [
      ['events', 'MEETUP_FEED_ALLOW', '*'],
      ['import', 'MEETUP_FEED_ALLOW', 'calendar.example.org'],
      ['events', 'CONNPASS_API_URL', 'https://example.org/api/v1'],
      ['import', 'DOORKEEPER_API_URL', 'ftp://example.org'],
      ['events', 'CONNPASS_API_KEY_FILE', '/nonexistent/key'],
    ] as const;
    const outcomes = wrong.map(async ([verb, name, value]) => {
      const { code, out, err } = await runMeetup(folder, [verb, '--content', 'content'], { [name]: value });
      expect({ name, code, out }).toEqual({ name, code: 78, out: '' });
      expect(err.trimEnd().split('\n')).toEqual([expect.stringContaining(name.replace('_FILE', ''))]);
    });
    await Promise.all(outcomes);
  });

  test('lacks the key of connpass: that is said, and the others are listed', async () => {
    const { run, folder, env } = await withEverything();
    const { CONNPASS_API_KEY: _key, ...keyless } = env;
    const outcome = await runMeetup(folder, ['events', '--json'], keyless);
    expect({ code: outcome.code, err: outcome.err }).toEqual({
      code: 0,
      err: 'connpass does not answer (a key is missing).\n',
    });
    const feeds = lines(outcome).flatMap(({ sources }) => sources as { feed: string }[]);
    expect(feeds.map(({ feed }) => feed.split(' ')[0])).toEqual(
      expect.arrayContaining(['ical', 'doorkeeper']),
    );
    expect((await run('events', '--json')).err).toBe('');
  });
});
