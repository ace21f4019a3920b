/** The real bot over the sample reports at a fixed time, in a simulated chat, for pictures. */
import type { Chat, Surroundings } from '../../src/port.ts';
import { surroundingsOf } from '../adapters/surroundings.ts';
import { openWorld, ownContent, silentLog } from '../world.ts';

/** A Sunday noon in Tokyo. */
export const noon = new Date('2026-11-22T03:00:00Z');

/** Lets the bot join. Returns what ends it. */
export async function joined(create: (given: Surroundings) => Promise<Chat>): Promise<() => Promise<void>> {
  const world = await openWorld(ownContent, noon);
  const { state, library, bot } = world;
  const given = surroundingsOf({
    state,
    settings: () => library.settings(),
    log: silentLog,
    now: () => noon,
    failed: (reason) => {
      throw reason;
    },
  });
  const chat = await create(given);
  await chat.start(bot);
  return async () => {
    await chat.stop();
    world.close();
  };
}
