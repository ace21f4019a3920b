/** Blows at random times: most of them while a post is on its way. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from './chance.ts';
import type { Blow } from './lives.ts';
import type { World } from './world.ts';

/** Milliseconds after its beginning in which a process is struck that is not struck while it posts. */
const anytime = 1500;

/** Kills after `moment`, unless it is over before that. */
const killing =
  (moment: (world: World, over: AbortController) => Promise<unknown>): Blow =>
  async (child, world) => {
    const over = new AbortController();
    const struck = moment(world, over).then(
      () => child.kill(),
      () => {},
    );
    return async () => {
      over.abort();
      world.watch.notice();
      await struck;
    };
  };

/** `within`: milliseconds after it has begun to post. */
export const blowWhilePosting = ({
  chance,
  within,
}: {
  readonly chance: Chance;
  readonly within: number;
}): Blow =>
  killing(async ({ watch, traffic }, over) => {
    const { begun } = traffic();
    await watch.until(() => over.signal.aborted || traffic().begun > begun, 60_000);
    await wait(chance() * within, null, over);
  });

const blowSoon = (chance: Chance): Blow => killing((_, over) => wait(chance() * anytime, null, over));

/** Every fourth some time after it began, the others while what they post is on its way. */
export const blowsAnytime = (count: number, chance: Chance): readonly Blow[] =>
  Array.from({ length: count }, (_, at) =>
    at % 4 === 0 ? blowSoon(chance) : blowWhilePosting({ chance, within: 500 }),
  );
