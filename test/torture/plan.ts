/** The campaigns of a run: so many points altogether, each a process that something happens to. */
import type { Campaign, Outcome } from './campaign.ts';
import { accidents } from './accident.ts';
import { createChance, shuffled, spread } from './chance.ts';
import type { Chance } from './chance.ts';
import { channels, plainChannels } from './channels.ts';
import { failing, faultsAt } from './disk.ts';
import { blowSometime } from './moment.ts';
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

/** Milliseconds. Posts are on their way for 5; a platform that takes longer than `settle` is none that anything is promised on. */
const swift = { latency: 5, timing: { settle: 200, lease: 300, request: 50 } };
const slow = { latency: 500, timing: { settle: 800, lease: 900, request: 100 } };

export const right = (chance: Chance): Weather => ({
  ...swift,
  channels,
  lost: 0,
  way: 'right',
  isPrompt: false,
  chance,
});

/** As many in a hundred of all points. */
const shares = {
  calls: 40,
  'calls, 10 % lost': 20,
  'calls, 30 % lost': 15,
  moments: 12,
  disk: 10,
  accidents: 3,
} as const;

export function planOf(points: readonly Point[], { points: all, seed }: Wishes): readonly Planned[] {
  const chance = createChance(seed);
  const weather = right(chance);
  const count = (name: keyof typeof shares): number => Math.ceil((all * shares[name]) / 100);
  // One pass after the other, as often as it takes.
  const some = (from: readonly Point[], wanted: number): readonly Point[] => {
    const passes = Math.floor(wanted / from.length);
    return shuffled([...Array(passes).fill(from).flat(), ...spread(from, wanted % from.length)], chance);
  };
  const sweep = (name: keyof typeof shares, lost: number): Planned => ({
    name,
    weather: { ...weather, lost },
    blows: some(points, count(name)).map(blowAt),
    expected: 'nothing',
  });
  const times = Math.ceil(count('accidents') / Object.keys(accidents).length);
  return [
    sweep('calls', 0),
    sweep('calls, 10 % lost', 10),
    sweep('calls, 30 % lost', 30),
    {
      name: 'moments',
      weather: { ...weather, ...slow, isPrompt: true },
      blows: Array.from({ length: count('moments') }, () => blowSometime(chance)),
      expected: 'nothing',
    },
    {
      name: 'disk',
      weather,
      blows: spread(faultsAt(points), count('disk')).map(failing),
      ends: [78],
      expected: 'nothing',
    },
    {
      name: 'accidents',
      weather: { ...weather, ...slow },
      blows: shuffled(Array(times).fill(Object.values(accidents)).flat(), chance),
      ends: [78],
      expected: 'nothing',
    },
    ...controls(points, chance),
  ];
}

/** Each of them is seen to be wrong, or the harness sees nothing. */
function controls(points: readonly Point[], chance: Chance): readonly Planned[] {
  const weather = { ...right(chance), channels: plainChannels };
  const anytime = Array.from({ length: 20 }, () => blowSometime(chance));
  const commits = points.filter(({ call }) => call === 'fsync');
  const double = {
    expected: 'double',
    enough: (tally: Pick<Outcome, 'double'>) => tally.double > 0,
  } as const;
  const lost = { expected: 'lost', enough: (tally: Pick<Outcome, 'lost'>) => tally.lost > 0 } as const;
  const late = { latency: 2000, timing: { settle: 0, lease: 300, request: 1 }, isPrompt: true };
  return [
    { name: 'no time to settle', weather: { ...weather, ...late }, blows: anytime, ...double },
    {
      name: 'marked, then posted',
      weather: { ...weather, way: 'marks' },
      blows: commits.map(blowAt),
      ...lost,
    },
    {
      name: 'posted without a look',
      weather: { ...weather, ...slow, way: 'blind' },
      blows: anytime,
      ...double,
    },
  ];
}

/** What is wrong with what was seen; none: it is as it is to be. */
export function faultsOf(outcome: Outcome, { expected }: Planned): readonly string[] {
  if (expected !== 'nothing')
    return outcome[expected] > 0
      ? []
      : [`${outcome.name}: nothing ${expected} was seen: the harness is blind`];
  const { lost, double, torn, compared, troubles, wrong } = outcome;
  return [
    ...(lost + double + torn > 0 ? wrong : []),
    ...(torn > 0 ? [`${torn} messages are not what was frozen`] : []),
    ...(compared === 0 ? ['no message was compared with what was frozen'] : []),
    ...troubles,
  ].map((fault) => `${outcome.name}: ${fault}`);
}
