/** Letters of which nobody can know whether they stand there: a person is asked. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { answerParked } from '../../src/outbox/parked.ts';
import { openBox } from './box.ts';
import type { Box } from './box.ts';
import { letterOf, waiting, write } from './letter.ts';

let box: Box;
const until = '2027-03-02T10:00:00.000Z';

/** Tried once, and the history can not be read. */
beforeEach(async () => {
  box = openBox();
  await write(box.state, letterOf('a', { until, due: box.now().toISOString() }));
  box.answers.push({ status: 'unsure' }, { status: 'unsure', unreadable: true });
  await box.round();
  box.later(6);
  await box.round();
});
afterEach(() => box.state.close());

const left = async (): Promise<readonly string[]> => (await waiting(box.state)).map(({ key }) => key);

describe('a letter whose place nobody can look at', () => {
  test('is not tried again, and that is told once', async () => {
    for (let round = 0; round < 100; round += 1) {
      box.later(10);
      await box.round();
    }
    expect([box.asked.length, await left()]).toEqual([2, ['a']]);
    expect(box.told).toEqual([['a', { status: 'unknown', isParked: true }]]);
  });

  test('is given up when it is over', async () => {
    box.later(24 * 60);
    await box.round();
    expect([box.asked.length, await left()]).toEqual([2, []]);
    expect(box.told.at(-1)).toEqual(['a', { status: 'unknown', isParked: false }]);
  });

  test('is posted without a look where somebody says that it is not there', async () => {
    expect(await answerParked(box.state, 'a', 'again')).toMatchObject({ key: 'a', until });
    await box.round();
    expect(box.asked.slice(2)).toEqual([{ key: 'a', since: null }]);
    expect([box.told.at(-1), await left()]).toEqual([['a', { status: 'posted', ref: 'a' }], []]);
  });

  test('is asked about anew where nobody knows what became of that', async () => {
    await answerParked(box.state, 'a', 'again');
    box.answers.push({ status: 'unsure' }, { status: 'unsure', unreadable: true });
    await box.round();
    box.later(1);
    await box.round();
    expect(box.asked.slice(2).map(({ since }) => since !== null)).toEqual([false, true]);
    expect(box.told.map(([, settled]) => settled)).toEqual([
      { status: 'unknown', isParked: true },
      { status: 'unknown', isParked: true },
    ]);
  });

  test('is done where somebody says that it is there', async () => {
    expect(await answerParked(box.state, 'a', 'there')).toMatchObject({ key: 'a' });
    await box.round();
    expect([box.asked.length, await left()]).toEqual([2, []]);
  });

  test.each(['again', 'there'] as const)('takes one answer: %s', async (answer) => {
    await answerParked(box.state, 'a', answer);
    expect(await answerParked(box.state, 'a', 'again')).toBeNull();
    expect(await answerParked(box.state, 'nothing', answer)).toBeNull();
  });
});
