/** The real bot over the sample reports at a fixed time, in a simulated chat, for pictures. */
import { hash, newId } from '../../adapters/hash/index.ts';
import type { Chat, Hash, Log, Now, Settings, State } from '../../src/port.ts';
import { openWorld, ownContent, silentLog } from '../world.ts';

/** A Sunday noon in Tokyo. */
export const noon = new Date('2026-11-22T03:00:00Z');

/** What a chat is given, whichever it is. */
export interface Given {
  readonly state: State;
  readonly settings: () => Promise<Settings>;
  readonly log: Log;
  readonly now: Now;
  readonly newId: () => string;
  readonly hash: Hash;
  readonly failed: (reason: Error) => void;
}

/** Lets the bot join. Returns what ends it. */
export async function joined(create: (given: Given) => Promise<Chat>): Promise<() => Promise<void>> {
  const world = await openWorld(ownContent, noon);
  const { state, library, bot } = world;
  const given: Given = {
    state,
    settings: () => library.settings(),
    log: silentLog,
    now: () => noon,
    newId,
    hash,
    failed: (reason) => {
      throw reason;
    },
  };
  const chat = await create(given);
  await chat.start(bot);
  return async () => {
    await chat.stop();
    world.close();
  };
}
