/** The Web API: pages, and what can go wrong on the way. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ConversationsRepliesResponse } from '@slack/web-api';
import { createClient, outcome } from './client.ts';
import type { Slack } from './index.ts';
import { startSlack } from './index.ts';

let slack: Slack;

beforeEach(async () => {
  slack = await startSlack({ pageSize: 2 });
});

afterEach(() => slack.stop());

describe('pages', () => {
  test('of a thread follow one another by their cursors, each as short as Slack likes', async () => {
    const client = createClient(slack);
    const { ts = '' } = await client.chat.postMessage({ channel: 'CGENERAL', text: '0' });
    for (const text of ['1', '2', '3', '4'])
      await client.chat.postMessage({ channel: 'CGENERAL', text, thread_ts: ts });
    const texts: (string | undefined)[][] = [];
    const pages = client.paginate('conversations.replies', { channel: 'CGENERAL', ts, limit: 200 });
    for await (const page of pages) {
      const { messages = [] } = page as ConversationsRepliesResponse;
      texts.push(messages.map(({ text }) => text));
    }
    expect(texts).toEqual([['0', '1'], ['2', '3'], ['4']]);
  });

  test('refuse a limit and a cursor that make no sense', async () => {
    const history = (more: object) =>
      outcome(createClient(slack).conversations.history({ channel: 'CGENERAL', ...more }));
    expect(await history({ limit: 1001 })).toBe('invalid_limit');
    expect(await history({ cursor: 'bm9uc2Vuc2U=' })).toBe('invalid_cursor');
  });
});

describe('what goes wrong', () => {
  const post = () => createClient(slack).chat.postMessage({ channel: 'CGENERAL', text: 'x' });

  test('a rate limit holds as often as it was said, with the seconds to wait', async () => {
    slack.limit('chat.postMessage', { times: 2, retryAfter: 30 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 30 });
    await expect(post()).rejects.toMatchObject({ retryAfter: 30 });
    await expect(post()).resolves.toMatchObject({ ok: true });
    expect(slack.calls.map(({ result }) => result)).toEqual(['limit', 'limit', 'ok']);
  });

  test('a rate limit may not say how long', async () => {
    slack.limit('auth.test');
    const response = await fetch(`${slack.apiUrl}auth.test`, { method: 'POST' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, null]);
  });

  test('a connection that breaks before leaves nothing, one that breaks after leaves the message', async () => {
    slack.fail('chat.postMessage', { kind: 'cut' });
    await expect(post()).rejects.toThrow('A request error occurred');
    expect(slack.seenBy('ken', 'general')).toEqual([]);
    slack.fail('chat.postMessage', { kind: 'lost' });
    await expect(post()).rejects.toThrow('A request error occurred');
    expect(slack.seenBy('ken', 'general')).toEqual(['x']);
  });

  test('errors, pages of HTML and long waits can be had', async () => {
    slack.fail('chat.postMessage', { kind: 'error', error: 'fatal_error' });
    expect(await outcome(post())).toBe('fatal_error');
    slack.fail('chat.postMessage', { kind: 'status', status: 503 });
    await expect(post()).rejects.toMatchObject({ statusCode: 503 });
    const release = slack.hold('chat.postMessage');
    const pending = post();
    expect(slack.seenBy('ken', 'general')).toEqual([]);
    release();
    await expect(pending).resolves.toMatchObject({ ok: true });
  });
});
