/** How Discord is asked: never too often, never for ever, and with a token that is worth something. */
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { RateLimitError, Routes } from 'discord.js';
import { afterEach, describe, expect, test } from '@jest/globals';
import { sleep } from '../../../adapters/clock/index.ts';
import { createBreaker } from '../../../adapters/breaker/index.ts';
import { createClients } from '../../../adapters/discord/rest/clients.ts';
import type { Clients } from '../../../adapters/discord/rest/clients.ts';
import { mostRefusals } from '../../../adapters/discord/rest/refusals.ts';
import { usualTiming } from '../../../adapters/discord/timing.ts';
import type { UserError } from '../../../src/error.ts';
import type { Options } from '../../../adapters/discord/options.ts';
import { logInto } from '../bot.ts';
import type { Logged } from '../bot.ts';

let server: Server;
let clients: Clients;
let asked: string[] = [];
let logged: Logged[] = [];
let ended: UserError[] = [];

const secret = 'canary.discord.token';

/** Discord, as it answers then. */
async function open(
  answer: RequestListener,
  { request = 10_000, now = () => new Date() } = {},
): Promise<void> {
  asked = [];
  logged = [];
  ended = [];
  server = createServer((incoming, outgoing) => {
    asked.push(`${incoming.method} ${incoming.url}`);
    incoming.resume();
    answer(incoming, outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const options: Pick<Options, 'token' | 'apiUrl' | 'log' | 'now' | 'newBreaker' | 'failed'> = {
    token: secret,
    apiUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api`,
    log: logInto(logged),
    now,
    newBreaker: createBreaker,
    failed: (reason) => void ended.push(reason),
  };
  clients = createClients(options as Options, { ...usualTiming, sleep, request });
}

afterEach(async () => {
  clients.stop();
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const json = (status: number, body: object, headers: Record<string, string> = {}): RequestListener => {
  const text = JSON.stringify(body);
  return (_incoming, outgoing) =>
    outgoing.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(text);
};

const post = (client: 'interaction' | 'posting' = 'posting', channel = '123456789012345678') =>
  clients[client].post(Routes.channelMessages(channel), { body: {} });

const failure = async (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => new Error('it worked'),
    (error: Error) => error,
  );

describe('a 429', () => {
  test.each([
    ['without a time', {}, {}, 30_000],
    ['with nonsense', {}, { 'Retry-After': 'soon' }, 30_000],
    ['with nought', { retry_after: 0 }, { 'Retry-After': '0' }, 30_000],
    ['with a time in the body alone', { retry_after: 7.5 }, {}, 7500],
    ['with a time', { retry_after: 2 }, { 'Retry-After': '2' }, 2000],
  ])('%s is taken at its word, and is no reason to ask at once', async (_what, body, headers, ms) => {
    await open(json(429, body, headers));
    const first = await failure(post());
    const second = await failure(post());
    expect([first, second].every((error) => error instanceof RateLimitError)).toBe(true);
    expect(Math.abs((first as RateLimitError).retryAfter - ms)).toBeLessThan(200);
    expect(asked).toHaveLength(1);
  });

  test('of one channel says nothing of another', async () => {
    await open(json(429, {}));
    await failure(post());
    await failure(post('posting', '223456789012345678'));
    expect(asked).toHaveLength(2);
  });

  test('as a page of a proxy is one as well', async () => {
    await open((_incoming, outgoing) =>
      outgoing.writeHead(429, { 'Content-Type': 'text/html' }).end('<html>'),
    );
    expect(await failure(post())).toBeInstanceOf(RateLimitError);
  });
});

describe('what Discord refuses', () => {
  test('is asked for a hundred times in ten minutes, and no more', async () => {
    let passed = 0;
    const began = Date.now();
    await open(json(403, { code: 50_001, message: 'Missing Access' }), {
      now: () => new Date(began + passed),
    });
    for (let count = 0; count < mostRefusals + 20; count += 1)
      await failure(post('interaction', String(123_456_789_012_345_000n + BigInt(count))));
    expect(asked).toHaveLength(mostRefusals);
    expect(logged.filter(({ level }) => level === 'error')).toHaveLength(1);
    passed = 10 * 60_000 + 1;
    await failure(post());
    expect(asked).toHaveLength(mostRefusals + 1);
  });

  test('does not keep commands from being answered', async () => {
    await open(json(403, { code: 50_001 }));
    for (let count = 0; count < mostRefusals; count += 1)
      await failure(post('interaction', String(123_456_789_012_345_000n + BigInt(count))));
    await failure(
      clients.interaction.post(Routes.interactionCallback('1', 'token'), { body: {}, auth: false }),
    );
    expect(asked.at(-1)).toContain('/interactions/1/token/callback');
  });

  test('for other requests of the same bot on that address does not count', async () => {
    await open(json(429, {}, { 'Retry-After': '60', 'X-RateLimit-Scope': 'shared' }));
    for (let count = 0; count < mostRefusals + 5; count += 1)
      await failure(post('interaction', String(123_456_789_012_345_000n + BigInt(count))));
    expect(asked).toHaveLength(mostRefusals + 5);
  });
});

describe('a token that is worth nothing', () => {
  test('ends the chat, whichever call hears of it first', async () => {
    await open(json(401, { code: 0, message: '401: Unauthorized' }));
    await failure(post());
    expect(ended.map(({ code }) => code)).toEqual(['discord-token']);
  });

  test('of an interaction ends nothing', async () => {
    await open(json(401, { code: 50_027, message: 'Invalid Webhook Token' }));
    await failure(clients.interaction.patch(Routes.webhookMessage('1', 'token'), { body: {}, auth: false }));
    expect(ended).toEqual([]);
  });
});

describe('an answer', () => {
  test('that does not come is given up', async () => {
    await open(() => {}, { request: 30 });
    expect((await failure(post())).name).toBe('AbortError');
    expect(asked).toHaveLength(1);
  });

  test('that does not come to its end is given up, too', async () => {
    await open((_incoming, outgoing) => void outgoing.writeHead(200).write('{"id":'), { request: 30 });
    expect((await failure(post())).name).toBe('AbortError');
  });

  test('of 500 is asked for again where that does no harm, and nowhere else', async () => {
    await open(json(500, {}));
    await failure(post());
    expect(asked).toHaveLength(1);
    await failure(clients.reading.get(Routes.user('1')));
    expect(asked).toHaveLength(4);
  });
});

test('two hundred answers to interactions wait for no limit of all requests together', async () => {
  await open(json(200, {}));
  const began = performance.now();
  await Promise.all(
    Array.from({ length: 200 }, (_, index) =>
      clients.interaction.patch(Routes.webhookMessage('123456789012345678', `token${index}`), {
        body: {},
        auth: false,
      }),
    ),
  );
  expect(performance.now() - began).toBeLessThan(3000);
});
