/** The REST API: finds the operation, checks the token, the limits and the body, and answers as Discord does. https://docs.discord.com/developers/reference */
import type { Reply } from '../../simulator/server.ts';
import type { Refusal } from '../refusal.ts';
import { Refusal as Refused, refusalJson, refuse } from '../refusal.ts';
import { refuseBody } from '../schema/body.ts';
import type { Scenario } from '../scenario.ts';
import type { World } from '../world.ts';
import type { Route, Upload } from './define.ts';
import { faulty, html, json, limited, reply } from './reply.ts';
import type { Found } from './routes.ts';
import { findRoute } from './routes.ts';
import type { Rates, Taken } from './rate.ts';

/** A request, read to its end. `body`: JSON, `undefined` if there was none. */
export interface ApiRequest {
  readonly method: string;
  /** Below `/api/v10`. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly authorization: string | undefined;
  readonly body: unknown;
  readonly files: readonly Upload[];
}

/** What every call goes through. */
export interface Rest {
  readonly world: World;
  readonly scenario: Scenario;
  readonly rates: Rates;
}

/** Errors that say that the call was wrong, not the moment. */
const callErrors = new Set([0, 40060, 50006, 50024, 50035, 50109]);

function note(world: World, where: string, { code, message, faults }: Refusal): void {
  if (!callErrors.has(code) || message.startsWith('401')) return;
  const lines = faults.map((one) => `${one.path.join('.')}: ${one.message}`);
  world.violations.push({ where, code, message, faults: lines });
}

function refuseStranger(world: World, { authorization }: ApiRequest, { isOpen }: Route): void {
  const isRight = world.state.token !== null && authorization === `Bot ${world.state.token}`;
  if (!isOpen && !isRight) throw refuse('unauthorized');
}

function run({ world }: Rest, request: ApiRequest, { route, params }: Found): unknown {
  const { query, body, files } = request;
  refuseStranger(world, request, route);
  refuseBody(route.operation, body);
  return route.run({ world, params, query, body, files });
}

function answer(rest: Rest, request: ApiRequest, { found, taken }: { found: Found; taken: Taken }): Reply {
  try {
    return reply(run(rest, request, found), taken.headers);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    note(rest.world, found.route.operation, error);
    return json(error.status, refusalJson(error), taken.headers);
  }
}

/** What a bucket is counted for. */
const majorOf = ({ params }: Found): string => params['channel'] ?? params['guild'] ?? params['token'] ?? '';

async function settle(rest: Rest, request: ApiRequest, found: Found): Promise<Reply | null> {
  const { operation } = found.route;
  const taken = rest.rates.take(operation, majorOf(found));
  const fault = rest.scenario.take(operation);
  if (fault?.kind === 'held') await fault.until;
  else if (fault && fault.kind !== 'lost') return faulty(fault, taken.headers);
  if (taken.isFull)
    return limited(
      { scope: taken.isGlobal ? 'global' : 'user', retryAfter: taken.retryAfter },
      taken.headers,
    );
  const answered = answer(rest, request, { found, taken });
  return fault?.kind === 'lost' ? null : answered;
}

const notFound = new Refused(404, 0, '404: Not Found');

/** Answers a call, or has it go wrong as the scenario says. */
export async function callApi(rest: Rest, request: ApiRequest): Promise<Reply | null> {
  const { world, rates } = rest;
  if (rates.isBanned()) return html(429);
  const at = world.clock.now();
  const found = findRoute(request.method, request.path);
  const operation = found?.route.operation ?? `${request.method} ${request.path}`;
  if (!found) note(world, operation, notFound);
  const answered = found ? await settle(rest, request, found) : json(404, refusalJson(notFound));
  const status = answered?.status ?? 0;
  rates.note(status, answered?.headers['X-RateLimit-Scope']);
  world.calls.push({ operation, path: request.path, body: request.body, at, status });
  world.feed.look();
  return answered;
}
