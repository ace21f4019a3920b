/** The campaigns of a run: so many points altogether, each a process that something happens to. */
import { accidents, stopped } from './accident.ts';
import type { Campaign } from './campaign.ts';
import { createChance, shuffled, spread } from './chance.ts';
import type { Chance } from './chance.ts';
import { channels } from './channels.ts';
import { controls } from './control.ts';
import { failing, faultsAt } from './disk.ts';
import type { Blow } from './lives.ts';
import { blowWhilePosting, blowsAnytime } from './moment.ts';
import { blowAt } from './sweep.ts';
import type { Point } from './sweep.ts';
import type { Weather } from './world.ts';

/** What a campaign is to show. `nothing`: each message stands there once. The others are wrong on purpose. */
export type Expected = 'nothing' | 'lost' | 'double';

export interface Planned extends Campaign {
  readonly expected: Expected;
}

export interface Wishes {
  /** Altogether, without those of campaigns that are wrong on purpose. */
  readonly points: number;
  readonly seed: number;
}

/** Milliseconds. Posts are on their way for 5: a platform that takes longer than `settle` is none that anything is promised on. */
export const right = (chance: Chance): Weather => ({
  latency: 5,
  timing: { settle: 200, lease: 300, request: 50 },
  channels,
  lost: 0,
  way: 'right',
  isPrompt: false,
  chance,
});

/** The same of a platform that takes its time. */
const slow = { latency: 500, timing: { settle: 800, lease: 900, request: 100 } };

/** With these codes a process may end by itself: it says that its State can not be used. */
const ends = [78];

/** As many in a hundred of all points. */
const shares = {
  calls: 40,
  'calls, 10 % lost': 20,
  'calls, 30 % lost': 15,
  moments: 12,
  disk: 10,
  accidents: 3,
} as const;

/** So many points: one pass over all of them after the other. */
function some(points: readonly Point[], count: number, chance: Chance): readonly Blow[] {
  const passes = Math.floor(count / points.length);
  const all = [...Array<typeof points>(passes).fill(points).flat(), ...spread(points, count % points.length)];
  return shuffled(all, chance).map(blowAt);
}

export function planOf(points: readonly Point[], { points: all, seed }: Wishes): readonly Planned[] {
  const chance = createChance(seed);
  const weather = right(chance);
  const count = (name: keyof typeof shares): number => Math.ceil((all * shares[name]) / 100);
  const sweep = (name: keyof typeof shares, lost: number): Campaign => ({
    name,
    weather: { ...weather, lost },
    blows: some(points, count(name), chance),
  });
  const times = Math.ceil(count('accidents') / accidents.length);
  const campaigns: readonly Campaign[] = [
    sweep('calls', 0),
    sweep('calls, 10 % lost', 10),
    sweep('calls, 30 % lost', 30),
    {
      name: 'moments',
      weather: { ...weather, ...slow, isPrompt: true },
      blows: blowsAnytime(count('moments'), chance),
    },
    { name: 'disk', weather, blows: spread(faultsAt(points), count('disk')).map(failing), ends },
    {
      name: 'accidents',
      weather: { ...weather, ...slow },
      blows: Array<typeof accidents>(times).fill(accidents).flat(),
      ends,
    },
  ];
  return [
    ...campaigns.map((campaign) => ({ ...campaign, expected: 'nothing' as const })),
    ...controls(points, weather),
  ];
}

/** Some of everything in one world: the tests have no time for more. */
export function sampleOf(points: readonly Point[], { points: all, seed }: Wishes): readonly Planned[] {
  const chance = createChance(seed);
  const weather = right(chance);
  const part = (hundredths: number): number => Math.ceil((all * hundredths) / 100);
  const blows = [
    ...some(points, part(65), chance),
    ...Array<Blow>(part(10)).fill(blowWhilePosting({ chance, within: 20 })),
    ...spread(faultsAt(points), part(15)).map(failing),
    // Where posts are quick nobody can be stopped while one is on its way.
    ...accidents.filter((accident) => accident !== stopped),
  ];
  return [
    { name: 'some of everything', weather: { ...weather, lost: 10 }, blows, ends, expected: 'nothing' },
    ...controls(points, weather).filter(({ expected }) => expected === 'lost'),
  ];
}
