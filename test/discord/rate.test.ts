/** Rate limits and other trouble of the REST API, as discord.js meets it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RESTOptions } from 'discord.js';
import { HTTPError, RateLimitError, REST, Routes } from 'discord.js';
import { outcome } from './client.ts';
import type { Discord } from './index.ts';
import { startDiscord } from './index.ts';
import { times } from './sample.ts';

let discord: Discord;

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(() => discord.stop());

const restOf = (options: Partial<RESTOptions> = {}): REST =>
  new REST({ api: discord.apiUrl, retries: 0, ...options }).setToken(discord.token);

const path = () => Routes.channelMessages(discord.idOf.channel('general'));
const post = (rest: REST) => rest.post(path(), { body: { content: 'x' } });
const failure = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

const raw = (more: RequestInit = {}) =>
  fetch(`${discord.apiUrl}/v10${path()}`, {
    method: 'POST',
    body: JSON.stringify({ content: 'x' }),
    headers: { Authorization: `Bot ${discord.token}`, 'Content-Type': 'application/json' },
    ...more,
  });

describe('a bucket', () => {
  test('says in its headers how full it is', async () => {
    discord.rule('create_message', { limit: 2, seconds: 5 });
    const { headers } = await raw();
    expect(headers.get('x-ratelimit-limit')).toBe('2');
    expect(headers.get('x-ratelimit-remaining')).toBe('1');
    expect(headers.get('x-ratelimit-bucket')).toBe('create_message');
    expect(Number(headers.get('x-ratelimit-reset-after'))).toBeCloseTo(5, 1);
  });

  test('that is full answers 429, and opens when its time is over', async () => {
    discord.rule('create_message', { limit: 1, seconds: 5 });
    await raw();
    const full = await raw();
    expect(full.status).toBe(429);
    expect(await full.json()).toMatchObject({ message: 'You are being rate limited.', global: false });
    expect(Number(full.headers.get('retry-after'))).toBeCloseTo(5, 1);
    expect(full.headers.get('x-ratelimit-scope')).toBe('user');
    discord.advance(5001);
    expect((await raw()).status).toBe(200);
  });

  test('is waited for by discord.js, which sees it coming', async () => {
    discord.rule('create_message', { limit: 2, seconds: 0.2 });
    const rest = restOf();
    await Promise.all(times(5, () => post(rest)));
    expect(discord.calls.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(discord.invalidRequests()).toBe(0);
  });

  test('belongs to one channel', async () => {
    discord.rule('create_message', { limit: 1, seconds: 5 });
    await raw();
    const rest = restOf();
    const other = rest.post(Routes.channelMessages(discord.idOf.channel('staff')), {
      body: { content: 'x' },
    });
    expect(await outcome(other)).toBe('ok');
  });

  test('for all calls together is global', async () => {
    discord.rule('global', { limit: 1, seconds: 5 });
    await raw();
    const full = await raw();
    expect(full.headers.get('x-ratelimit-global')).toBe('true');
    expect(await full.json()).toMatchObject({ global: true });
  });
});

describe('trouble that is planned', () => {
  test('is a 429 with the time to wait, and discord.js waits', async () => {
    discord.limit('create_message', { retryAfter: 0.05 });
    expect(await outcome(post(restOf()))).toBe('ok');
    expect(discord.calls.map(({ status }) => status)).toEqual([429, 200]);
  });

  test('is a 429 with a time that is no number, as it is', async () => {
    discord.limit('create_message', { retryAfter: 'Wed, 21 Oct 2026 07:28:00 GMT' });
    const limited = await raw();
    expect(limited.headers.get('retry-after')).toBe('Wed, 21 Oct 2026 07:28:00 GMT');
    expect(await limited.json()).not.toHaveProperty('retry_after');
  });

  test('is a 429 without it, which discord.js may be told not to try again', async () => {
    discord.limit('create_message', { times: 3 });
    const error = await failure(post(restOf({ rejectOnRateLimit: () => true })));
    expect(error).toBeInstanceOf(RateLimitError);
    expect(discord.calls).toHaveLength(1);
  });

  test('is an error with a number, a page of a proxy, or a line that breaks', async () => {
    discord.fail('create_message', { kind: 'error', status: 429, code: 30046 });
    expect(await failure(post(restOf({ rejectOnRateLimit: () => true })))).toBeInstanceOf(RateLimitError);
    discord.fail('create_message', { kind: 'error', status: 403, code: 50013 });
    expect(await outcome(post(restOf()))).toBe(50013);
    discord.fail('create_message', { kind: 'status', status: 502 });
    expect(await failure(post(restOf()))).toBeInstanceOf(HTTPError);
    discord.fail('create_message', { kind: 'cut' });
    expect(await failure(post(restOf()))).not.toBeNull();
    expect(discord.messages('general')).toEqual([]);
  });

  test('is an answer that is lost although the work is done', async () => {
    discord.fail('create_message', { kind: 'lost' });
    expect(await failure(post(restOf()))).not.toBeNull();
    expect(discord.messages('general')).toHaveLength(1);
  });

  test('is an answer that waits until it may come', async () => {
    const release = discord.hold('create_message');
    const call = post(restOf());
    await restOf().get(Routes.user());
    expect(discord.calls.map(({ operation }) => operation)).toEqual(['get_my_user']);
    release();
    expect(await outcome(call)).toBe('ok');
  });
});

describe('calls that are no good', () => {
  test('are counted: 401, 403 and 429 of ten minutes, but not those that everybody shares', async () => {
    await raw({ headers: { Authorization: 'Bot stolen', 'Content-Type': 'application/json' } });
    const staff = restOf().get(Routes.channel(discord.idOf.channel('random')));
    expect(await outcome(staff)).toBe(50001);
    discord.limit('create_message', { retryAfter: 1, scope: 'shared' });
    await raw();
    expect(discord.invalidRequests()).toBe(2);
    discord.limit('create_message', {});
    await raw();
    expect(discord.invalidRequests()).toBe(3);
    discord.advance(10 * 60_000 + 1);
    expect(discord.invalidRequests()).toBe(0);
  });

  test('end with the page of a ban, which is no JSON', async () => {
    discord.ban(true);
    const banned = await raw();
    expect(banned.status).toBe(429);
    expect(banned.headers.get('content-type')).toContain('text/html');
    expect(banned.headers.get('retry-after')).toBeNull();
    discord.ban(false);
    expect((await raw()).status).toBe(200);
  });

  test('are known by their number: nothing there, no JSON, no token', async () => {
    expect((await fetch(`${discord.apiUrl}/v10/nowhere`)).status).toBe(404);
    expect(await (await raw({ body: '{' })).json()).toEqual({
      code: 50109,
      message: 'The request body contains invalid JSON.',
    });
    discord.setToken(null);
    const refused = await raw();
    expect([refused.status, await refused.json()]).toEqual([401, { code: 0, message: '401: Unauthorized' }]);
    expect(discord.violations.map(({ code }) => code)).toEqual([0, 50109]);
  });
});
