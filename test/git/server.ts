/** A git server on loopback: real repositories behind git's own http-backend, with a token, and people who can be in the way. */
import { spawn, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from './certificate.ts';

export const token = 'ghp_CANARYcanary0123456789';

export interface GitServer {
  readonly address: string;
  /** The bare repository. */
  readonly repository: string;
  readonly folder: string;
  /** Runs before a push is taken in, once for each. */
  beforePush: (() => void) | null;
  /** Answers nothing but 503. */
  isDown: boolean;
  readonly close: () => Promise<void>;
}

const quiet = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Human',
  GIT_AUTHOR_EMAIL: 'human@example.org',
  GIT_COMMITTER_NAME: 'Human',
  GIT_COMMITTER_EMAIL: 'human@example.org',
};

/** git as a person runs it. */
export const gitIn = (folder: string, ...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: folder, env: quiet, encoding: 'utf8', stdio: 'pipe' }).trimEnd();

/** With a certificate it speaks https. */
export async function startGitServer(certificate: Certificate | null = null): Promise<GitServer> {
  const folder = mkdtempSync(join(tmpdir(), 'git-server-'));
  const repository = join(folder, 'notes.git');
  gitIn(folder, 'init', '--quiet', '--bare', '--initial-branch=main', repository);
  gitIn(repository, 'config', 'http.receivepack', 'true');
  const listener: RequestListener = (request, response) => answer(state, request, response);
  const server = certificate === null ? createServer(listener) : createSecureServer(certificate, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const state: GitServer = {
    address: `${certificate === null ? 'http' : 'https'}://127.0.0.1:${port}/notes.git`,
    repository,
    folder,
    beforePush: null,
    isDown: false,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return state;
}

const expected = `Basic ${Buffer.from(`x-access-token:${token}`).toString('base64')}`;

function answer(state: GitServer, request: IncomingMessage, response: ServerResponse): void {
  if (state.isDown) return void response.writeHead(503).end();
  if (request.headers.authorization !== expected)
    return void response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' }).end();
  if (request.url?.endsWith('/git-receive-pack') === true) state.beforePush?.();
  backend(state, request, response);
}

/** CGI, as much of it as git speaks: https://git-scm.com/docs/git-http-backend */
function backend({ folder }: GitServer, request: IncomingMessage, response: ServerResponse): void {
  const { pathname, search } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const child = spawn('git', ['http-backend'], {
    env: {
      ...quiet,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      REMOTE_USER: 'bot',
      PATH_INFO: pathname,
      QUERY_STRING: search.slice(1),
      REQUEST_METHOD: request.method,
      CONTENT_TYPE: request.headers['content-type'],
      HTTP_CONTENT_ENCODING: request.headers['content-encoding'],
      GIT_PROTOCOL: request.headers['git-protocol']?.toString(),
    },
  });
  request.pipe(child.stdin);
  child.stdin.on('error', () => undefined);
  const parts: Buffer[] = [];
  child.stdout.on('data', (part: Buffer) => parts.push(part));
  child.once('close', () => send(Buffer.concat(parts), response));
}

function send(said: Buffer, response: ServerResponse): void {
  const end = said.indexOf('\r\n\r\n');
  const headers = said.subarray(0, end).toString().split('\r\n');
  const pairs = headers.map((line) => line.split(': ') as [string, string]);
  const status = Number(pairs.find(([name]) => name === 'Status')?.[1]?.slice(0, 3) ?? 200);
  response.writeHead(status, Object.fromEntries(pairs.filter(([name]) => name !== 'Status')));
  response.end(said.subarray(end + 4));
}
