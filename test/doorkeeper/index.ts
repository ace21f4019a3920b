/** A Doorkeeper on loopback: a token, 300 requests in five minutes, the events of groups in pages of 25. */
import type { IncomingMessage } from 'node:http';
import { faulty, json } from '../simulator/faults.ts';
import type { Fault } from '../simulator/faults.ts';
import { createScenario } from '../simulator/scenario.ts';
import type { Reply } from '../simulator/server.ts';
import { addressOf, close, listen, nowhere } from '../simulator/server.ts';
import type { DoorkeeperEvent, DoorkeeperGroup } from './event.ts';

export { doorkeeperEvent } from './event.ts';
export type { DoorkeeperEvent, DoorkeeperGroup } from './event.ts';

export interface Hit {
  readonly path: string;
  readonly status: number;
}

export interface Options {
  readonly now: () => number;
  readonly groups: readonly DoorkeeperGroup[];
  readonly events?: readonly DoorkeeperEvent[];
  /** Requests in five minutes: 300 if nothing is said. */
  readonly limit?: number;
}

export interface Doorkeeper {
  /** For `DOORKEEPER_API_URL`. */
  readonly url: string;
  readonly token: string;
  readonly hits: readonly Hit[];
  /** The next `times` requests (1) go wrong. */
  fail(fault: Fault, times?: number): void;
  stop(): Promise<void>;
}

const token = 'simulated-token';
const pageSize = 25;
const period = 5 * 60_000;

/** The header that every answer has, and the refusal when it says that none remains. */
function createLimit(
  now: () => number,
  limit: number,
): () => { readonly headers: Reply['headers']; readonly isOver: boolean } {
  let [until, used] = [0, 0];
  return () => {
    if (now() >= until) [until, used] = [(Math.floor(now() / period) + 1) * period, 0];
    used += 1;
    const remaining = Math.max(0, limit - used);
    const said = {
      name: 'authenticated API',
      period: period / 1000,
      limit,
      remaining,
      until: new Date(until),
    };
    const isOver = used > limit;
    const wait = isOver ? { 'Retry-After': String(Math.ceil((until - now()) / 1000)) } : {};
    return { headers: { 'X-Ratelimit': JSON.stringify(said), ...wait }, isOver };
  };
}

type Compare = (one: DoorkeeperEvent, other: DoorkeeperEvent) => number;

/** Soonest first; what is published or changed last. */
const orders: Readonly<Record<string, Compare>> = {
  starts_at: (one, other) => (one.starts_at ?? '').localeCompare(other.starts_at ?? ''),
  published_at: (one, other) => other.published_at.localeCompare(one.published_at),
  updated_at: (one, other) => other.updated_at.localeCompare(one.updated_at),
};

interface World extends Required<Omit<Options, 'limit'>> {
  readonly path: string;
  readonly query: URLSearchParams;
}

/** Without `since`: from today on. */
function route({ now, groups, events, path, query }: World): Reply {
  const name = /^\/groups\/([^/]+)\/events$/.exec(path)?.[1];
  const group = groups.find(({ id, subdomain }) => name === subdomain || name === String(id));
  if (!group) return nowhere;
  const since = query.get('since') ?? new Date(now()).toISOString().slice(0, 10);
  const order = orders[query.get('sort') ?? 'published_at'];
  const page = Number(query.get('page') ?? '1');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(since) || !order || !(page >= 1))
    return json({ error: 'Bad Request' }, 400);
  const found = events.filter((event) => event.group === group.id && (event.ends_at ?? since) >= since);
  const part = found.toSorted(order).slice((page - 1) * pageSize, page * pageSize);
  const isExpanded = query.getAll('expand[]').includes('group');
  return json(part.map((event) => ({ event: isExpanded ? { ...event, group } : event })));
}

export async function startDoorkeeper({
  now,
  groups,
  events = [],
  limit = 300,
}: Options): Promise<Doorkeeper> {
  const scenario = createScenario<Fault>();
  const count = createLimit(now, limit);
  const hits: Hit[] = [];
  const answer = async (request: IncomingMessage): Promise<Reply | null> => {
    const { pathname: path, search, searchParams: query } = new URL(request.url ?? '', 'http://localhost');
    const isKnown = request.headers.authorization === `Bearer ${token}`;
    const { headers, isOver } = count();
    const refused = isKnown ? (isOver ? json({}, 429) : null) : json({ error: 'Unauthorized' }, 401);
    const world = { now, groups, events, path, query };
    const reply = refused ?? (await faulty(scenario.take('events'), () => route(world)));
    hits.push({ path: `${path}${search}`, status: reply?.status ?? 0 });
    return reply && { ...reply, headers: { ...reply.headers, ...headers } };
  };
  const server = await listen({ answer, upgrade: (_request, stream) => stream.destroy() });
  return {
    url: addressOf(server),
    token,
    hits,
    fail: (fault, times = 1) => scenario.plan('events', fault, times),
    stop: () => close(server),
  };
}
