/** `doctor` for Slack: against a simulated workspace, and against a Web API that is ill or somebody else's. */
import { join } from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createSetup } from '../../../adapters/slack/index.ts';
import { createManifest } from '../../../adapters/slack/setup/manifest.ts';
import { scopesFor } from '../../../adapters/slack/setup/scopes.ts';
import type { AppRequest, Check } from '../../../src/port.ts';
import { startSlack } from '../../slack/index.ts';
import type { Options, Slack } from '../../slack/index.ts';
import { folderOf } from '../temporary-folder.ts';
import { startApi } from '../api.ts';
import type { ApiAnswer, ApiAnswers } from '../api.ts';
import { environmentOf } from '../environment.ts';
import { appOf } from './app.ts';
import { appRequest } from '../request.ts';

const bot = 'xoxb-1234567890-secretsecret';
const app = 'xapp-1-A1-secretsecret';

async function examine(env: NodeJS.ProcessEnv, wish: Partial<AppRequest> = {}): Promise<Check[]> {
  const { check } = createSetup(environmentOf(env));
  const checks: Check[] = [];
  for await (const each of check(appRequest(wish), wish.locale ?? 'en')) checks.push(each);
  // Whatever is wrong, no secret is ever told.
  expect(JSON.stringify(checks)).not.toContain('secretsecret');
  return checks;
}

const namesOf = (checks: readonly Check[], ok: boolean): string[] =>
  checks.filter((each) => each.ok === ok).map(({ check }) => check);

const find = (checks: readonly Check[], name: string): Check | undefined =>
  checks.find(({ check }) => check === name);

const well: ApiAnswers = {
  'auth.test': () => ({
    headers: { 'x-oauth-scopes': scopesFor(true).join(', ') },
    body: { ok: true, user: 'meetup', user_id: 'U1', team: 'Hatoba', team_id: 'T1' },
  }),
  'users.conversations': () => ({ body: { ok: true, channels: [{ id: 'C1', name: 'general' }] } }),
  'apps.connections.open': () => ({ body: { ok: true, url: 'wss://example.org' } }),
};

const withApi = async (answers: ApiAnswers): Promise<NodeJS.ProcessEnv> => ({
  SLACK_BOT_TOKEN: bot,
  SLACK_APP_TOKEN: app,
  SLACK_API_URL: (await startApi({ ...well, ...answers })).url,
});

describe('doctor for Slack', () => {
  let slack: Slack;
  afterEach(() => slack.stop());

  /** A workspace with an app of our own manifest, unless a test says otherwise. */
  const start = async (options: Options = {}): Promise<NodeJS.ProcessEnv> => {
    slack = await startSlack({ app: appOf(createManifest(appRequest())), ...options });
    return {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    };
  };

  test('is content with an app of its own manifest, and says who the bot is and where', async () => {
    const checks = await examine(await start());
    expect(namesOf(checks, false)).toEqual([]);
    expect(checks.every(({ fix }) => fix === null)).toBe(true);
    expect([...new Set(namesOf(checks, true))]).toEqual([
      'slack.api-url',
      'slack.bot-token',
      'slack.auth',
      'slack.scope',
      'slack.channels',
      'slack.app-token',
      'slack.socket',
    ]);
    expect(find(checks, 'slack.auth')?.message).toContain('@meetup in Meetup Tokyo (TMEETUP)');
    expect(slack.calls.map(({ method }) => method)).toEqual([
      'auth.test',
      'users.conversations',
      'apps.connections.open',
    ]);
    expect(slack.violations).toEqual([]);
  });

  test('speaks Japanese as well', async () => {
    const [, token] = await examine(await start(), { locale: 'ja' });
    expect(token?.message).toBe('SLACK_BOT_TOKEN があり、形も正しいです。');
  });

  test('names each scope that is missing, what does not work without it, and how to get it', async () => {
    const env = await start({ app: { scopes: ['commands', 'channels:read'] } });
    const wrong = (await examine(env)).filter(({ ok }) => !ok);
    expect(wrong.map(({ message }) => /scope ([\w:]+) /.exec(message)?.[1])).toEqual(
      scopesFor(false).filter((scope) => scope !== 'commands' && scope !== 'channels:read'),
    );
    expect(wrong[0]?.message).toContain('answers, and what is shared');
    expect(wrong[0]?.fix).toContain('Reinstall');
    expect(wrong.some(({ isSetting }) => isSetting)).toBe(false);
  });

  test('says where the token is of a workspace that the community does not list', async () => {
    const env = await start();
    const found = async (workspaces: readonly string[]) =>
      find(await examine(env, { workspaces }), 'slack.workspace');
    expect(await found(['TOTHER'])).toMatchObject({ ok: false, isSetting: true });
    expect(await found(['TOTHER', 'TMEETUP'])).toBeUndefined();
    expect(await found(['81384788765712384'])).toBeUndefined();
  });

  test('asks for the scopes of unfurling where there are pages to unfurl', async () => {
    const checks = await examine(await start(), { pages: ['https://meetup.example.org'] });
    expect(namesOf(checks, false)).toEqual(['slack.scope', 'slack.scope']);
  });

  test('names all public channels that it is in, however many pages they are', async () => {
    const rooms = ['one', 'two', 'three'].map((name) => ({ name, members: ['meetup'] }));
    const others = [
      { name: 'secret', kind: 'private', members: ['meetup'] },
      { name: 'old', archived: true, members: ['meetup'] },
      { name: 'elsewhere', members: ['ken'] },
    ] as const;
    const checks = await examine(await start({ rooms: [...rooms, ...others], pageSize: 2 }));
    expect(find(checks, 'slack.channels')?.message).toBe('It is in 3 public channels: #one #two #three');
  });

  test('counts those that are too many to read', async () => {
    const rooms = Array.from({ length: 25 }, (_, at) => ({ name: `room-${at}`, members: ['meetup'] }));
    const checks = await examine(await start({ rooms }));
    expect(find(checks, 'slack.channels')?.message).toMatch(/^It is in 25 .*#room-19 and 5 more$/);
  });

  test('knows a bot that is nowhere yet, and does not ask without the right to', async () => {
    const nowhere = await examine(await start({ rooms: [] }));
    expect(find(nowhere, 'slack.channels')).toMatchObject({
      ok: true,
      message: expect.stringContaining('/invite @meetup'),
    });
    await slack.stop();
    const rights = await examine(await start({ app: { scopes: ['commands'] } }));
    expect(find(rights, 'slack.channels')).toBeUndefined();
    expect(slack.violations).toEqual([]);
  });

  test('takes a signing secret for HTTP mode, and asks for no socket then', async () => {
    const { SLACK_APP_TOKEN: _, ...env } = await start();
    const checks = await examine({ ...env, SLACK_SIGNING_SECRET: 'secretsecret' });
    expect(namesOf(checks, false)).toEqual([]);
    expect(find(checks, 'slack.signing-secret')?.ok).toBe(true);
    expect(slack.calls.map(({ method }) => method)).not.toContain('apps.connections.open');
  });

  test('says so where nothing that people do can get in', async () => {
    const { SLACK_APP_TOKEN: _, ...env } = await start();
    expect(find(await examine(env), 'slack.entrance')).toMatchObject({
      ok: false,
      isSetting: true,
      fix: expect.stringContaining('connections:write'),
    });
  });

  test('takes a token from a file', async () => {
    const { SLACK_BOT_TOKEN: token, ...env } = await start();
    const folder = folderOf({ token: `${token}\n` });
    const checks = await examine({ ...env, SLACK_BOT_TOKEN_FILE: join(folder, 'token') });
    expect(namesOf(checks, false)).toEqual([]);
  });
});

describe('a token', () => {
  test.each([
    ['is missing', {}, 'is not set'],
    ['is of another kind', { SLACK_BOT_TOKEN: 'xoxp-secretsecret' }, 'does not begin with xoxb-'],
    ['is quoted', { SLACK_BOT_TOKEN: '"xoxb-secretsecret"' }, 'does not begin with xoxb-'],
    ['has a line break in it', { SLACK_BOT_TOKEN: 'xoxb-1\nsecretsecret' }, 'does not begin with xoxb-'],
    ['is in a file that is not there', { SLACK_BOT_TOKEN_FILE: '/no/such/file' }, '(ENOENT)'],
  ] as const)('that %s is a matter of settings, and Slack is not asked', async (_name, env, said) => {
    const { url, calls } = await startApi(well);
    const check = find(await examine({ ...env, SLACK_API_URL: url }), 'slack.bot-token');
    expect(check).toMatchObject({ ok: false, isSetting: true, message: expect.stringContaining(said) });
    expect(check?.fix).toContain('SLACK_BOT_TOKEN_FILE');
    expect(calls).toEqual([]);
  });

  test.each(['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired', 'not_allowed_token_type'])(
    'that Slack refuses with %s is a matter of settings',
    async (error) => {
      const refusal = (): ApiAnswer => ({ body: { ok: false, error } });
      const env = await withApi({ 'auth.test': refusal, 'apps.connections.open': refusal });
      const wrong = (await examine(env)).filter(({ ok }) => !ok);
      expect(wrong).toMatchObject([
        { check: 'slack.auth', isSetting: true, fix: expect.stringContaining('SLACK_BOT_TOKEN') },
        { check: 'slack.socket', isSetting: true, fix: expect.stringContaining('SLACK_APP_TOKEN') },
      ]);
      expect(wrong[0]?.message).toContain(error);
    },
  );
});

describe('an API that does not do its work', () => {
  test.each([
    ['an error of its own', { body: { ok: false, error: 'fatal_error' } }, 'fatal_error'],
    ['500', { status: 500, body: 'oops' }, 'HTTP 500'],
    ['a page for browsers', { body: `<html>${bot}</html>` }, 'error: ?'],
    ['no answer', { body: null }, 'can not be reached'],
    ['too many requests', { status: 429, headers: { 'retry-after': '7' }, body: '' }, 'too often'],
    ['too many requests and no time', { status: 429, body: '' }, 'error: ?'],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://192.0.2.1/' }, body: '' },
      'can not be reached',
    ],
  ] as const)('with %s is not a matter of the token', async (_name, answer, said) => {
    const checks = await examine(await withApi({ 'auth.test': () => answer }));
    const auth = find(checks, 'slack.auth');
    expect(auth).toMatchObject({ ok: false, message: expect.stringContaining(said) });
    expect(auth).not.toHaveProperty('isSetting');
    // One question, one answer: nothing is asked that needs the first.
    expect(find(checks, 'slack.channels')).toBeUndefined();
  });

  test('is told when to be asked again', async () => {
    const limited = { status: 429, headers: { 'retry-after': '7' }, body: '' };
    const checks = await examine(await withApi({ 'auth.test': () => limited }));
    expect(find(checks, 'slack.auth')?.fix).toContain('7 s');
  });

  test('is not there', async () => {
    const gone = await startApi({});
    gone.stop();
    const checks = await examine({ SLACK_BOT_TOKEN: bot, SLACK_API_URL: gone.url });
    expect(find(checks, 'slack.auth')?.message).toContain('can not be reached');
  });

  test.each([
    'slack.com/api/',
    'https://slack.com/api',
    'ftp://slack.com/api/',
    'https://slack.com/api/?a=b',
  ])('has no address in %s, and is not asked', async (value) => {
    const checks = await examine({ SLACK_BOT_TOKEN: bot, SLACK_APP_TOKEN: app, SLACK_API_URL: value });
    expect(namesOf(checks, false)).toEqual(['slack.api-url']);
    expect(find(checks, 'slack.api-url')).toMatchObject({
      isSetting: true,
      fix: expect.stringContaining('https://slack.com/api/'),
    });
    expect(find(checks, 'slack.auth')).toBeUndefined();
  });
});
