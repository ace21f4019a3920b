/** What stands behind the door: the Web API, response addresses, files, and Socket Mode. */
import type { IncomingMessage } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import type { Door, Reply } from '../simulator/server.ts';
import { nowhere } from '../simulator/server.ts';
import { download, uploaded } from './file.ts';
import { Refusal } from './refusal.ts';
import { respond } from './response-url.ts';
import type { Scenario } from './scenario.ts';
import type { Sockets } from './socket.ts';
import { callApi, note } from './web-api.ts';
import type { World } from './world.ts';

/** JSON or a form, whichever it says it is. */
function parse(body: string, type: string): Readonly<Record<string, unknown>> {
  if (!type.startsWith('application/json')) return Object.fromEntries(new URLSearchParams(body));
  try {
    return JSON.parse(body) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

const gone = new Set(['used_url', 'expired_url']);

function answerResponse(world: World, id: string, body: Readonly<Record<string, unknown>>): Reply {
  const headers = { 'Content-Type': 'application/json; charset=utf-8' };
  try {
    respond(world, id, body);
    return { status: 200, headers, body: JSON.stringify({ ok: true }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    note(world, 'response_url', error);
    const status = gone.has(error.code) ? 404 : 400;
    return { status, headers, body: JSON.stringify({ ok: false, error: error.code, ...error.facts }) };
  }
}

/** A request, read to its end. */
interface Read {
  readonly world: World;
  readonly scenario: Scenario;
  readonly path: readonly string[];
  readonly authorization: string | undefined;
  readonly body: string;
  readonly type: string;
  readonly args: Readonly<Record<string, unknown>>;
}

type Room = (request: Read) => Reply | null | Promise<Reply | null>;

/** By the first word of the path. */
const rooms: Readonly<Record<string, Room>> = {
  api: ({ world, scenario, path: [method = ''], authorization, args }) =>
    callApi(world, scenario, { method, authorization, args }),
  actions: ({ world, path: [, id = ''], args }) => answerResponse(world, id, args),
  files: ({ world, path: [id = ''], authorization }) => {
    const { type, body } = download(world.state, id, authorization);
    return { status: 200, headers: { 'Content-Type': type }, body };
  },
  upload: async ({ world, path: [id = ''], body, type }) => {
    const file = world.state.files.get(id);
    if (file) world.state.files.set(id, { ...file, content: await uploaded(body, type) });
    return { status: file ? 200 : 404, headers: {}, body: file ? 'OK' : '' };
  },
};

async function route(world: World, scenario: Scenario, request: IncomingMessage): Promise<Reply | null> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  const [, room = '', ...path] = pathname.split('/');
  const body = await readText(request);
  const { authorization, 'content-type': type = '' } = request.headers;
  const args = { ...Object.fromEntries(searchParams), ...parse(body, type) };
  const answer = rooms[room];
  return answer ? answer({ world, scenario, path, authorization, body, type, args }) : nowhere;
}

/** Leads to the Web API, to response addresses, and to Socket Mode. */
export const doorOf = (of: {
  readonly world: World;
  readonly scenario: Scenario;
  readonly sockets: Sockets;
}): Door => ({
  answer: (request) => route(of.world, of.scenario, request),
  upgrade: (request, socket, head) => of.sockets.upgrade(request, socket, head),
});
