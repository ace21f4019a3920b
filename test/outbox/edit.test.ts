/** Letters that say something otherwise, below something, or in a language. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { put } from '../../src/outbox/letter.ts';
import { say } from '../adapters/bot.ts';
import { openBox } from './box.ts';
import type { Box } from './box.ts';
import { letterOf, waiting, write } from './letter.ts';

let box: Box;
beforeEach(() => void (box = openBox()));
afterEach(() => box.state.close());

const edit = (words: string) => letterOf('edit', { edit: 'C/1', view: say(words) });

describe('a letter that says something otherwise', () => {
  test('edits the message, and nothing is posted', async () => {
    await write(box.state, edit('x'));
    await box.round();
    expect([box.edited, box.asked, await waiting(box.state)]).toEqual([['C/1'], [], []]);
    expect(box.told).toEqual([['edit', { status: 'posted', ref: 'C/1' }]]);
  });

  test('takes the place of one that waits', async () => {
    await write(box.state, edit('first'));
    await write(box.state, edit('second'));
    expect(await waiting(box.state)).toMatchObject([{ view: say('second'), tries: 0 }]);
    await box.round();
    expect(box.edited).toHaveLength(1);
  });

  test('that comes while another one is under way comes after it', async () => {
    await write(box.state, edit('first'));
    box.answers.push(async () => {
      await write(box.state, edit('second'));
      return { status: 'posted', ref: 'C/1' };
    });
    await box.round();
    expect([await waiting(box.state), box.told]).toMatchObject([[{ view: say('second') }], []]);
    box.later(1);
    await box.round();
    expect([box.edited.length, await waiting(box.state)]).toEqual([2, []]);
  });

  test('is tried again where nobody knows, and given up when it is over', async () => {
    await write(box.state, { ...edit('x'), until: '2027-03-01T10:05:00.000Z' });
    box.answers.push(...Array.from({ length: 3 }, () => ({ status: 'unsure' }) as const));
    for (const minutes of [1, 2, 5]) {
      await box.round();
      box.later(minutes);
    }
    await box.round();
    expect([box.edited.length, await waiting(box.state)]).toEqual([3, []]);
    expect(box.told).toEqual([['edit', { status: 'unknown', isParked: false }]]);
  });
});

test('where it is to stand and in which language is passed on to the chat', async () => {
  await write(box.state, letterOf('a', { below: 'C/1', locale: 'en' }));
  await box.round();
  expect(box.said).toEqual([{ key: 'a', below: 'C/1', locale: 'en' }]);
});

test('one letter may be put into the box when another one has left it, in the same transaction', async () => {
  await write(box.state, letterOf('summary'));
  await box.round({
    told: async ({ key }, settled, records) => {
      if (key !== 'summary' || settled.status !== 'posted') return;
      await put(letterOf('details', { below: settled.ref }), records);
    },
  });
  await box.round();
  expect(box.said).toEqual([{ key: 'summary' }, { key: 'details', below: 'summary' }]);
  expect(await waiting(box.state)).toEqual([]);
});
