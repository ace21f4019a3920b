/** A connpass on loopback that speaks its API v2: a key, one request a second, pages, filters. */
import { faulty, json, tooMany } from '../simulator/faults.ts';
import type { Fault } from '../simulator/faults.ts';
import type { Scenario } from '../simulator/scenario.ts';
import { createScenario } from '../simulator/scenario.ts';
import type { Door, Reply } from '../simulator/server.ts';
import { addressOf, close, listen, nowhere } from '../simulator/server.ts';
import type { ConnpassEvent, ConnpassPresentation } from './event.ts';
import { BadRequest, pageOf, searched } from './search.ts';

export { connpassEvent } from './event.ts';
export type { ConnpassEvent, ConnpassPresentation } from './event.ts';

export interface Hit {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** With its query, below `/api/v2`. */
  readonly path: string;
  readonly status: number;
}

export interface Options {
  readonly now: () => number;
  readonly events?: readonly ConnpassEvent[];
  /** By the id of the event. */
  readonly presentations?: Readonly<Record<number, readonly ConnpassPresentation[]>>;
}

export interface Connpass {
  /** For `CONNPASS_API_URL`; ends in `/api/v2`. */
  readonly url: string;
  readonly key: string;
  readonly hits: readonly Hit[];
  /** From now on these are all events. */
  become(events: readonly ConnpassEvent[]): void;
  /** What is shown of an event from now on. */
  show(id: number, presentations: readonly ConnpassPresentation[]): void;
  /** The next `times` requests (1) of that kind go wrong. */
  fail(what: 'events' | 'presentations', fault: Fault, times?: number): void;
  stop(): Promise<void>;
}

interface World {
  events: readonly ConnpassEvent[];
  readonly presentations: Map<number, readonly ConnpassPresentation[]>;
}

const key = 'simulated-key';
const second = 1000;

/** https://connpass.com/about/api/v2/: "1秒間に1リクエストまで". */
function createLimit(now: () => number): () => Reply | null {
  let last = -Infinity;
  return () => {
    if (now() - last < second) return tooMany('1');
    last = now();
    return null;
  };
}

function route({ events, presentations }: World, path: string, query: URLSearchParams): Reply {
  const id = Number(/^\/events\/(\d+)\/presentations\/$/.exec(path)?.[1]);
  try {
    if (path === '/events/') {
      const { part, numbers } = pageOf(searched(events, query), query);
      return json({ ...numbers, events: part });
    }
    if (!events.some((event) => event.id === id)) return nowhere;
    const { part, numbers } = pageOf(presentations.get(id) ?? [], query);
    return json({ ...numbers, presentations: part });
  } catch (error) {
    if (error instanceof BadRequest) return json({ detail: error.message }, 400);
    throw error;
  }
}

interface Made {
  readonly now: () => number;
  readonly world: World;
  readonly scenario: Scenario<Fault>;
  readonly hits: Hit[];
}

function answering({ now, world, scenario, hits }: Made): Door['answer'] {
  const limited = createLimit(now);
  return async (request) => {
    const at = now();
    const { pathname, search, searchParams } = new URL(request.url ?? '', 'http://localhost');
    const path = pathname.replace('/api/v2', '');
    const refused = request.headers['x-api-key'] === key ? limited() : json({ detail: 'Unauthorized' }, 401);
    const fault = scenario.take(path === '/events/' ? 'events' : 'presentations');
    const reply = refused ?? (await faulty(fault, () => route(world, path, searchParams)));
    hits.push({ at, path: `${path}${search}`, status: reply?.status ?? 0 });
    return reply;
  };
}

export async function startConnpass({ now, events = [], presentations = {} }: Options): Promise<Connpass> {
  const shown = Object.entries(presentations).map(([id, all]) => [Number(id), all] as const);
  const world: World = { events, presentations: new Map(shown) };
  const made = { now, world, scenario: createScenario<Fault>(), hits: [] };
  const server = await listen({
    answer: answering(made),
    upgrade: (_request, stream) => stream.destroy(),
  });
  return {
    url: `${addressOf(server)}/api/v2`,
    key,
    hits: made.hits,
    become: (next) => {
      world.events = next;
    },
    show: (id, all) => world.presentations.set(id, all),
    fail: (what, fault, times = 1) => made.scenario.plan(what, fault, times),
    stop: () => close(server),
  };
}
