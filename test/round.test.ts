/**
 * The rounds of a bot over real files, a real index and a real State, with a clock that the test sets. The chat is one that
 * only notes what it is told: how a platform posts, once for each key, is the matter of each chat's own tests.
 */
import { describe, expect, test } from '@jest/globals';
import { hash } from '../adapters/hash/index.ts';
import { createSqliteIndex, createSqliteState } from '../adapters/sqlite/index.ts';
import { createCommunity } from '../src/community.ts';
import { createLibrary } from '../src/library.ts';
import type { Call, Joined, Person, Place, Posted, Posting, State, View } from '../src/port.ts';
import { viewText } from '../src/view/text.ts';
import { folderOf } from './search/shelf.ts';
import { organiser, person, place, silentLog } from './world.ts';

interface Post {
  readonly to: string;
  readonly text: string;
  readonly key: string;
  readonly since: boolean;
  readonly view: View;
}

interface Scene {
  readonly files: Map<string, string>;
  readonly state: State;
  /** What was posted since the last time that one asked. */
  readonly posts: () => readonly Post[];
  /** A round, at a time. */
  readonly at: (time: string) => Promise<readonly Post[]>;
  readonly ask: (command: string, input: string, who?: Person, where?: Place) => Promise<View>;
  /** What the chat answers from now on. */
  answer: (posted: Posted | 'fails') => void;
  /** The process begins anew over the same State. */
  readonly restart: () => void;
}

const direct: Place = { ...place, channel: 'D1', visibility: 'direct' };

function sceneOf(files: Readonly<Record<string, string>> = {}, began = '2027-03-01T00:00:00Z'): Scene {
  let now = new Date(began);
  let reply: Posted | 'fails' = { status: 'posted', ref: '1' };
  let ids = 0;
  let posted: Post[] = [];
  const folder = folderOf({ 'community.md': '---\nlocale: en\n---\n', ...files });
  const state = createSqliteState(':memory:');
  const library = createLibrary({
    content: folder,
    index: createSqliteIndex({ path: ':memory:', version: 'test' }),
    hash,
    now: () => now,
    pages: null,
    add: async (path, text) => {
      folder.files.set(path, text);
      return path;
    },
  });
  const chat = {
    platform: place.platform,
    post: async (to: Place | Person, view: View, { key, since, mayStill }: Posting) => {
      if (mayStill !== undefined && !(await mayStill())) return { status: 'unsure' };
      const whom = 'channel' in to ? `#${to.channel}` : `@${to.id}`;
      posted.push({ to: whom, text: viewText(view.body, 'en'), key, since: since !== undefined, view });
      if (reply === 'fails') throw new Error('no network');
      return reply;
    },
  } as unknown as Joined;
  const begin = () =>
    createCommunity({
      library,
      state,
      hiddenPages: null,
      pages: null,
      calendars: [],
      now: () => now,
      log: silentLog,
      newId: () => `id${(ids += 1)}`,
    });
  let community = begin();
  let round = community.round?.([chat]);
  const taken = (): readonly Post[] => posted.splice(0);
  return {
    files: folder.files,
    state,
    posts: taken,
    at: async (time) => {
      now = new Date(time);
      await library.sync();
      await round?.(new AbortController().signal);
      return taken();
    },
    ask: async (command, input, who = person, where = place) => {
      const call: Call = { command, input, place: where, person: who, locale: 'en', id: '1' };
      await library.sync();
      return community.bot.answer(call);
    },
    answer: (next) => (reply = next),
    restart: () => {
      community = begin();
      round = community.round?.([chat]);
      posted = [];
    },
  };
}

const event = (...lines: readonly string[]): string =>
  ['---', 'title: Container Night', 'url: https://example.org/night', ...lines, '---', ''].join('\n');

const night = event('start: 2027-03-10 19:00', 'end: 2027-03-10 21:00');

/** A channel is told, and nothing is known yet. */
async function subscribed(files: Readonly<Record<string, string>> = {}, input = ''): Promise<Scene> {
  const scene = sceneOf(files);
  await scene.ask('subscribe', input, organiser);
  await scene.at('2027-03-01T00:00:00Z');
  return scene;
}

describe('a channel that is told of events', () => {
  test('hears of a new one once, however often the bot looks, and whoever starts it again', async () => {
    const scene = await subscribed();
    scene.files.set('events/night.md', night);
    const [post, ...more] = await scene.at('2027-03-01T00:01:00Z');
    expect(more).toEqual([]);
    expect(post).toMatchObject({ to: '#C1', since: false });
    expect(post?.text).toContain('Container Night');
    expect(post?.text).toContain('New');
    scene.restart();
    expect(await scene.at('2027-03-01T00:02:00Z')).toEqual([]);
  });

  test('hears that one has moved, in one sentence, that it is cancelled, and that it is on again', async () => {
    const scene = await subscribed({ 'events/night.md': night });
    scene.files.set('events/night.md', event('start: 2027-03-13 14:00', 'end: 2027-03-13 16:00'));
    const [moved] = await scene.at('2027-03-01T00:01:00Z');
    expect(moved?.text).toMatch(/Moved from Wed, 10 Mar 2027, 19:00 .*to Sat, 13 Mar 2027, 14:00/);
    scene.files.set(
      'events/night.md',
      event('start: 2027-03-13 14:00', 'end: 2027-03-13 16:00', 'status: cancelled'),
    );
    expect((await scene.at('2027-03-01T00:02:00Z')).map(({ text }) => text)).toEqual([
      expect.stringContaining('Cancelled'),
    ]);
    scene.files.set('events/night.md', event('start: 2027-03-13 14:00', 'end: 2027-03-13 16:00'));
    expect((await scene.at('2027-03-01T00:03:00Z')).map(({ text }) => text)).toEqual([
      expect.stringContaining('Takes place after all'),
    ]);
    scene.files.delete('events/night.md');
    expect((await scene.at('2027-03-01T00:04:00Z')).map(({ text }) => text)).toEqual([
      expect.stringContaining('no longer announced'),
    ]);
  });

  test('gets one message for many, and is told how many more there are', async () => {
    const scene = await subscribed();
    for (let day = 1; day <= 25; day += 1)
      scene.files.set(
        `events/${day}.md`,
        `---\ntitle: Night ${day}\nstart: 2027-04-${String(day).padStart(2, '0')} 19:00\n---\n`,
      );
    const posts = await scene.at('2027-03-01T00:01:00Z');
    expect(posts).toHaveLength(1);
    expect(posts[0]?.text).toContain('and 15 more');
  });

  test('hears nothing of what it did not ask for, nor after it has had enough', async () => {
    const scene = await subscribed({}, 'tag:docker');
    scene.files.set('events/night.md', night);
    expect(await scene.at('2027-03-01T00:01:00Z')).toEqual([]);
    scene.files.set('events/docker.md', event('start: 2027-03-11 19:00', 'tags: docker', 'uid: other'));
    expect(await scene.at('2027-03-01T00:02:00Z')).toHaveLength(1);
    await scene.ask('unsubscribe', '', organiser);
    scene.files.set('events/docker.md', event('start: 2027-03-12 19:00', 'tags: docker', 'uid: other'));
    expect(await scene.at('2027-03-01T00:03:00Z')).toEqual([]);
  });

  test('is reminded of it a day and an hour before', async () => {
    const scene = await subscribed({ 'events/night.md': night });
    expect(await scene.at('2027-03-09T09:59:00Z')).toEqual([]);
    expect((await scene.at('2027-03-09T10:00:00Z')).map(({ to }) => to)).toEqual(['#C1']);
    expect((await scene.at('2027-03-10T09:00:00Z')).map(({ to }) => to)).toEqual(['#C1']);
    expect(await scene.at('2027-03-10T09:01:00Z')).toEqual([]);
  });

  test('can be told by organisers alone, and not in a direct conversation', async () => {
    const scene = sceneOf();
    expect((await scene.ask('subscribe', '')).failure?.code).toBe('organisers-decide');
    expect((await scene.ask('subscribe', '', organiser, direct)).failure?.code).toBe('subscribe-direct');
  });
});

describe('someone who wants to be reminded', () => {
  const reminded = async (): Promise<Scene> => {
    const scene = sceneOf({ 'events/night.md': night });
    await scene.at('2027-03-01T00:00:00Z');
    expect((await scene.ask('remind', 'Container Night')).failure).toBeUndefined();
    return scene;
  };

  test('is, a day and an hour before, by direct message, across a restart', async () => {
    const scene = await reminded();
    const [day] = await scene.at('2027-03-09T10:00:30Z');
    expect(day).toMatchObject({ to: '@U1' });
    expect(day?.text).toContain('Container Night');
    scene.restart();
    expect(await scene.at('2027-03-09T10:01:00Z')).toEqual([]);
    expect((await scene.at('2027-03-10T09:00:00Z')).map(({ to }) => to)).toEqual(['@U1']);
    expect(await scene.at('2027-03-10T09:00:30Z')).toEqual([]);
  });

  test('gets one message where the bot was away over both times, and none after the start', async () => {
    const one = await reminded();
    expect(await one.at('2027-03-10T09:30:00Z')).toHaveLength(1);
    const none = await reminded();
    expect(await none.at('2027-03-10T10:00:00Z')).toEqual([]);
  });

  test('hears that it moves, and is reminded of the new time', async () => {
    const scene = await reminded();
    scene.files.set('events/night.md', event('start: 2027-03-13 14:00', 'end: 2027-03-13 16:00'));
    const [moved] = await scene.at('2027-03-01T00:01:00Z');
    expect(moved).toMatchObject({ to: '@U1' });
    expect(moved?.text).toContain('Moved from');
    expect(await scene.at('2027-03-09T10:00:30Z')).toEqual([]);
    expect(await scene.at('2027-03-12T05:00:00Z')).toHaveLength(1);
  });

  test('hears that it is called off, and nothing more', async () => {
    const scene = await reminded();
    scene.files.set('events/night.md', event('start: 2027-03-10 19:00', 'status: cancelled'));
    expect((await scene.at('2027-03-01T00:01:00Z')).map(({ text }) => text)).toEqual([
      expect.stringContaining('Cancelled'),
    ]);
    expect(await scene.at('2027-03-09T10:00:00Z')).toEqual([]);
    expect(await scene.at('2027-03-10T09:00:00Z')).toEqual([]);
  });

  test('may have enough of it', async () => {
    const scene = await reminded();
    await scene.ask('remind', 'off:yes Container Night');
    expect(await scene.at('2027-03-09T10:00:00Z')).toEqual([]);
  });
});

describe('a message', () => {
  const waiting = async (reply: Posted | 'fails'): Promise<Scene> => {
    const scene = await subscribed();
    scene.answer(reply);
    scene.files.set('events/night.md', night);
    expect(await scene.at('2027-03-01T00:01:00Z')).toHaveLength(1);
    return scene;
  };

  test('that a platform wants later is tried then, and not before', async () => {
    const scene = await waiting({ status: 'later', after: new Date('2027-03-01T00:10:00Z') });
    expect(await scene.at('2027-03-01T00:09:00Z')).toEqual([]);
    // The platform has said that it is not there.
    expect(await scene.at('2027-03-01T00:10:00Z')).toMatchObject([{ since: false }]);
  });

  test.each<Posted | 'fails'>([{ status: 'unsure' }, 'fails'])(
    'of which nobody knows (%j) is looked for before it is posted, with the same key, as long as it is news',
    async (reply) => {
      const scene = await waiting(reply);
      const [again] = await scene.at('2027-03-01T00:02:00Z');
      expect(again).toMatchObject({ since: true });
      scene.restart();
      const [third] = await scene.at('2027-03-01T12:00:00Z');
      expect(third).toMatchObject({ since: true, key: again?.key });
      expect(await scene.at('2027-03-02T00:02:00Z')).toEqual([]);
    },
  );

  test('that is refused is not tried again, and the channel says so where one asks', async () => {
    const scene = await waiting({ status: 'refused', reason: 'channel_not_found' });
    expect(await scene.at('2027-03-01T00:02:00Z')).toEqual([]);
    const [kept] = await scene.state.list('subscription');
    expect(kept?.value).toMatchObject({ trouble: 'channel_not_found' });
    const again = await scene.ask('subscribe', '', organiser);
    expect(viewText(again.body, 'en')).toContain('channel_not_found');
  });

  test('that could not be posted for a day is no news any more', async () => {
    const scene = await waiting({ status: 'later', after: new Date('2027-03-03T00:00:00Z') });
    scene.answer({ status: 'posted', ref: '1' });
    expect(await scene.at('2027-03-03T00:00:00Z')).toEqual([]);
  });
});

describe('after an event', () => {
  /** Two days and a minute after its end. */
  const later = '2027-03-12T12:01:00Z';

  test('whoever set the bot up is asked for a report once, and a button begins a draft of it, once', async () => {
    const scene = await subscribed({ 'events/night.md': night });
    await scene.at('2027-03-12T11:59:00Z');
    const [post, ...more] = await scene.at(later);
    expect(more).toEqual([]);
    expect(post).toMatchObject({ to: '@U2' });
    expect(post?.text).toContain('no report of it yet');
    expect(await scene.at('2027-03-12T12:02:00Z')).toEqual([]);
    const draft = post?.view.next.find(({ command }) => command === 'draft');
    const before = scene.files.size;
    for (let presses = 0; presses < 2; presses += 1) {
      // In a direct conversation a platform may not know who organises what.
      const view = await scene.ask('draft', draft?.input ?? '', { ...organiser, organiser: false }, direct);
      expect([view.failure, view.files?.length]).toEqual([undefined, 1]);
    }
    expect(scene.files.size).toBe(before + 1);
    const [path, text] = [...scene.files].at(-1) ?? [];
    expect(path).toMatch(/^reports\/2027-03-10-/);
    expect(text).toContain('draft: true');
  });

  test('nobody is asked where a report names it, where it was cancelled, or who said that it is enough', async () => {
    const report =
      '---\ntitle: A night\ndate: 2027-03-11\n---\n\n[It](https://example.org/night) was good.\n';
    const named = await subscribed({
      'events/night.md': night,
      'reports/1.md': report.replace('---\ntitle', '---\nevent_url: https://example.org/night\ntitle'),
    });
    await named.at('2027-03-12T11:59:00Z');
    expect(await named.at(later)).toEqual([]);
    const cancelled = await subscribed({
      'events/night.md': event('start: 2027-03-10 19:00', 'status: cancelled'),
    });
    await cancelled.at('2027-03-12T11:59:00Z');
    expect(await cancelled.at(later)).toEqual([]);
    const enough = await subscribed({ 'events/night.md': night });
    await enough.ask('draft', 'stop:yes', organiser, direct);
    await enough.at('2027-03-12T11:59:00Z');
    expect(await enough.at(later)).toEqual([]);
  });
});
