/** When feeds are asked, and what is known of them: clocks that the test moves, feeds that say what it wants. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createCopies } from '../../adapters/files/index.ts';
import type { Settings } from '../../src/port.ts';
import { folderOf } from '../adapters/temporary-folder.ts';
import { copyOf, failing, hour, minute, ok, scene, settingsFor } from './feed-scene.ts';
import type { Scene } from './feed-scene.ts';

const titlesIn = async ({ feeds }: Scene, settings: Settings): Promise<readonly string[]> =>
  (await feeds.known(settings)).flatMap(({ name, copy }) =>
    copy.events.map(({ title }) => `${name}: ${title}`),
  );

const one = settingsFor('a');

describe('a feed that answers', () => {
  test('is asked at once, and then every 15 minutes', async () => {
    const { after } = scene(one);
    const times = [0, 1, 15 * minute - 2, 1, 15 * minute - 1, 1];
    const asked: string[] = [];
    for (const ms of times) asked.push(await after(ms));
    expect(asked).toEqual(['a', '', '', 'a', '', 'a']);
  });

  test('is asked whenever somebody wants to know everything', async () => {
    const { after } = scene(one);
    expect([await after(0), await after(1, { all: true }), await after(15 * minute - 1)]).toEqual([
      'a',
      'a',
      '',
    ]);
  });

  test('is told what it said before, and keeps that when it says that it still holds', async () => {
    const made = scene(one);
    await made.after(0);
    const [before] = await made.feeds.known(one);
    made.say(() => ({ status: 'same' }));
    await made.after(15 * minute);
    expect(made.told).toEqual([null, copyOf('夜')]);
    const [same] = await made.feeds.known(one);
    expect(same).toBe(before);
    expect(await made.status()).toMatchObject([
      { name: 'ical a', events: 1, failure: null, goodAt: new Date('2027-03-01T00:15:00Z') },
    ]);
  });

  test('and says the same in full is known by the same list; what it needs for asking again is renewed', async () => {
    const made = scene(one);
    await made.after(0);
    const before = await made.feeds.known(one);
    made.say(() => ({ status: 'ok', copy: { ...copyOf('夜'), etag: '"2"' } }));
    await made.after(15 * minute);
    expect(await made.feeds.known(one)).toBe(before);
    await made.after(15 * minute);
    expect(made.told[2]?.etag).toBe('"2"');
    made.say(() => ok('朝'));
    await made.after(15 * minute);
    expect(await titlesIn(made, one)).toEqual(['ical a: 朝']);
  });

  test('is asked when the clock was put back by years, and does not wait for them to pass', async () => {
    const made = scene(one);
    await made.after(0);
    expect(await made.after(-20 * 365 * 24 * hour)).toBe('a');
    expect([await made.after(minute), await made.after(15 * minute)]).toEqual(['', 'a']);
  });
});

describe('a feed that does not answer', () => {
  /** Hours after the start at which it is asked, of the first so many. */
  async function hoursOf({ after }: Scene, count: number): Promise<readonly number[]> {
    const asked: number[] = [];
    for (let at = 0; at <= count; at += 0.25)
      if ((await after(at === 0 ? 0 : hour / 4)) !== '') asked.push(at);
    return asked;
  }

  test('has an hour of rest, then twice as long each time, up to a day', async () => {
    const made = scene(one);
    made.say(() => failing());
    expect(await hoursOf(made, 80)).toEqual([0, 1, 3, 7, 15, 31, 55, 79]);
  });

  test('and answers again is asked every 15 minutes, and has an hour when it fails the next time', async () => {
    const made = scene(one);
    made.say(() => failing());
    await hoursOf(made, 7);
    made.say(() => ok());
    expect(await made.after(8 * hour)).toBe('a');
    expect(await made.after(15 * minute)).toBe('a');
    made.say(() => failing());
    expect(await hoursOf({ ...made, after: (ms) => made.after(ms === 0 ? 15 * minute : ms) }, 3)).toEqual([
      0, 1, 3,
    ]);
  });

  test('is asked by who wants to know everything, unless it asked to be left alone', async () => {
    const made = scene(one);
    made.say(() => failing('broken'));
    await made.after(0);
    made.say(() => failing('limited', 3 * 3600));
    expect(await made.after(minute, { all: true })).toBe('a');
    expect(await made.after(3 * hour - 1, { all: true })).toBe('');
    expect(await made.after(1, { all: true })).toBe('a');
  });

  test('is left alone for as long as it asked, also by a bot that has just begun, but no longer than a day', async () => {
    const made = scene(one);
    made.say(() => failing('limited', 999_999_999));
    await made.after(0);
    const next = made.again();
    expect(await next.after(24 * hour - 1, { all: true })).toBe('');
    expect(await next.after(1)).toBe('a');
  });

  test('is not asked sooner because it wishes a shorter rest than it has', async () => {
    const made = scene(one);
    made.say(() => failing('limited', 1));
    await made.after(0);
    expect([await made.after(hour - 1, { all: true }), await made.after(1)]).toEqual(['', 'a']);
  });

  test('because of our own settings is asked every 15 minutes: mending them may mend it', async () => {
    for (const reason of ['setting', 'blocked'] as const) {
      const made = scene(one);
      made.say(() => failing(reason));
      const asked = [
        await made.after(0),
        await made.after(15 * minute),
        await made.again().after(15 * minute),
      ];
      expect(asked).toEqual(['a', 'a', 'a']);
    }
  });

  test('is never asked again once it is gone, and what it said last still stands', async () => {
    const made = scene(one);
    await made.after(0);
    made.say(() => failing('gone'));
    expect(await made.after(15 * minute)).toBe('a');
    const later = [await made.after(365 * 24 * hour), await made.after(1, { all: true })];
    expect([...later, await made.again().after(0, { all: true })]).toEqual(['', '', '']);
    expect(await titlesIn(made, one)).toEqual(['ical a: 夜']);
    expect(await made.status()).toMatchObject([{ failure: { reason: 'gone' }, events: 1 }]);
  });

  test('because its parser throws has said something that can not be read', async () => {
    const made = scene(one);
    made.say(async () => {
      throw new TypeError('a.b is not a function');
    });
    await made.after(0);
    expect(await made.status()).toMatchObject([
      { failure: { reason: 'unreadable', detail: 'TypeError' }, goodAt: null, events: 0 },
    ]);
    expect(await made.feeds.known(one)).toEqual([]);
  });

  test('keeps nobody else from being asked', async () => {
    const all = settingsFor('a', 'b', 'c');
    const made = scene(all);
    made.say((at) => (at === 'b' ? failing() : ok(at)));
    expect(await made.after(0)).toBe('a b c');
    expect(await titlesIn(made, all)).toEqual(['ical a: a', 'ical c: c']);
    expect(await made.after(15 * minute)).toBe('a c');
  });
});

describe('the last good copy', () => {
  const onDisk = () => {
    const folder = join(folderOf({}), 'feeds');
    return { folder, made: scene(one, { copies: createCopies(folder) }) };
  };

  test('stays across failures and new beginnings, with its age', async () => {
    const { made } = onDisk();
    await made.after(0);
    made.say(() => failing('timeout'));
    await made.after(15 * minute);
    await made.after(hour);
    const next = made.again();
    expect(await titlesIn(next, one)).toEqual(['ical a: 夜']);
    expect(await next.status()).toMatchObject([
      {
        events: 1,
        goodAt: new Date('2027-03-01T00:00:00Z'),
        askedAt: new Date('2027-03-01T01:15:00Z'),
        failure: { reason: 'timeout' },
      },
    ]);
    expect([await next.after(2 * hour - 1), await next.after(1)]).toEqual(['', 'a']);
  });

  test.each([
    ['cut', (text: string) => text.slice(0, 50)],
    ['empty', () => ''],
    ['something else', () => '[1, 2]'],
    ['nothing', () => 'null'],
    ['of another shape', (text: string) => text.replace(/"shape":\d+/, '"shape":0')],
    ['of the time before shapes', (text: string) => text.replace(/"shape":\d+,/, '')],
  ])('is made anew where its file is %s', async (_name, damaged) => {
    const { folder, made } = onDisk();
    await made.after(0);
    const [file = ''] = readdirSync(folder).map((name) => join(folder, name));
    writeFileSync(file, damaged((await createCopies(folder).read('a')) ?? ''));
    const next = made.again();
    expect(await titlesIn(next, one)).toEqual([]);
    expect(await next.after(0)).toBe('a');
    expect(await titlesIn(next, one)).toEqual(['ical a: 夜']);
    expect(await titlesIn(next.again(), one)).toEqual(['ical a: 夜']);
  });
});

describe('several feeds', () => {
  test('that are called alike are told apart, and one that is named twice is one', async () => {
    const all = settingsFor('a.1', 'b.1', 'a.2', 'a.1');
    const made = scene(all);
    made.say((at) => ok(at));
    expect(await made.after(0)).toBe('a.1 b.1 a.2');
    expect(await titlesIn(made, all)).toEqual(['ical a A.1: a.1', 'ical b: b.1', 'ical a A.2: a.2']);
  });

  test('come and go with the settings; one that comes back has its copy still', async () => {
    const [both, other] = [settingsFor('a', 'b'), settingsFor('b', 'c')];
    const made = scene(both);
    made.say((at) => ok(at));
    await made.after(0);
    expect(await made.after(minute, { of: other })).toBe('c');
    expect(await titlesIn(made, other)).toEqual(['ical b: b', 'ical c: c']);
    expect(await made.after(minute, { of: both })).toBe('');
    expect(await titlesIn(made, both)).toEqual(['ical a: a', 'ical b: b']);
    expect(await made.after(minute, { of: settingsFor() })).toBe('');
    expect(await made.feeds.known(settingsFor())).toEqual([]);
  });

  test('are opened once for the same settings, and not at all where there are none', async () => {
    const made = scene(one);
    await made.after(0, { of: settingsFor() });
    expect(made.opened).toEqual([]);
    await made.after(0);
    await made.after(hour);
    expect(made.opened).toEqual(['a']);
  });

  test('are asked six at a time, and each that is done is told', async () => {
    const all = settingsFor('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j');
    const made = scene(all);
    const waiting: PromiseWithResolvers<void>[] = [];
    const most: number[] = [];
    let running = 0;
    let sixth = Promise.withResolvers<void>();
    made.say(async () => {
      most.push((running += 1));
      const held = Promise.withResolvers<void>();
      waiting.push(held);
      if (running === 6 || waiting.length === 10) sixth.resolve();
      await held.promise;
      running -= 1;
      return ok();
    });
    const shown: unknown[] = [];
    const refreshed = made.feeds.refresh({ settings: all, all: false, show: (each) => shown.push(each) });
    await sixth.promise;
    expect([waiting.length, shown]).toEqual([6, []]);
    sixth = Promise.withResolvers<void>();
    for (const each of waiting) each.resolve();
    await sixth.promise;
    for (const each of waiting) each.resolve();
    await refreshed;
    expect(Math.max(...most)).toBe(6);
    expect(shown).toEqual(Array.from({ length: 10 }, (_each, at) => ({ done: at + 1, of: 10 })));
  });
});
