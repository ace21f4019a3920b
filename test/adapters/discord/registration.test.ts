/** The plan as `setup discord` gets it, and how it is carried out. */
import { describe, expect, test } from '@jest/globals';
import { createSetup } from '../../../adapters/discord/index.ts';
import { commandsFor } from '../../../adapters/discord/setup/commands.ts';
import type { Registration } from '../../../src/port.ts';
import { words } from '../../../src/words/index.ts';
import type { Api, ApiAnswer } from '../api.ts';
import { environmentOf } from '../environment.ts';
import { appRequest } from '../request.ts';
import { applicationJson, envOf, ids, path, startDiscordApi } from './api.ts';
import { registered } from './registered.ts';

const registrationAt = (api: Api): Promise<Registration> =>
  createSetup(environmentOf(envOf(api))).register(appRequest());

const kinds = ({ steps }: Registration): string[] => steps.map(({ kind }) => kind);

const json =
  (body: object): (() => ApiAnswer) =>
  () => ({
    headers: { 'content-type': 'application/json' },
    body,
  });

describe('registering', () => {
  test('asks once for what Discord has, with all languages, and changes nothing by itself', async () => {
    const api = await startDiscordApi({ [path.commands]: [] });
    const registration = await registrationAt(api);
    expect(kinds(registration)).toEqual(['create', 'create']);
    expect(registration.invite).toContain(`client_id=${ids.application}`);
    expect(api.calls.map(([asked]) => asked)).toEqual([path.application, path.commands]);
  });

  test('is one call, after which there is nothing to do', async () => {
    let known: object = [];
    const api = await startDiscordApi(
      {},
      {
        [path.commands]: () => json(known)(),
        [path.apply]: () => {
          known = registered(commandsFor(appRequest()));
          return json(known)();
        },
      },
    );
    await (await registrationAt(api)).apply();
    expect(api.calls.map(([asked]) => asked)).toEqual([path.application, path.commands, path.apply]);
    expect(kinds(await registrationAt(api))).toEqual(['nothing', 'nothing']);
  });

  test('needs a token', async () => {
    await expect(createSetup(environmentOf({})).register(appRequest())).rejects.toMatchObject({
      code: 'discord-no-token',
    });
  });

  test.each([
    ['discord-token', 401, { message: '401: Unauthorized', code: 0 }],
    ['discord-answered', 400, { message: 'Invalid Form Body', code: 50_035 }],
  ])('says so where Discord does not take it: %s', async (code, status, body) => {
    const refusal = (): ApiAnswer => ({ ...json(body)(), status });
    const api = await startDiscordApi({ [path.application]: applicationJson }, { [path.apply]: refusal });
    await expect((await registrationAt(api)).apply()).rejects.toMatchObject({ code });
  });
});

test.each(['ja', 'en'] as const)('the steps, and each right with its reason, are said in %s', (locale) => {
  const said = createSetup(environmentOf({})).steps(appRequest(), locale);
  expect(said.filter((line) => /^\d\. /.test(line))).toHaveLength(6);
  for (const { name, use } of Object.values(words[locale].setup.discord.permission))
    expect(said).toContain(`  ${name}: ${use}`);
});

test('is chosen by its token', () => {
  const isChosen = (env: NodeJS.ProcessEnv): boolean => createSetup(environmentOf(env)).isChosen;
  expect(isChosen({})).toBe(false);
  expect(isChosen({ DISCORD_TOKEN: 'x' })).toBe(true);
  expect(isChosen({ DISCORD_TOKEN_FILE: 'x' })).toBe(true);
});
