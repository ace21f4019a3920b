/** Puts the parts of the simulator together: one world, and the ways into it and out of it. */
import { createClock } from '../simulator/clock.ts';
import { createFeed } from '../simulator/feed.ts';
import { interactionLimits, maxPage } from './limits.ts';
import { appOf } from './schema/manifest.ts';
import type { Seed } from './seed.ts';
import * as seed from './seed.ts';
import { createRequests } from './signed.ts';
import type { Sockets } from './socket.ts';
import { createSockets } from './socket.ts';
import type { AppSettings, State } from './state.ts';
import type { World } from './world.ts';

export interface Options {
  readonly people?: Seed['people'];
  readonly rooms?: Seed['rooms'];
  /** The app's manifest: what it does not name, people can not do. */
  readonly manifest?: unknown;
  /** What the app is, if there is no manifest, or other than it says; what it does not say is as in `seed.ts`. */
  readonly app?: Partial<AppSettings>;
  /** Milliseconds to acknowledge, 3,000; less where a test is about being late. */
  readonly deadline?: number;
  /** Milliseconds a trigger lives, 3,000. */
  readonly triggerLife?: number;
  /** Milliseconds that a test waits for something to become visible, 3,000. */
  readonly patience?: number;
  /** Pages are no longer than that. */
  readonly pageSize?: number;
  /** What the clock runs like; the time of the machine if nothing is said. */
  readonly now?: () => number;
}

/** Ids that count up, the same in every run. */
function createIds(): (prefix: string) => string {
  let last = 0;
  return (prefix) => {
    last += 1;
    return `${prefix}${String(last).padStart(8, '0')}`;
  };
}

/** Timestamps of messages: never twice the same, never backwards. */
function createStamps(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(last + 1, now() * 1000);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
}

export interface Made {
  readonly world: World;
  readonly sockets: Sockets;
  /** From now on the app gets everything as signed requests to that address; `null`: by Socket Mode. */
  readonly deliverTo: (url: string | null) => void;
}

/** What the world takes note of. */
const records = (): Pick<World, 'acknowledgements' | 'violations' | 'calls' | 'triggers' | 'responses'> => ({
  acknowledgements: [],
  violations: [],
  calls: [],
  triggers: new Map(),
  responses: new Map(),
});

function stateOf({ people = seed.people, rooms = seed.rooms, app, manifest }: Options): State {
  const given = manifest === undefined ? seed.app : appOf(manifest);
  return seed.createState({ people, rooms, app: { ...given, ...app } });
}

function createLine(options: Options, notes: Pick<World, 'violations'>): Line {
  const clock = createClock(options.now);
  const feed = createFeed(options.patience ?? 3000);
  const deadline = options.deadline ?? interactionLimits.deadline;
  const state = stateOf(options);
  const id = createIds();
  const complain = (error: string): void => {
    notes.violations.push({ where: 'socket', error, messages: [] });
    feed.look();
  };
  const sockets = createSockets({ clock, deadline, app: state.app.id, id, complain, changed: feed.look });
  return { clock, feed, deadline, state, id, sockets };
}

/** What stands between the world and the app. */
interface Line extends Pick<World, 'clock' | 'feed' | 'deadline' | 'state' | 'id'> {
  readonly sockets: Sockets;
}

/** `address`: where the Web API is, once it listens. */
export function create(options: Options, address: () => string): Made {
  const notes = records();
  const { sockets, ...line } = createLine(options, notes);
  let route = sockets.send;
  const send: World['send'] = async (delivery) => {
    const acknowledged = await route(delivery);
    notes.acknowledgements.push({ kind: delivery.kind, ms: acknowledged.ms });
    line.feed.look();
    return acknowledged;
  };
  const world: World = {
    ...line,
    ...notes,
    address,
    send,
    triggerLife: options.triggerLife ?? interactionLimits.triggerLife,
    pageSize: options.pageSize ?? maxPage,
    ts: createStamps(line.clock.now),
    ticket: () => sockets.ticket(address()),
  };
  const deliverTo = (url: string | null): void => {
    route = url === null ? sockets.send : createRequests({ ...line, url });
  };
  return { world, sockets, deliverTo };
}
