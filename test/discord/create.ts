/** Puts the parts of the simulator together: one world, and the ways into it and out of it. */
import { createClock } from '../simulator/clock.ts';
import { createFeed } from '../simulator/feed.ts';
import { createScenario } from '../simulator/scenario.ts';
import { setCommands } from './command.ts';
import type { Gateway } from './gateway/index.ts';
import { createGateway } from './gateway/index.ts';
import { interactionLimits } from './limits.ts';
import { createRates } from './rest/rate.ts';
import type { Rest } from './rest/index.ts';
import type { Fault } from './scenario.ts';
import type { Seed } from './seed.ts';
import * as seed from './seed.ts';
import { createSnowflakes } from './snowflake.ts';
import type { AppSettings } from './state.ts';
import type { World } from './world.ts';

export interface Options {
  readonly people?: Seed['people'];
  readonly guilds?: Seed['guilds'];
  readonly app?: Partial<AppSettings>;
  /** Commands that are registered everywhere already, as in a call that sets all of them. */
  readonly commands?: readonly object[];
  /** Milliseconds for a callback, 3,000; less where a test is about being late. */
  readonly deadline?: number;
  /** Milliseconds that a test waits for something to become visible, 3,000. */
  readonly patience?: number;
  /** Milliseconds between heartbeats, 41,250. */
  readonly heartbeat?: number;
  /** How many connections it wants of the app, which may all begin at once; 1. */
  readonly shards?: number;
  /** What the clock runs like; the time of the machine if nothing is said. */
  readonly now?: () => number;
}

export interface Made {
  readonly world: World;
  readonly gateway: Gateway;
  readonly rest: Rest;
}

/** What the world takes note of. */
const records = (): Pick<
  World,
  'interactions' | 'waiting' | 'acknowledgements' | 'violations' | 'calls' | 'pings' | 'creates'
> => ({
  interactions: new Map(),
  waiting: new Map(),
  acknowledgements: [],
  violations: [],
  calls: [],
  pings: [],
  creates: [],
});

/** Close codes that a client earns; the others happen to it. */
const earned = new Set([4001, 4002, 4003, 4005, 4007, 4008, 4010, 4012, 4013]);

function parts(options: Options, address: () => string) {
  const clock = createClock(options.now);
  const feed = createFeed(options.patience ?? 3000);
  const { people = seed.people, guilds = seed.guilds } = options;
  const state = seed.createState({ people, guilds, app: { ...seed.app, ...options.app } });
  const id = createSnowflakes(clock.now);
  return { clock, feed, state, id, address };
}

/** `address`: where it listens, once it does. */
export function create(options: Options, address: () => string): Made {
  const line = parts(options, address);
  const notes = records();
  const { shards = 1 } = options;
  const gateway = createGateway({
    ...line,
    heartbeat: options.heartbeat ?? 41_250,
    maxConcurrency: shards,
    changed: line.feed.look,
    complain: (code, message) => {
      if (earned.has(code)) notes.violations.push({ where: 'gateway', code, message, faults: [] });
      line.feed.look();
    },
  });
  const world: World = {
    ...line,
    ...notes,
    deadline: options.deadline ?? interactionLimits.deadline,
    dispatch: gateway.dispatch,
    startLimit: gateway.startLimit,
    shards,
  };
  if (options.commands)
    setCommands(world, null, options.commands as readonly Readonly<Record<string, unknown>>[]);
  const rest: Rest = { world, scenario: createScenario<Fault>(), rates: createRates(line.clock) };
  return { world, gateway, rest };
}
