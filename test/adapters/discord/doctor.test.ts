/** `doctor` for Discord: where all is well, where something is not, and where something else than Discord answers. */
import { PermissionFlagsBits as bits } from 'discord.js';
import { describe, expect, test } from '@jest/globals';
import { createSetup } from '../../../adapters/discord/index.ts';
import type { AppRequest, Check } from '../../../src/port.ts';
import type { ApiAnswer } from '../api.ts';
import { environmentOf } from '../environment.ts';
import { appRequest } from '../request.ts';
import {
  applicationJson,
  botRights,
  channel,
  commandsIn,
  contentFlag,
  envOf,
  ids,
  overwrite,
  path,
  roles,
  startDiscordApi,
  token,
} from './api.ts';

async function examine(
  env: NodeJS.ProcessEnv,
  wish: Partial<AppRequest> = {},
  seen: (readonly [number, number | null])[] = [],
): Promise<Check[]> {
  const { check } = createSetup(environmentOf(env));
  const checks: Check[] = [];
  const show = ({ done, of }: { readonly done: number; readonly of: number | null }): void =>
    void seen.push([done, of]);
  for await (const each of check(appRequest(wish), wish.locale ?? 'en', show)) checks.push(each);
  // Whatever is wrong, no secret is ever told.
  expect(JSON.stringify(checks)).not.toContain('secretsecret');
  return checks;
}

const examineWith = async (
  bodies: Readonly<Record<string, object>>,
  wish: Partial<AppRequest> = {},
): Promise<Check[]> => examine(envOf(await startDiscordApi(bodies)), wish);

const wrongIn = (checks: readonly Check[]): Check[] => checks.filter(({ ok }) => !ok);

describe('doctor for Discord', () => {
  test('is content where all is well, and says who the bot is, and where', async () => {
    const api = await startDiscordApi();
    const checks = await examine(envOf(api));
    expect(wrongIn(checks)).toEqual([]);
    expect(checks.every(({ fix }) => fix === null)).toBe(true);
    expect(checks.map(({ check }) => check)).toEqual([
      'discord.api-url',
      'discord.token',
      'discord.auth',
      'discord.message-content',
      'discord.commands',
      'discord.permission',
      'discord.channels',
    ]);
    expect(checks[2]?.message).toContain(`@meetup of the application Hatoba (${ids.application})`);
    expect(checks.at(-1)?.message).toBe('Meetup Tokyo: it sees 1 of 1 channel: #general');
    expect(new Set(api.calls.map(([, sent]) => sent))).toEqual(new Set([`Bot ${token}`]));
  });

  test('says it in Japanese, of commands that were registered in Japanese', async () => {
    const checks = await examineWith({ [path.commands]: commandsIn('ja') }, { locale: 'ja' });
    expect(wrongIn(checks)).toEqual([]);
    expect(checks.at(-1)?.message).toBe('Meetup Tokyo: チャンネル1件のうち1件が見えます: #general');
  });

  test.each([
    ['discord.message-content', { flags: 0 }, 'Message Content Intent'],
    ['discord.endpoint', { interactions_endpoint_url: 'https://example.org/' }, 'Interactions Endpoint URL'],
    ['discord.code-grant', { bot_require_code_grant: true }, 'Requires OAuth2 Code Grant'],
  ])('finds %s on the pages of the application', async (check, more, fix) => {
    const checks = await examineWith({ [path.application]: { ...applicationJson, ...more } });
    expect(wrongIn(checks)).toMatchObject([{ check, fix: expect.stringContaining(fix) }]);
  });

  test('knows the right to read messages by its other name, too', async () => {
    const large = { ...applicationJson, flags: contentFlag >> 1 };
    expect(wrongIn(await examineWith({ [path.application]: large }))).toEqual([]);
  });

  test('names the commands that are not as they should be', async () => {
    const [check, ...others] = wrongIn(await examineWith({ [path.commands]: [] }));
    expect(check).toMatchObject({ check: 'discord.commands', fix: expect.stringContaining('--apply') });
    expect(check?.message).toContain('/meetup, Collect notes');
    expect(others).toEqual([]);
  });
});

describe('the servers', () => {
  test('none is wrong, and the fix is the invitation', async () => {
    const [check] = wrongIn(await examineWith({ [path.guilds]: [] }));
    expect(check).toMatchObject({ check: 'discord.server' });
    expect(check?.fix).toContain(`client_id=${ids.application}`);
  });

  test('one that the community does not list is a matter of settings, and not looked into', async () => {
    const api = await startDiscordApi();
    const checks = await examine(envOf(api), { workspaces: ['T1', '999'] });
    expect(wrongIn(checks)).toMatchObject([{ check: 'discord.server', isSetting: true }]);
    expect(wrongIn(checks)[0]?.message).toContain(`Meetup Tokyo (${ids.guild})`);
    expect(api.calls.map(([asked]) => asked)).not.toContain(path.channels);
  });

  test.each([[['T1']], [[ids.guild]]])(
    'all are welcome, or those that are listed: %j',
    async (workspaces) => {
      expect(wrongIn(await examineWith({}, { workspaces }))).toEqual([]);
    },
  );

  test('are looked at one after the other, all pages of them, and it is said how far', async () => {
    const page = Array.from({ length: 200 }, (_, at) => ({ id: `${1000 + at}`, name: `Other ${at}` }));
    const next = {
      [path.guilds]: page,
      'v10/users/@me/guilds?after=1199': [{ id: ids.guild, name: 'Last' }],
    };
    const seen: (readonly [number, number | null])[] = [];
    const checks = await examine(envOf(await startDiscordApi(next)), { workspaces: [ids.guild] }, seen);
    expect(wrongIn(checks)).toHaveLength(200);
    expect(checks.at(-1)?.message).toContain('Last: it sees');
    expect(seen).toEqual(Array.from({ length: 201 }, (_, done) => [done, 201]));
  });

  test('lack rights: each with its use, and the invitation', async () => {
    const rights = String(BigInt(botRights) & ~(bits.SendMessages | bits.ReadMessageHistory));
    const wrong = wrongIn(await examineWith({ [path.roles]: [roles.everyone(rights), roles.bot(rights)] }));
    expect(wrong.map(({ check, message }) => `${check}: ${message}`)).toEqual([
      expect.stringContaining('discord.permission: Meetup Tokyo: the right Send Messages is not given.'),
      expect.stringContaining(
        'discord.permission: Meetup Tokyo: the right Read Message History is not given.',
      ),
    ]);
    expect(wrong[0]?.fix).toContain('https://discord.com/oauth2/authorize');
  });
});

describe('the channels', () => {
  const { ViewChannel: view, SendMessages: send, ReadMessageHistory: history } = bits;

  test('are listed as the bot sees them, twenty at most', async () => {
    const channels = Array.from({ length: 25 }, (_, at) => channel(`room-${at}`));
    const checks = await examineWith({ [path.channels]: channels });
    expect(checks.at(-1)?.message).toMatch(/it sees 25 of 25 channels: #room-0 .* #room-19 and 5 more$/);
  });

  test('that few may see are none of its business, and those where nobody may write are as they should be', async () => {
    const checks = await examineWith({
      [path.channels]: [
        channel('general'),
        channel('staff', { permission_overwrites: [overwrite(ids.guild, { deny: view })] }),
        channel('rules', { permission_overwrites: [overwrite(ids.guild, { deny: send })] }),
      ],
    });
    expect(wrongIn(checks)).toEqual([]);
    expect(checks.at(-1)?.message).toContain('it sees 2 of 3 channels: #general #rules');
  });

  test('where it alone is kept out, or it is let in and may not speak, are named with what is missing', async () => {
    const wrong = wrongIn(
      await examineWith({
        [path.channels]: [
          channel('general', { permission_overwrites: [overwrite(ids.role, { deny: send | history })] }),
          channel('staff', {
            permission_overwrites: [
              overwrite(ids.guild, { deny: view | send }),
              overwrite(ids.role, { allow: view }),
            ],
          }),
        ],
      }),
    );
    expect(wrong.map(({ check, message }) => [check, message.split(': ').at(-1)])).toEqual([
      ['discord.channels', 'Send Messages, Read Message History.'],
      ['discord.channels', 'Send Messages.'],
    ]);
    expect(wrong[0]?.message).toContain('Meetup Tokyo, #general');
  });

  test('that it does not see at all are one thing that is wrong', async () => {
    const wrong = wrongIn(
      await examineWith({
        [path.channels]: [
          channel('staff', { permission_overwrites: [overwrite(ids.guild, { deny: view })] }),
        ],
      }),
    );
    expect(wrong).toMatchObject([
      { check: 'discord.channels', message: 'Meetup Tokyo: it sees no channel at all.' },
    ]);
  });
});

describe('a token', () => {
  test.each([
    ['is not there', {}, 'DISCORD_TOKEN is not set'],
    ['has a word before it', { DISCORD_TOKEN: `Bot ${token}` }, 'no token of a bot'],
    ['is in a file that is not there', { DISCORD_TOKEN_FILE: '/no/such/file' }, '(ENOENT)'],
  ])('that %s is a matter of settings, and Discord is not asked', async (_name, env, said) => {
    const api = await startDiscordApi();
    const checks = await examine({ DISCORD_API_URL: envOf(api)['DISCORD_API_URL'], ...env });
    expect(wrongIn(checks)).toMatchObject([
      { check: 'discord.token', isSetting: true, message: expect.stringContaining(said) },
    ]);
    expect(api.calls).toEqual([]);
  });

  test('that Discord refuses is a matter of settings, and asked about once', async () => {
    const refusal = (): ApiAnswer => ({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
    const api = await startDiscordApi({}, { [path.self]: refusal });
    const wrong = wrongIn(await examine(envOf(api)));
    expect(wrong).toMatchObject([
      { check: 'discord.auth', isSetting: true, fix: expect.stringContaining('Reset Token') },
    ]);
    expect(api.calls).toHaveLength(1);
  });
});

describe('an API that does not do its work', () => {
  const json = { 'content-type': 'application/json' };

  test.each([
    [
      'an error of its own',
      { status: 403, headers: json, body: { message: 'Missing Access', code: 50_001 } },
      'HTTP 403, 50001',
    ],
    ['an error without a word', { status: 404, body: '' }, 'HTTP 404'],
    ['500', { status: 500, body: 'oops' }, 'HTTP 500'],
    ['a page for browsers', { body: `<html>${token}</html>` }, 'error: ?'],
    ['JSON that is none', { headers: json, body: `{${token}` }, 'error: ?'],
    ['JSON of something else', { headers: json, body: { ok: true } }, 'error: ?'],
    ['no answer', { body: null }, 'can not be reached'],
    ['too many requests', { status: 429, headers: { ...json, 'retry-after': '70' }, body: {} }, 'too often'],
    ['too many requests and no time', { status: 429, headers: json, body: {} }, 'too often'],
    [
      'too many requests and nonsense',
      { status: 429, headers: { ...json, 'retry-after': 'soon' }, body: {} },
      'too often',
    ],
  ] as const)('with %s is not a matter of the token, and is asked once', async (_name, answer, said) => {
    const api = await startDiscordApi({}, { [path.self]: () => answer });
    const [check, ...others] = wrongIn(await examine(envOf(api)));
    expect(check).toMatchObject({ check: 'discord.auth', message: expect.stringContaining(said) });
    expect(check).not.toHaveProperty('isSetting');
    expect(others).toEqual([]);
    expect(api.calls).toHaveLength(1);
  });

  test('is told when to be asked again', async () => {
    // The library waits a moment longer than it is told.
    const limited = { status: 429, headers: { ...json, 'retry-after': '70' }, body: {} };
    const api = await startDiscordApi({}, { [path.self]: () => limited });
    expect(wrongIn(await examine(envOf(api)))[0]?.fix).toMatch(/7[01] s/);
  });

  test('is waited for where it is soon', async () => {
    let asked = 0;
    const soon = (): ApiAnswer =>
      (asked += 1) === 1
        ? { status: 429, headers: { ...json, 'retry-after': '0.01' }, body: {} }
        : { headers: json, body: { id: ids.user, username: 'meetup' } };
    expect(wrongIn(await examine(envOf(await startDiscordApi({}, { [path.self]: soon }))))).toEqual([]);
  });

  test('is not there', async () => {
    const gone = await startDiscordApi();
    gone.stop();
    expect(wrongIn(await examine(envOf(gone)))[0]?.message).toContain('(ECONNREFUSED)');
  });

  test('fails at the commands, and the servers are looked at all the same', async () => {
    const api = await startDiscordApi({}, { [path.commands]: () => ({ status: 500, body: '' }) });
    const checks = await examine(envOf(api));
    expect(wrongIn(checks)).toMatchObject([{ check: 'discord.commands' }]);
    expect(checks.at(-1)).toMatchObject({ check: 'discord.channels', ok: true });
  });

  test('fails in one server, and says in which', async () => {
    const other = { id: '2200000000000000002', name: 'Osaka' };
    const api = await startDiscordApi(
      { [path.guilds]: [other, { id: ids.guild, name: 'Meetup Tokyo' }] },
      { [`v10/guilds/${other.id}/roles`]: () => ({ status: 500, body: '' }) },
    );
    const checks = await examine(envOf(api));
    expect(wrongIn(checks)).toMatchObject([
      { check: 'discord.server', message: expect.stringContaining('Osaka') },
    ]);
    expect(checks.at(-1)).toMatchObject({ check: 'discord.channels', ok: true });
  });
});
