/** The bot as the process has it: the real core and both chats, whose rounds follow each other without pause. */
import { exit, stderr, stdout } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import { createDiscord } from '../../adapters/discord/chat.ts';
import { createFiles } from '../../adapters/files/index.ts';
import { hash, newId } from '../../adapters/hash/index.ts';
import { createLog } from '../../adapters/log/index.ts';
import { createSlack } from '../../adapters/slack/chat.ts';
import { createSqliteIndex } from '../../adapters/sqlite/index.ts';
import { createCommunity } from '../../src/community.ts';
import { createLibrary } from '../../src/library.ts';
import { kind } from '../../src/outbox/letter.ts';
import type { Joined, Library, Log, Now, State } from '../../src/port.ts';
import { surroundingsOf } from '../adapters/surroundings.ts';
import type { Orders } from './orders.ts';
import { ways } from './way.ts';

export interface Living {
  readonly orders: Orders;
  readonly library: Library;
  readonly state: State;
  /** `offset`: milliseconds after the time of the machine. */
  readonly time: { readonly offset: number; readonly now: Now };
  readonly signal: AbortSignal;
}

/** Milliseconds between two rounds. */
const pause = 20;

/** In the round that is going on. */
let failures = 0;

const written = createLog('warn');
const log: Log = {
  info: (facts, message) => written.info(facts, message),
  warn: (facts, message) => written.warn(facts, message),
  error: (facts, message) => {
    failures += 1;
    written.error(facts, message);
  },
};

export async function readLibrary(content: string, now: Now): Promise<Library> {
  const index = createSqliteIndex({ path: ':memory:', version: 'torture' });
  const library = createLibrary({ content: createFiles(content), index, hash, now, pages: null });
  await library.sync();
  return library;
}

/** Resolves when the signal has come, and the chats have ended. */
export async function live(living: Living): Promise<void> {
  const { orders, library, state, time, signal } = living;
  const { bot, round } = createCommunity({
    library,
    state,
    hiddenPages: null,
    pages: null,
    calendars: [],
    now: time.now,
    log,
    newId,
    timing: orders.timing,
  });
  const chats = chatsOf(living);
  await Promise.all(chats.map((chat) => chat.start(bot)));
  const go = round?.(chats.map(ways[orders.way]));
  while (!signal.aborted) {
    const at = time.offset;
    failures = 0;
    await go?.(signal);
    stdout.write(`round ${at} ${await waiting(state)}\n`);
    await wait(pause);
  }
  await Promise.all(chats.map((chat) => chat.stop()));
}

/** How many letters there are in the outbox, as far as that can be read, and a round that failed has put in what it was to. */
const waiting = async (state: State): Promise<number | 'unknown'> =>
  failures > 0
    ? 'unknown'
    : state.list(kind).then(
        ({ length }) => length,
        () => 'unknown' as const,
      );

function chatsOf({ orders: { slack, discord }, library, state, time: { now } }: Living): readonly Joined[] {
  const failed = (reason: Error): void => {
    stderr.write(`${reason.message}\n`);
    exit(1);
  };
  const given = surroundingsOf({ state, log, now, failed, settings: () => library.settings() });
  // A platform that loses one answer in three is not ill: it is asked again soon.
  const timing = { rest: 300 };
  const way = { signingSecret: 'unused', port: 0, host: '127.0.0.1' };
  return [createSlack({ ...given, ...slack, way, timing }), createDiscord({ ...given, ...discord, timing })];
}
