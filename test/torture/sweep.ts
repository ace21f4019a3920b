/** Every system call by which something outside the process comes to be, the first time that it is made, the second, and so on. */
import { join } from 'node:path';
import type { Blow } from './lives.ts';
import { createLives } from './lives.ts';
import { calls, count, killAt } from './trace.ts';
import type { Call } from './trace.ts';
import { openWorld } from './world.ts';
import type { Weather, World } from './world.ts';

/** The process is killed at a call, where one of its threads makes it the `when`th time. */
export interface Point {
  readonly call: Call;
  readonly when: number;
}

/** All points of a life that does one whole week. */
export async function pointsOf(weather: Weather): Promise<readonly Point[]> {
  const world = await openWorld(weather);
  try {
    const counts = await countsIn(world);
    return calls.flatMap((call) =>
      Array.from({ length: counts.get(call) ?? 0 }, (_, at) => ({ call, when: at + 1 })),
    );
  } finally {
    await world.close();
  }
}

/** How often an ordinary life makes each call. */
async function countsIn(world: World): Promise<ReadonlyMap<Call, number>> {
  const lives = await createLives(world);
  let counts: ReadonlyMap<Call, number> = new Map();
  await lives.next(async ({ pid }) => {
    const counting = await count(pid, join(world.data, 'calls'));
    return async () => {
      await counting.end();
      counts = counting.counts();
    };
  });
  return counts;
}

export const blowAt =
  ({ call, when }: Point): Blow =>
  async ({ pid }) => {
    const { end } = await killAt(pid, call, when);
    return end;
  };
