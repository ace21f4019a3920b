/** Reminders: once at their time, across a restart, whatever the clock does, and nothing once an event has begun. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  array,
  assert,
  asyncProperty,
  constantFrom,
  integer,
  oneof,
  record,
  subarray,
  uniqueArray,
} from 'fast-check';
import { startsAt } from '../../src/event/fact.ts';
import type { KnownEvent } from '../../src/event/plan.ts';
import type { Reminder } from '../../src/event/reminder.ts';
import { instantBefore } from '../../src/event/reminder.ts';
import type { Records, StateRecord } from '../../src/port.ts';
import { noteTime, timePassed } from '../../src/round/clock.ts';
import { personReminders } from '../../src/round/reminding.ts';
import { knownEvent } from '../event/known-event.ts';
import { eventText, openScene } from './scene.ts';
import type { Scene } from './scene.ts';

/** A workspace begins in a moment, and much slower on a busy machine. */
jest.setTimeout(30_000);

describe('a reminder', () => {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene({ 'events/night.md': eventText(night) });
    await scene.round();
  });
  afterEach(() => scene.close());

  const night = {
    title: 'Docker Night',
    start: '2027-03-10 19:00',
    end: '2027-03-10 21:00',
    place: 'Town hall',
  };

  const say = (text: string, user = 'yui') => scene.slack.command({ user, channel: 'general', text });

  /** Ken presses Remind me. */
  async function wished(): Promise<void> {
    const card = await say('event Docker Night', 'ken');
    await scene.slack.press({ user: 'ken', on: card, button: 'Remind me' });
    scene.unread('ken');
  }

  /** How often ken is reminded, in the channel and directly. */
  const heard = (): readonly [number, number] => [
    scene.unread('ken').length,
    scene.unread('ken', 'dm').length,
  ];

  test('comes a day and an hour before, once, to who wished it and to the channel that is told', async () => {
    await say('subscribe');
    await wished();
    await scene.rounds(60, '2027-03-09 18:00');
    expect(heard()).toEqual([0, 0]);
    await scene.round('2027-03-09 19:00');
    expect([scene.unread('ken'), scene.unread('ken', 'dm')]).toEqual([
      [
        '# A reminder\n*Docker Night*\n\nIt starts: Wednesday, March 10, 2027 5:00 AM – 7:00 AM\n\nTown hall\n[Details]',
      ],
      [
        '# A reminder\n*Docker Night*\n\nIt starts: Wednesday, March 10, 2027 5:00 AM – 7:00 AM\n\nTown hall\n' +
          '[Details] [No reminder]',
      ],
    ]);
    await scene.rounds(10, '2027-03-10 17:50');
    expect(heard()).toEqual([0, 0]);
    await scene.round('2027-03-10 18:00');
    expect(heard()).toEqual([1, 1]);
    await scene.rounds(10, '2027-03-11 12:00');
    expect(heard()).toEqual([0, 0]);
  });

  test('comes once, though the process ends and begins between and just then', async () => {
    await wished();
    await scene.round('2027-03-09 18:59');
    await scene.restart();
    await scene.round('2027-03-09 19:00');
    await scene.restart();
    await scene.round('2027-03-09 19:00');
    await scene.restart();
    await scene.round('2027-03-09 19:01');
    expect(heard()).toEqual([0, 1]);
    await scene.restart();
    await scene.rounds(7, '2027-03-10 19:00');
    expect(heard()).toEqual([0, 1]);
  });

  test('comes late where the bot was away, and not at all after the start', async () => {
    await wished();
    await scene.round('2027-03-10 18:40');
    expect(heard()).toEqual([0, 1]);
    await scene.restart();
    await scene.round('2027-03-12 09:00');
    expect(heard()).toEqual([0, 0]);
  });

  test('is none where the bot was away across the start', async () => {
    await say('subscribe');
    await wished();
    await scene.round('2027-03-09 12:00');
    await scene.restart();
    await scene.round('2027-03-10 19:00');
    await scene.rounds(30, '2027-03-10 23:00');
    expect(heard()).toEqual([0, 0]);
  });

  test('that Slack does not take before the start is not said afterwards', async () => {
    await wished();
    await scene.round('2027-03-10 17:59');
    heard();
    scene.slack.limit('chat.postMessage', { retryAfter: 2 * 60 * 60 });
    await scene.rounds(10, '2027-03-10 23:00');
    expect(heard()).toEqual([0, 0]);
    expect(scene.logged).toMatchObject([{ message: 'a message could not be posted in time' }]);
  });

  test('follows the event to its new time, and is none where it is called off', async () => {
    await wished();
    await scene.write('events/night.md', eventText({ ...night, start: '2027-03-12 19:00', end: null }));
    await scene.round('2027-03-08 12:00');
    expect(heard()).toEqual([0, 1]);
    await scene.rounds(30, '2027-03-11 18:30');
    expect(heard()).toEqual([0, 0]);
    await scene.round('2027-03-11 19:00');
    expect(heard()).toEqual([0, 1]);
    await scene.write(
      'events/night.md',
      eventText({ ...night, start: '2027-03-12 19:00', status: 'cancelled' }),
    );
    await scene.round('2027-03-11 20:00');
    expect(heard()).toEqual([0, 1]);
    await scene.rounds(30, '2027-03-13 12:00');
    expect(heard()).toEqual([0, 0]);
  });

  test('comes, is stopped and listed though its file is called otherwise by then', async () => {
    await scene.write('events/night.md', null);
    await scene.write('events/2027-03-10-docker-night.md', eventText(night));
    await scene.round('2027-03-02 12:00');
    await wished();
    await scene.round('2027-03-09 19:00');
    expect(heard()).toEqual([0, 1]);
    expect((await say('reminders', 'ken')).text).toContain('Docker Night');
    scene.unread('ken');
    const message = scene.slack.messages('DKEN').at(-1);
    if (message === undefined) throw new Error('nobody reminded ken');
    await scene.slack.press({ user: 'ken', on: message, button: 'No reminder' });
    heard();
    await scene.rounds(30, '2027-03-11 12:00');
    expect(heard()).toEqual([0, 0]);
  });

  test('leads to the event, though its file was called otherwise when it was wished', async () => {
    await wished();
    await scene.write('events/night.md', null);
    await scene.write('events/2027-03-10-docker-night.md', eventText(night));
    await scene.round('2027-03-09 19:00');
    expect(heard()).toEqual([0, 1]);
    const message = scene.slack.messages('DKEN').at(-1);
    if (message === undefined) throw new Error('nobody reminded ken');
    await scene.slack.press({ user: 'ken', on: message, button: 'Details' });
    expect(scene.slack.seenBy('ken', 'dm').at(-1)).toContain('Town hall');
  });

  test('is one of its event alone, of several that share the page of their group', async () => {
    const url = 'https://docker.connpass.com/';
    const other = { ...night, url, title: 'Docker Morning', start: '2027-03-20 09:00', end: null };
    await scene.write('events/night.md', eventText({ ...night, url }));
    await scene.write('events/morning.md', eventText(other));
    await scene.round();
    await wished();
    await scene.write('events/morning.md', eventText({ ...other, start: '2027-03-20 10:00' }));
    await scene.round('2027-03-02 12:00');
    expect(heard()).toEqual([0, 0]);
    await scene.rounds(60, '2027-03-12 12:00');
    expect(heard()).toEqual([0, 2]);
    await scene.rounds(60, '2027-03-21 12:00');
    expect(heard()).toEqual([0, 0]);
  });

  test('is stopped by its button', async () => {
    await wished();
    await scene.round('2027-03-09 19:00');
    const message = scene.slack.messages('DKEN').at(-1);
    if (message === undefined) throw new Error('nobody reminded ken');
    const answer = await scene.slack.press({ user: 'ken', on: message, button: 'No reminder' });
    expect(answer.text).toContain('You will not be reminded of “Docker Night” any more.');
    heard();
    await scene.rounds(30, '2027-03-11 12:00');
    expect(heard()).toEqual([0, 0]);
  });

  test('of an event that is over is listed no longer', async () => {
    await wished();
    expect((await say('reminders', 'ken')).text).toContain('Docker Night');
    await scene.rounds(60, '2027-03-12 12:00');
    expect((await say('reminders', 'ken')).text).not.toContain('Docker Night');
  });
});

describe('whenever rounds are made', () => {
  const minute = 60_000;
  const began = Date.parse('2027-03-25T00:00:00Z');
  const zones = [
    'Asia/Tokyo',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
  ];

  /** Around the night in which Europe puts its clocks forward: an evening, or a whole day. */
  const start = oneof(
    integer({ min: 0, max: 6 * 24 * 4 }).map((quarter) =>
      new Date(began + quarter * 15 * minute).toISOString(),
    ),
    constantFrom('2027-03-27', '2027-03-28', '2027-03-29'),
  );
  const events = uniqueArray(
    record({ id: constantFrom('a', 'b', 'c'), start, zone: constantFrom(...zones) }),
    {
      selector: ({ id }) => id,
      minLength: 1,
    },
  ).map((all) => all.map(({ id, ...seen }) => knownEvent(seen, { id })));
  const minutes = subarray([15, 60, 24 * 60, 2 * 24 * 60], { minLength: 1 });

  const who = { id: 'U1', name: 'ken', platform: 'slack', locale: 'en' } as const;
  const reminderOf = ({ id }: KnownEvent, wishes: readonly number[]): Reminder => ({
    who,
    event: id,
    keys: [],
    title: '夜',
    minutes: wishes,
  });

  interface Look {
    readonly known: readonly KnownEvent[];
    readonly at: number;
  }

  /** A State on a disk would take minutes for all of it, and is tried elsewhere. */
  function inMemory(): Records {
    const kept = new Map<string, StateRecord>();
    return {
      get: async (kind, key) => kept.get(`${kind} ${key}`) ?? null,
      list: async () => [...kept.values()],
      put: async (change) => {
        const version = (change.version ?? 0) + 1;
        kept.set(`${change.kind} ${change.key}`, { ...change, version });
        return version;
      },
    };
  }

  /** What is written at each look, by the keys of the letters. Nothing is kept between two but what is in State. */
  async function written(
    looks: Iterable<Look>,
    wishes: readonly number[],
  ): Promise<readonly { readonly key: string; readonly at: number; readonly until: number }[]> {
    const records = inMemory();
    const letters = [];
    for (const { known, at } of looks) {
      const passed = await timePassed(records, new Date(at));
      const reminders = known.map((event) => reminderOf(event, wishes));
      for (const { key, until } of personReminders(reminders, { known, passed }))
        letters.push({ key, at, until: Date.parse(until) });
      await noteTime(records, passed);
    }
    return letters;
  }

  test('each moment gives at most one letter, and none after the start: 300 times', async () => {
    // The clock goes on or is put back, and meanwhile an event moves, moves back, or is called off.
    const step = record({
      passed: oneof(integer({ min: 0, max: 90 }), integer({ min: -2000, max: 4000 })),
      moved: constantFrom(0, 0, 0, 30, -30, 24 * 60),
      status: constantFrom('scheduled' as const, 'scheduled' as const, 'cancelled' as const),
    });
    await assert(
      asyncProperty(events, minutes, array(step, { maxLength: 60 }), async (known, wishes, steps) => {
        let at = began - 12 * 60 * minute;
        const looks = steps.map(({ passed, moved, status }): Look => {
          at += passed * minute;
          const otherwise = known.map((event) => {
            const { seen } = event;
            const time = new Date(Date.parse(seen.start) + moved * minute).toISOString();
            return {
              ...event,
              seen: { ...seen, status, start: seen.start.includes('T') ? time : seen.start },
            };
          });
          return { known: otherwise, at };
        });
        const letters = await written(looks, wishes);
        const keys = letters.map(({ key }) => key);
        expect(keys).toEqual([...new Set(keys)]);
        expect(letters.filter((letter) => letter.at >= letter.until)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('each moment gives one letter, where they are made regularly: 15 times', async () => {
    const last = began + 7 * 24 * 60 * minute;
    await assert(
      asyncProperty(events, minutes, integer({ min: 1, max: 14 }), async (known, wishes, every) => {
        const looks: Look[] = [];
        for (let at = began - 3 * 24 * 60 * minute; at <= last; at += every * minute)
          looks.push({ known, at });
        const letters = await written(looks, wishes);
        const moments = known.flatMap((event) =>
          wishes
            .filter((each) => instantBefore(event.seen, each) !== null)
            .map((each) => `remind slack U1 ${event.id} ${startsAt(event.seen)} ${each}`),
        );
        expect(letters.map(({ key }) => key).toSorted()).toEqual(moments.toSorted());
      }),
      { numRuns: 15 },
    );
  });
});
