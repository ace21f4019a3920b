/** A short torture, with a few points of every kind: `npm run torture` is the long one. */
import { describe, expect, jest, test } from '@jest/globals';
import { fight } from './torture/campaign.ts';
import { createChance } from './torture/chance.ts';
import { faultsOf, planOf, right } from './torture/plan.ts';
import type { Planned } from './torture/plan.ts';
import { pointsOf } from './torture/sweep.ts';
import { whyNoTrace } from './torture/trace.ts';

/** Some forty processes, each of which takes a second or more on a busy machine. */
jest.setTimeout(600_000);

const seed = 1;

/** Of the campaigns that are wrong on purpose one is enough here. */
const chosen = (campaign: Planned): boolean =>
  campaign.expected === 'nothing' || campaign.name === 'marked, then posted';

// Without strace, which is for Linux alone, nothing is killed at a system call.
const traced = whyNoTrace() === null ? describe : describe.skip;

traced('a bot that dies at any time', () => {
  test('posts every digest once, and one that marks it before it posts is seen to lose it', async () => {
    const points = await pointsOf(right(createChance(seed)));
    const faults: string[] = [];
    for (const campaign of planOf(points, { points: 30, seed }).filter(chosen))
      faults.push(...faultsOf(await fight(campaign, () => {}), campaign));
    expect(faults).toEqual([]);
  });
});
