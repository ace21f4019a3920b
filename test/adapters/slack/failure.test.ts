/** What a failure of Slack's Web API means. Node's own errors come from outside of Jest, so they are made by hand here. */
import { describe, expect, test } from '@jest/globals';
import { isRefusal, postedOf, tokenError } from '../../../adapters/slack/web-api/failure.ts';

const now = new Date('2027-03-10T10:00:00Z');

const broken = (code: string): object => ({
  code: 'slack_webapi_request_error',
  original: { message: 'fetch failed', cause: { code } },
});
const refused = (error: string): object => ({
  code: 'slack_webapi_platform_error',
  data: { ok: false, error },
});

describe('a post', () => {
  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    'for which there was no connection (%s) was not made, and is made later',
    (code) => {
      expect(postedOf(broken(code), now)).toEqual({
        status: 'later',
        after: new Date('2027-03-10T10:00:30Z'),
      });
    },
  );

  test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', ''])(
    'whose connection broke (%s) may have been made',
    (code) => {
      expect(postedOf(broken(code), now)).toEqual({ status: 'unsure' });
    },
  );

  test.each(['channel_not_found', 'is_archived', 'restricted_action', 'msg_too_long'])(
    'of which Slack says %s was not made',
    (reason) => {
      expect(postedOf(refused(reason), now)).toEqual({ status: 'refused', reason });
    },
  );

  test.each(['internal_error', 'fatal_error', '<html>a proxy</html>', ''])(
    'of which something says %j may have been made',
    (reason) => {
      expect(postedOf(refused(reason), now)).toEqual({ status: 'unsure' });
    },
  );

  test('that failed for a reason of our own is a bug, and no failure of Slack’s', () => {
    const bug = new TypeError('x is not a function');
    expect(() => postedOf(bug, now)).toThrow(bug);
  });
});

describe('a no', () => {
  test.each(['channel_not_found', 'thread_not_found', 'missing_scope', 'user_not_visible'])(
    'is what Slack says with %s',
    (reason) => {
      expect(isRefusal(refused(reason))).toBe(true);
    },
  );

  test.each([
    refused('ratelimited'),
    refused('fatal_error'),
    refused('token_revoked'),
    refused('<html>a proxy</html>'),
    broken('ECONNRESET'),
    { code: 'slack_webapi_http_error', statusCode: 404 },
    new TypeError('x is not a function'),
    undefined,
  ])('is none, and says nothing of what was asked for: %j', (error) => {
    expect(isRefusal(error)).toBe(false);
  });
});

describe('a token', () => {
  test.each(['invalid_auth', 'token_revoked', 'account_inactive', 'not_allowed_token_type'])(
    'of which Slack says %s is worth nothing any more',
    (reason) => {
      const facts = { name: 'SLACK_BOT_TOKEN', reason };
      expect(tokenError(refused(reason), 'SLACK_BOT_TOKEN')).toMatchObject({ code: 'slack-token', facts });
    },
  );

  test('that lacks a scope is worth nothing only where it has no other use', () => {
    expect(tokenError(refused('missing_scope'), 'SLACK_BOT_TOKEN')).toBeNull();
    expect(tokenError(refused('missing_scope'), 'SLACK_APP_TOKEN')).toMatchObject({ code: 'slack-token' });
  });

  test.each([refused('ratelimited'), broken('ECONNRESET'), {}])('is not to blame for %j', (error) => {
    expect(tokenError(error, 'SLACK_BOT_TOKEN')).toBeNull();
  });
});
