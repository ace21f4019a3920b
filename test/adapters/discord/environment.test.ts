/** What the environment may say of Discord. */
import { describe, expect, test } from '@jest/globals';
import { readOptions } from '../../../adapters/discord/index.ts';
import { codeOf, complaintOf } from '../../../adapters/terminal/complaint.ts';
import { UserError } from '../../../src/error.ts';
import { words } from '../../../src/words/index.ts';
import { environmentOf } from '../environment.ts';

const token = 'MTEwMDAwMDAw.GxxxxX.secret-secret_';

const read = (env: NodeJS.ProcessEnv): unknown => readOptions(environmentOf(env));

describe('the environment', () => {
  test('says nothing of Discord without a token', () => {
    expect(read({ DISCORD_API_URL: 'nonsense' })).toBeNull();
  });

  test('needs a token alone', () => {
    expect(read({ DISCORD_TOKEN: token })).toEqual({ token, apiUrl: 'https://discord.com/api' });
  });

  test.each([
    ['https://discord.example.org/api/', 'https://discord.example.org/api'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
  ])('may name another address: %s', (value, apiUrl) => {
    expect(read({ DISCORD_TOKEN: token, DISCORD_API_URL: value })).toEqual({ token, apiUrl });
  });

  test.each([
    [
      'bad-discord-api-url',
      { DISCORD_API_URL: 'https://discord.com/api/v10' },
      'https://discord.com/api/v10',
    ],
    ['bad-discord-api-url', { DISCORD_API_URL: 'discord.com/api' }, 'discord.com/api'],
    ['bad-discord-api-url', { DISCORD_API_URL: 'ftp://discord.com/api' }, 'ftp:'],
    ['bad-discord-api-url', { DISCORD_API_URL: 'https://discord.com/api?v=10' }, '?v=10'],
    ['discord-bad-token', { DISCORD_TOKEN: `Bot ${token}` }, 'DISCORD_TOKEN'],
    ['discord-bad-token', { DISCORD_TOKEN: `${token}\n${token}` }, 'DISCORD_TOKEN'],
    ['discord-bad-token', { DISCORD_TOKEN: '1100000000000000001' }, 'DISCORD_TOKEN'],
  ])('is answered with one sentence and exit code 78 where it is wrong (%s: %j)', (code, env, said) => {
    let thrown: unknown = null;
    try {
      read({ DISCORD_TOKEN: token, ...env });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(UserError);
    expect(thrown).toMatchObject({ code });
    expect(codeOf(thrown as UserError)).toBe(78);
    for (const tongue of Object.values(words)) {
      const sentence = complaintOf(thrown as UserError, tongue);
      expect(sentence).toContain(said);
      expect(sentence).not.toContain('secret');
    }
  });
});
