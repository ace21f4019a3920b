/** A Web API that answers each method as a test wants, also as a Slack that is ill or is none would. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from '@jest/globals';

export interface ApiAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON; `null`: the connection is cut instead of an answer. */
  readonly body: object | string | null;
}

/** By method; others are not known. */
export type ApiAnswers = Readonly<Record<string, () => ApiAnswer>>;

export interface Api {
  /** Ends in `/api/`. */
  readonly url: string;
  /** Methods with the tokens that they were called with. */
  readonly calls: readonly (readonly [method: string, token: string])[];
  readonly stop: () => void;
}

const stops: (() => void)[] = [];
afterAll(() => {
  for (const stop of stops) stop();
});

export async function startApi(answers: ApiAnswers): Promise<Api> {
  const calls: [string, string][] = [];
  const reply = (request: IncomingMessage, response: ServerResponse): void => {
    const method = request.url?.replace('/api/', '') ?? '';
    calls.push([method, request.headers.authorization?.replace('Bearer ', '') ?? '']);
    const answer: ApiAnswer = answers[method]?.() ?? { body: { ok: false, error: 'unknown_method' } };
    if (answer.body === null) request.socket.destroy();
    else
      response
        .writeHead(answer.status ?? 200, answer.headers)
        .end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  };
  const server = createServer(reply);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  stops.push(stop);
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/`, calls, stop };
}
