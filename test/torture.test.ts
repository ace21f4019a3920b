/** A short torture, with a few points of every kind: `npm run torture` is the long one. */
import { describe, expect, jest, test } from '@jest/globals';
import { fight } from './torture/campaign.ts';
import { createChance } from './torture/chance.ts';
import { notePoints } from './torture/note/blow.ts';
import { faultsOfNotes, fightNotes } from './torture/note/campaign.ts';
import { noteSampleOf } from './torture/note/plan.ts';
import { right, sampleOf } from './torture/plan.ts';
import { pointsOf } from './torture/sweep.ts';
import { whyNoTrace } from './torture/trace.ts';
import { faultsOf } from './torture/verdict.ts';

/** Some forty processes, each of which takes a second or two, and longer on a busy machine. */
jest.setTimeout(900_000);

const seed = 1;

// Without strace, which is for Linux alone, nothing is killed at a system call.
const traced = whyNoTrace() === null ? describe : describe.skip;

traced('a bot that dies at any time', () => {
  test('posts every digest once, and one that marks it before it posts is seen to lose it', async () => {
    const points = await pointsOf(right(createChance(seed)));
    const faults: string[] = [];
    for (const campaign of sampleOf(points, { points: 24, seed }))
      faults.push(...faultsOf(await fight(campaign, () => {}), campaign));
    expect(faults).toEqual([]);
  });

  test('keeps every note whole and once, and people’s words as they are; one that writes in place is seen to lose them', async () => {
    const faults: string[] = [];
    for (const campaign of noteSampleOf(await notePoints(), { points: 4, seed }))
      faults.push(...faultsOfNotes(await fightNotes(campaign, () => {}), campaign));
    expect(faults).toEqual([]);
  });
});
