/** The outbox over a real State. The chat is one that says what a test wants: what a real one says is tried beside it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Settled } from '../../src/outbox/letter.ts';
import { openBox } from './box.ts';
import type { Box } from './box.ts';
import { letterOf, waiting, write } from './letter.ts';

let box: Box;
let state: Box['state'];
let asked: Box['asked'];
let told: Box['told'];
let logged: Box['logged'];
let answers: Box['answers'];

beforeEach(() => {
  box = openBox();
  ({ state, asked, told, logged, answers } = box);
});
afterEach(() => state.close());

const round: Box['round'] = (wishes) => box.round(wishes);

const minutesLater = (minutes: number): void => box.later(minutes);

const standing = (ref: string): Settled => ({ status: 'posted', ref });

const keys = (): readonly string[] => asked.map(({ key }) => key).toSorted();
const messages = (): readonly string[] => logged.map(({ level, message }) => `${level}: ${message}`);

describe('a letter', () => {
  test('is posted, and then it is no longer in the box', async () => {
    await write(state, letterOf('a'));
    await round();
    await round();
    expect(asked).toEqual([{ key: 'a', since: null }]);
    expect([await waiting(state), told, logged]).toEqual([[], [['a', standing('a')]], []]);
  });

  test('is written into the box before it is posted: whoever finds it there looks before he posts', async () => {
    await write(state, letterOf('a'));
    answers.push(async () => {
      expect(await waiting(state)).toMatchObject([{ triedAt: '2027-03-01T10:00:00.000Z', tries: 1 }]);
      return { status: 'posted', ref: 'a' };
    });
    await round();
    expect(await waiting(state)).toEqual([]);
  });

  test('with the key of another one is the same', async () => {
    await write(state, letterOf('a'), letterOf('a', { until: '2098-01-01T00:00:00.000Z' }));
    await write(state, letterOf('a'));
    await round();
    expect(keys()).toEqual(['a']);
  });

  test('of many is posted once, though several are under way at a time', async () => {
    const all = Array.from({ length: 25 }, (_, at) => `k${String(at).padStart(2, '0')}`);
    await write(state, ...all.map((key) => letterOf(key)));
    await round();
    expect([keys(), await waiting(state)]).toEqual([all, []]);
  });

  test('is posted once where two rounds try it at the same time', async () => {
    await write(state, letterOf('a'));
    await Promise.all([round(), round()]);
    expect(keys()).toEqual(['a']);
  });
});

describe('a letter that is put off', () => {
  const after = new Date('2027-03-01T10:05:00Z');

  test('waits until then, and is what it was before: nothing was sent that could be looked for', async () => {
    await write(state, letterOf('a'));
    answers.push({ status: 'later', after });
    await round();
    minutesLater(4);
    await round();
    expect(asked).toHaveLength(1);
    expect(await waiting(state)).toMatchObject([{ triedAt: null, tries: 0, notBefore: after.toISOString() }]);
    minutesLater(1);
    await round();
    expect(asked[1]).toEqual({ key: 'a', since: null });
    expect([await waiting(state), told]).toEqual([[], [['a', standing('a')]]]);
  });

  test('keeps no other waiting', async () => {
    await write(state, letterOf('a'), letterOf('b'));
    answers.push({ status: 'later', after }, { status: 'posted', ref: 'b' });
    await round();
    expect((await waiting(state)).map(({ key }) => key)).toEqual(['a']);
  });

  test('after an attempt of which nobody knows is looked for all the same', async () => {
    await write(state, letterOf('a'));
    answers.push({ status: 'unsure' }, { status: 'later', after });
    for (const minutes of [1, 4, 0]) {
      await round();
      minutesLater(minutes);
    }
    expect(asked.map(({ since }) => since)).toEqual([null, ...Array(2).fill('2027-03-01T10:00:00.000Z')]);
  });
});

describe('a letter that a platform does not take', () => {
  test('is dropped, and whoever asked for it is told why', async () => {
    await write(state, letterOf('a'));
    answers.push({ status: 'refused', reason: 'is_archived' });
    await round();
    await round();
    expect([keys(), told, await waiting(state)]).toEqual([
      ['a'],
      [['a', { status: 'refused', reason: 'is_archived' }]],
      [],
    ]);
    expect(messages()).toEqual(['warn: a message was refused']);
  });
});

describe('a letter of which nobody knows whether it stands there', () => {
  test('is looked for again, each time later, for as long as it is of use', async () => {
    await write(state, letterOf('a', { until: '2027-03-01T20:00:00.000Z' }));
    const minutes: number[] = [];
    answers.push(...Array.from({ length: 30 }, () => ({ status: 'unsure' }) as const));
    for (let minute = 0; minute <= 24 * 60; minute += 1) {
      const before = asked.length;
      await round();
      if (asked.length > before) minutes.push(minute);
      minutesLater(1);
    }
    expect(minutes.slice(0, 9)).toEqual([0, 1, 3, 7, 15, 31, 63, 123, 183]);
    expect(asked.slice(1).every(({ since }) => since === '2027-03-01T10:00:00.000Z')).toBe(true);
    // The last look is after the end.
    expect([Math.max(...minutes), await waiting(state)]).toEqual([603, []]);
    expect(told).toEqual([['a', { status: 'unknown', isParked: false }]]);
    expect(messages()).toEqual(['warn: nobody can know whether a message stands there']);
  });

  test('is posted once the platform is well again, however long that takes', async () => {
    await write(state, letterOf('a'));
    answers.push(...Array.from({ length: 15 }, () => ({ status: 'unsure' }) as const));
    for (let hour = 0; hour < 24; hour += 1) {
      await round();
      minutesLater(60);
    }
    expect([asked.length, told, await waiting(state)]).toEqual([16, [['a', standing('a')]], []]);
  });

  test('is one, too, whose attempt throws, and it keeps no other waiting', async () => {
    await write(state, letterOf('a'), letterOf('b'));
    answers.push(async () => {
      throw new Error('a bug');
    });
    await round();
    expect(await waiting(state)).toMatchObject([{ key: 'a', tries: 1 }]);
    expect([told, messages()]).toEqual([[['b', standing('b')]], ['error: a message could not be posted']]);
  });
});

describe('a letter that is too late', () => {
  test('is not posted: that is noted, and it is gone', async () => {
    await write(state, letterOf('a', { until: '2027-03-01T10:00:00.000Z' }));
    minutesLater(1);
    await round();
    expect([asked, await waiting(state), told]).toEqual([[], [], [['a', { status: 'late' }]]]);
    expect(logged).toEqual([
      {
        level: 'warn',
        facts: { key: 'a', tries: 0 },
        message: 'a message could not be posted in time',
      },
    ]);
  });

  test('is dropped also where its platform is not there, or it had been put off', async () => {
    await write(state, letterOf('a', { until: '2027-03-01T10:30:00.000Z' }));
    answers.push({ status: 'later', after: new Date('2027-03-01T12:00:00Z') });
    await round();
    minutesLater(31);
    await round({ platforms: [] });
    expect(await waiting(state)).toEqual([]);
  });

  test('is in time at the very moment', async () => {
    await write(state, letterOf('a', { until: box.now().toISOString() }));
    await round();
    expect(told).toEqual([['a', standing('a')]]);
  });
});

describe('a letter of a platform that is not there', () => {
  test('waits for it, untried', async () => {
    await write(state, letterOf('a'), letterOf('b', { platform: 'discord' }));
    await round();
    expect(await waiting(state)).toMatchObject([{ key: 'b', triedAt: null, tries: 0 }]);
    await round({ platforms: ['slack', 'discord'] });
    expect([asked.at(-1), await waiting(state)]).toEqual([{ key: 'b', since: null }, []]);
  });
});

describe('a round that is stopped', () => {
  test('finishes what is under way and begins nothing more', async () => {
    await write(state, ...Array.from({ length: 9 }, (_, at) => letterOf(`k${at}`)));
    const stopping = new AbortController();
    answers.push(async () => {
      stopping.abort();
      return { status: 'posted', ref: 'k0' };
    });
    await round({ signal: stopping.signal });
    const left = await waiting(state);
    expect(left.length).toBe(9 - asked.length);
    expect([asked.length <= 4, left.every(({ triedAt }) => triedAt === null)]).toEqual([true, true]);
  });
});
