/** Bots that are wrong on purpose: each of them is seen to be wrong, or the harness sees nothing. */
import { shuffled } from './chance.ts';
import { plainChannels } from './channels.ts';
import type { Tally } from './history.ts';
import type { Blow } from './lives.ts';
import { blowWhilePosting } from './moment.ts';
import type { Planned } from './plan.ts';
import { blowAt } from './sweep.ts';
import type { Point } from './sweep.ts';
import type { Weather } from './world.ts';

/** As often at most; mostly the first time is enough. */
const most = 20;

/** A post is on its way for so long that the next process looks, and posts, before it has arrived: in milliseconds. */
const latency = 5000;

/** A life in which a week comes to its end: what is missing then is lost. */
const harmless: Blow = async () => async () => {};

export function controls(points: readonly Point[], usual: Weather): readonly Planned[] {
  const weather = { ...usual, channels: plainChannels };
  const { chance } = weather;
  const whilePosting = Array.from({ length: most }, () => blowWhilePosting({ chance, within: 50 }));
  const double = { expected: 'double', enough: ({ double: count }: Tally) => count > 0 } as const;
  const lost = { expected: 'lost', enough: (_: Tally, { lost: count }: Tally) => count > 0 } as const;
  const commits = shuffled(
    points.filter(({ call }) => call === 'fsync'),
    chance,
  );
  return [
    {
      name: 'no time to settle',
      weather: { ...weather, latency, timing: { settle: 0, lease: 1000, request: 1 }, isPrompt: true },
      blows: whilePosting,
      ...double,
    },
    {
      name: 'marked, then posted',
      weather: { ...weather, way: 'marks' },
      blows: commits.flatMap((point) => [blowAt(point), harmless]),
      ...lost,
    },
    {
      name: 'posted without a look',
      weather: { ...weather, latency: 100, way: 'blind' },
      blows: whilePosting,
      ...double,
    },
  ];
}
