/** Setting up and looking, against a simulated Discord that takes what Discord would. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { createSetup } from '../../../adapters/discord/index.ts';
import type { AppRequest, Check, RegistrationSetup } from '../../../src/port.ts';
import { startDiscord } from '../../discord/index.ts';
import type { Discord, Options } from '../../discord/index.ts';
import { environmentOf } from '../environment.ts';
import { appRequest } from '../request.ts';

let discord: Discord;
afterEach(() => discord.stop());

async function open(options: Options = {}): Promise<RegistrationSetup> {
  discord = await startDiscord(options);
  return createSetup(environmentOf({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl }));
}

const kinds = async (setup: RegistrationSetup, wish: Partial<AppRequest> = {}): Promise<string[]> =>
  (await setup.register(appRequest(wish))).steps.map(({ kind, name }) => `${kind} ${name}`);

async function checksOf(setup: RegistrationSetup, wish: Partial<AppRequest> = {}): Promise<Check[]> {
  const checks: Check[] = [];
  for await (const each of setup.check(appRequest(wish), 'en')) checks.push(each);
  return checks;
}

describe('setup', () => {
  test('registers what Discord takes, and then has nothing to do', async () => {
    const setup = await open();
    const registration = await setup.register(appRequest());
    expect(registration.steps.map(({ kind }) => kind)).toEqual(['create', 'create']);
    await registration.apply();
    expect(await kinds(setup)).toEqual(['nothing /meetup', 'nothing Collect notes']);
    expect(discord.violations).toEqual([]);
  });

  test('deletes strangers, and changes the language', async () => {
    const setup = await open({ commands: [{ name: 'hatoba', description: 'x' }] });
    await (await setup.register(appRequest({ locale: 'ja' }))).apply();
    expect(await kinds(setup)).toEqual(['change /meetup', 'nothing Collect notes']);
    const names = await kinds(setup, { locale: 'ja' });
    expect(names).toEqual(['nothing /meetup', 'nothing Collect notes']);
  });
});

describe('doctor', () => {
  const told = (checks: readonly Check[]): string[] =>
    checks.filter(({ ok }) => !ok).map(({ check, message }) => `${check}: ${message}`);

  test('looks at each server as it is, and changes nothing', async () => {
    const setup = await open();
    await (await setup.register(appRequest())).apply();
    await discord.empower({ user: 'meetup', permissions: ['createEvents'] });
    const before = discord.calls.length;
    const checks = await checksOf(setup);
    expect(checks.find(({ ok, check }) => ok && check === 'discord.channels')?.message).toBe(
      'Meetup Tokyo: it sees 4 of 5 channels: #general #staff #news #questions',
    );
    expect(told(checks)).toEqual([
      'discord.channels: Meetup Tokyo, #random: others may there what the bot may not: View Channels.',
    ]);
    expect(discord.calls.slice(before).map(({ operation }) => operation)).toEqual([
      'get_my_user',
      'get_my_application',
      'list_application_commands',
      'list_my_guilds',
      'list_guild_roles',
      'list_guild_channels',
      'get_guild_member',
    ]);
    expect(discord.violations).toEqual([]);
  });

  test('says where events can not be shown, and how to mend it', async () => {
    const checks = await checksOf(await open());
    expect(checks.find(({ ok, check }) => !ok && check === 'discord.permission')).toMatchObject({
      message: expect.stringContaining('the right Create Events is not given'),
      fix: expect.stringContaining('permissions=17901423758336'),
    });
  });

  test('knows a server of somebody else, and an application that may not read', async () => {
    const setup = await open({ app: { privileged: 0 } });
    const checks = await checksOf(setup, { workspaces: ['1'] });
    expect(checks.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual([
      'discord.message-content',
      'discord.commands',
      'discord.server',
    ]);
  });
});
