/** A campaign: many blows in one world, and what became of its messages. */
import { DatabaseSync } from 'node:sqlite';
import { tally } from './history.ts';
import type { Tally } from './history.ts';
import { createLives } from './lives.ts';
import type { Blow, Life } from './lives.ts';
import { compareSent } from './torn.ts';
import type { Compared } from './torn.ts';
import { openWorld } from './world.ts';
import type { Weather } from './world.ts';

export interface Campaign {
  readonly name: string;
  readonly weather: Weather;
  readonly blows: readonly Blow[];
  /** Exit codes with which a process may end by itself. */
  readonly ends?: readonly number[];
  /** Has been seen what there was to see, so far or of the weeks that are done? Then it is over before its end. */
  readonly enough?: (soFar: Tally, done: Tally) => boolean;
}

export interface Outcome extends Tally, Compared {
  readonly name: string;
  readonly points: number;
  readonly died: number;
  /** Milliseconds until each process that came so far had done its first round. */
  readonly ready: readonly number[];
  readonly answersLost: number;
  /** What must not be, and was: each process that ended by itself, and a State that is not sound. */
  readonly troubles: readonly string[];
  readonly seconds: number;
}

/** `progress` is told after each blow. */
export async function fight(
  { name, weather, blows, ends = [], enough = () => false }: Campaign,
  progress: (done: number, of: number) => void,
): Promise<Outcome> {
  const begun = performance.now();
  const world = await openWorld(weather);
  try {
    const lives = await createLives(world);
    const lived: Life[] = [];
    for (const blow of blows) {
      lived.push(await lives.next(blow));
      progress(lived.length, blows.length);
      if (enough(tally(world, lives.weeks() + 1), tally(world, lives.weeks()))) break;
    }
    const points = lived.length;
    lived.push(await lives.last());
    return {
      name,
      ...tally(world, lives.weeks()),
      ...(await compareSent(world)),
      points,
      died: lived.filter(({ hasDied }) => hasDied).length,
      ready: lived.flatMap(({ ready }) => ready ?? []),
      answersLost: world.traffic().lost,
      troubles: [...lived.flatMap(troubleOf(ends)), ...unsound(world.state)],
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    await world.close();
  }
}

const troubleOf =
  (ends: readonly number[]) =>
  ({ end }: Life): readonly string[] =>
    end === null || ends.includes(end.code ?? -1)
      ? []
      : [`a process ended by itself with ${end.code ?? end.signal}: ${end.complaints}`];

function unsound(path: string): readonly string[] {
  const database = new DatabaseSync(path);
  try {
    const said = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
    return said === 'ok' ? [] : [`the State is not sound: ${String(said)}`];
  } finally {
    database.close();
  }
}
