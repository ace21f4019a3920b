import { expect, test } from '@jest/globals';
import { runRaces } from '../../torture/git.ts';

test('of some races, one of each kind, nothing of anybody is lost', async () => {
  expect(await runRaces(6)).toEqual({
    races: 6,
    humanLost: 0,
    notesLost: 0,
    doubled: 0,
    pushed: 4,
    proposed: 2,
    waiting: 0,
    seconds: expect.any(Number),
  });
}, 60_000);
