/** What stands behind the door: the REST API, attachments, and the gateway. */
import type { IncomingMessage } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Door, Reply } from '../simulator/server.ts';
import { nowhere } from '../simulator/server.ts';
import type { Gateway } from './gateway/index.ts';
import { refusalJson, refuse } from './refusal.ts';
import type { Upload } from './rest/define.ts';
import type { Rest } from './rest/index.ts';
import { callApi } from './rest/index.ts';
import type { World } from './world.ts';

interface Parsed {
  readonly body: unknown;
  readonly files: readonly Upload[];
}

const upload = async (file: File): Promise<Upload> => ({
  name: file.name,
  type: file.type || 'application/octet-stream',
  content: new Uint8Array(await file.arrayBuffer()),
});

const nothing = (text: string): unknown => (text === '' ? undefined : (JSON.parse(text) as unknown));

/** JSON, or a form with `payload_json` and files in it. https://docs.discord.com/developers/reference#uploading-files */
async function parse(data: Buffer, type: string): Promise<Parsed> {
  if (!type.startsWith('multipart/form-data')) return { body: nothing(data.toString()), files: [] };
  const form = await new Response(new Uint8Array(data), { headers: { 'Content-Type': type } }).formData();
  const files = [...form.values()].filter((value) => value instanceof File);
  const json = form.get('payload_json');
  return {
    body: nothing(typeof json === 'string' ? json : ''),
    files: await Promise.all(files.map(upload)),
  };
}

async function api(rest: Rest, request: IncomingMessage, url: URL): Promise<Reply | null> {
  const data = await buffer(request);
  const { authorization, 'content-type': type = '' } = request.headers;
  const path = url.pathname.replace(/^\/api\/v10/, '');
  const parsed = await parse(data, type).catch(() => null);
  if (!parsed) {
    const error = refuse('badJson');
    rest.world.violations.push({ where: path, code: error.code, message: error.message, faults: [] });
    return {
      status: 400,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(refusalJson(error)),
    };
  }
  return callApi(rest, {
    method: request.method ?? 'GET',
    path,
    query: url.searchParams,
    authorization,
    ...parsed,
  });
}

/** Their addresses hold for a day. https://docs.discord.com/developers/reference#signed-attachment-cdn-urls */
function attachment(world: World, url: URL): Reply {
  const [, , channel = '', id] = url.pathname.split('/');
  const isOver = Number.parseInt(url.searchParams.get('ex') ?? '0', 16) * 1000 < world.clock.now();
  const found = world.state.channels
    .get(channel)
    ?.messages.flatMap(({ attachments, snapshots }) => [
      ...attachments,
      ...snapshots.flatMap((one) => one.attachments),
    ])
    .find((one) => one.id === id);
  if (!found || isOver) return { ...nowhere, body: 'This content is no longer available.' };
  return {
    status: 200,
    headers: { 'Content-Type': found.type },
    body: found.content,
  };
}

async function route(rest: Rest, request: IncomingMessage): Promise<Reply | null> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname.startsWith('/api/v10/')) return api(rest, request, url);
  if (url.pathname.startsWith('/attachments/')) return attachment(rest.world, url);
  return nowhere;
}

export const doorOf = (rest: Rest, gateway: Gateway): Door => ({
  answer: (request) => route(rest, request),
  upgrade: (request, stream, head) => gateway.upgrade(request, stream, head),
});
