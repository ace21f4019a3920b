/** The campaigns against whoever takes notes. */
import { createChance, shuffled, spread } from '../chance.ts';
import { mayMount } from '../mounting.ts';
import type { Point } from '../sweep.ts';
import { closed, failures, killing } from './blow.ts';
import type { NoteBlow } from './life.ts';
import type { NoteCampaign } from './campaign.ts';

interface Wishes {
  /** Of system calls at which something happens. */
  readonly points: number;
  readonly seed: number;
}

const plain = { way: 'right', expected: 'nothing' } as const;

/** With what is refused where nothing can be written. */
const refusals = ['folder-read-only'];

/** It is killed between two halves of a file. */
const halfway: NoteCampaign = {
  name: 'notes: written in place',
  way: 'in-place',
  expected: 'changed',
  refusals: null,
  blows: [1, 2].map((when) => killing({ call: 'fchmod', when })),
};

const closedFolders = (): readonly NoteBlow[] => (mayMount() ? closed : []);

export function notePlanOf(points: readonly Point[], { points: all, seed }: Wishes): readonly NoteCampaign[] {
  const chance = createChance(seed);
  const faults = failures(points);
  const kills = Math.ceil(all * 0.75);
  return [
    {
      name: 'notes: calls',
      ...plain,
      refusals: [],
      blows: shuffled(spread(points, kills), chance).map(killing),
    },
    { name: 'notes: disk', ...plain, refusals: null, blows: spread(faults, all - kills) },
    { name: 'notes: full, read-only', ...plain, refusals, blows: closedFolders() },
    halfway,
  ];
}

/** Some of everything in one world. */
export function noteSampleOf(
  points: readonly Point[],
  { points: all, seed }: Wishes,
): readonly NoteCampaign[] {
  const blows = [
    ...shuffled(spread(points, all), createChance(seed)).map(killing),
    // Of a file of its own, and of people's.
    ...closedFolders().filter((_, at) => at % 6 === 3),
  ];
  return [{ name: 'notes', ...plain, refusals, blows }, halfway];
}
