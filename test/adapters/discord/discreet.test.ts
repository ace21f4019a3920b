/** What is logged of failures: enough to mend them, and nothing that is anybody's own. */
import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { stdSerializers } from 'pino';
import { expect, test } from '@jest/globals';
import { discreet } from '../../../adapters/discord/discreet.ts';
import { logInto } from '../bot.ts';
import type { Logged } from '../bot.ts';

const url = 'https://discord.com/api/v10/webhooks/1/canary-token/messages/@original';
const request = { body: { content: 'canary-text' }, files: undefined };
const limit = {
  timeToReset: 0,
  limit: 1,
  method: 'POST',
  hash: 'x',
  url,
  route: '/webhooks/:id/:token',
  majorParameter: '1/canary-token',
  global: false,
  retryAfter: 1500,
  sublimitTimeout: 0,
  scope: 'user',
} as const;

/** As it would stand in the log. */
function logged(err: unknown): string {
  const lines: Logged[] = [];
  discreet(logInto(lines)).warn({ err, event: 'x' }, 'something failed');
  const facts = lines[0]?.facts as { readonly err: Error; readonly event: string };
  return JSON.stringify({ ...facts, err: stdSerializers.err(facts.err) });
}

test.each([
  [
    'a refusal',
    new DiscordAPIError({ code: 50_001, message: 'Missing Access' }, 50_001, 403, 'PATCH', url, request),
    ['DiscordAPIError[50001]', 'Missing Access', '403', 'PATCH'],
  ],
  ['a failure', new HTTPError(502, 'Bad Gateway', 'PATCH', url, request), ['Bad Gateway', '502']],
  ['a limit', new RateLimitError(limit), ['RateLimitError', '1500']],
])('%s of Discord says what it is, and neither tokens nor texts', (_what, error, said) => {
  const line = logged(error);
  for (const word of [...said, '"event":"x"']) expect(line).toContain(word);
  expect(line).not.toContain('canary');
});

test('any other error is as it is', () => {
  expect(logged(new TypeError('a bug of ours'))).toContain('a bug of ours');
});
