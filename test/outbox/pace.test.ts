/** A platform has its pace: what it has no time for waits, and catching up takes several rounds. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mostInRound } from '../../src/outbox/queue.ts';
import { openBox } from './box.ts';
import type { Box } from './box.ts';
import { letterOf, waiting, write } from './letter.ts';

let box: Box;
let resting: Map<string, Date>;
beforeEach(() => {
  box = openBox();
  resting = new Map();
});
afterEach(() => box.state.close());

const round = (): Promise<void> => box.round({ resting, platforms: ['slack', 'discord'] });
const keysOf = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `k${String(at).padStart(4, '0')}`);

test('after a platform has said later, nothing more is begun there until then, and elsewhere it is', async () => {
  await write(box.state, ...keysOf(20).map((key) => letterOf(key)));
  await write(box.state, letterOf('other', { platform: 'discord' }));
  const after = new Date(box.now().getTime() + 150_000);
  box.answers.push(...Array.from({ length: 4 }, () => ({ status: 'later', after }) as const));
  await round();
  // Those that were under way already.
  expect(box.asked.map(({ key }) => key)).toEqual(['k0000', 'k0001', 'k0002', 'k0003', 'other']);
  box.later(2);
  await round();
  expect(box.asked).toHaveLength(5);
  box.later(1);
  await round();
  expect([box.asked.length, await waiting(box.state)]).toEqual([25, []]);
});

test('more than a round takes is posted in several, what was due first is posted first', async () => {
  const late = keysOf(mostInRound + 50).map((key, at) =>
    letterOf(key, { due: new Date(box.now().getTime() - at * 1000).toISOString() }),
  );
  await write(box.state, ...late, letterOf('now'));
  await round();
  const first = box.asked.map(({ key }) => key);
  expect([first.length, first[0], first[1]]).toEqual([mostInRound, 'now', late.at(-1)?.key]);
  expect(new Set(await waiting(box.state).then((all) => all.map(({ key }) => key)))).toEqual(
    new Set(late.slice(0, 51).map(({ key }) => key)),
  );
  await round();
  expect(await waiting(box.state)).toEqual([]);
});
