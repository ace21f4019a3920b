/** The registry of commands: what it keeps, what it counts, and what it refuses. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { APIApplicationCommand } from 'discord.js';
import { REST, Routes } from 'discord.js';
import { outcome } from './client.ts';
import type { Discord } from './index.ts';
import { startDiscord } from './index.ts';
import { commands, times } from './sample.ts';

let discord: Discord;
let rest: REST;

beforeEach(async () => {
  discord = await startDiscord();
  rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
});

afterEach(() => discord.stop());

type Registered = readonly APIApplicationCommand[];

const everywhere = () => Routes.applicationCommands(discord.appId);
const set = async (body: unknown) => (await rest.put(everywhere(), { body })) as Registered;
const create = (body: object) => rest.post(everywhere(), { body }) as Promise<APIApplicationCommand>;
const query = new URLSearchParams({ with_localizations: 'true' });

const one = (more: object = {}) => ({ name: 'x', description: 'x', ...more });
const option = (more: object = {}) => ({ type: 3, name: 'o', description: 'x', ...more });
const named = (count: number, make: (index: number) => object) => times(count, make);

describe('commands', () => {
  test('keep their id, and their version as long as nothing changes', async () => {
    const [first, menu] = await set(commands);
    const [same, other] = await set([commands[0], { ...commands[1], name: 'Take notes' }]);
    expect(same).toEqual(first);
    expect(other?.id).not.toBe(menu?.id);
    const [changed] = await set([{ ...commands[0], description: 'other' }]);
    expect(changed?.id).toBe(first?.id);
    expect(changed?.version).not.toBe(first?.version);
    expect(await rest.get(everywhere())).toHaveLength(1);
  });

  test('show their localizations only to whom asks', async () => {
    await set(commands);
    const [without] = (await rest.get(everywhere())) as Registered;
    const [whole] = (await rest.get(everywhere(), { query })) as Registered;
    expect(without).not.toHaveProperty('description_localizations');
    expect(whole).toMatchObject({
      description_localizations: { ja: 'レポートを探す' },
      type: 1,
      contexts: null,
    });
    expect(JSON.stringify(without)).not.toContain('検索');
    expect(JSON.stringify(whole)).toContain('検索');
  });

  test('are created, changed and deleted one by one, everywhere and in a guild', async () => {
    const { id } = await create(one());
    expect((await create(one({ description: 'y' }))).id).toBe(id);
    const path = Routes.applicationCommand(discord.appId, id);
    expect(await rest.patch(path, { body: { description: 'z' } })).toMatchObject({ id, description: 'z' });
    await rest.delete(path);
    expect(await outcome(rest.get(path))).toBe(10063);
    const here = Routes.applicationGuildCommands(discord.appId, discord.idOf.guild());
    await rest.post(here, { body: one() });
    expect(await rest.get(here)).toMatchObject([{ name: 'x', guild_id: discord.idOf.guild() }]);
    expect(await rest.get(everywhere())).toEqual([]);
  });

  test('are created 200 times a day', async () => {
    const many = (from: number) => set(named(100, (index) => one({ name: `c${from + index}` })));
    await many(0);
    await many(100);
    expect(await outcome(create(one()))).toBe(50035);
    await set([]);
    expect(await outcome(create(one()))).toBe(30034);
    discord.advance(25 * 60 * 60_000);
    expect(await outcome(create(one()))).toBe('ok');
  });
});

/** What it is, how many are the most, and commands with so many. */
type Limit = readonly [what: string, max: number, make: (size: number) => readonly object[]];

const x = (length: number): string => 'x'.repeat(length);

/** Choices of 198 characters. */
const choices = (count: number) => named(count, (index) => ({ name: x(99), value: `${index + 10}${x(97)}` }));

const limits: readonly Limit[] = [
  ['commands of text', 100, (size) => named(size, (index) => one({ name: `c${index}` }))],
  ['commands in menus', 15, (size) => named(size, (index) => ({ name: `c${index}`, type: 3 }))],
  ['characters of a name', 32, (size) => [one({ name: x(size) })]],
  ['characters of a description', 100, (size) => [one({ description: x(size) })]],
  ['options', 25, (size) => [one({ options: named(size, (index) => option({ name: `o${index}` })) })]],
  [
    'choices',
    25,
    (size) => [
      one({ options: [option({ choices: named(size, (index) => ({ name: 'x', value: `${index}` })) })] }),
    ],
  ],
  [
    'characters of a choice',
    100,
    (size) => [one({ options: [option({ choices: [{ name: x(size), value: 'v' }] })] })],
  ],
  ['characters of a localization', 100, (size) => [one({ description_localizations: { ja: x(size) } })]],
  [
    'characters in all',
    8000,
    (size) => [
      one({
        options: [
          option({ name: 'a', choices: choices(20) }),
          option({ name: 'b', choices: choices(20), description: x(size - 40 * 198 - 5) }),
        ],
      }),
    ],
  ],
];

const wrong: readonly (readonly [what: string, command: object])[] = [
  ['a name in capitals', one({ name: 'Meetup' })],
  ['a name with a space', one({ name: 'meet up' })],
  ['a Japanese name with a sign', one({ name_localizations: { ja: '検索！' } })],
  ['a locale that does not exist', one({ name_localizations: { 'ja-JP': '検索' } })],
  ['no description', { name: 'x' }],
  ['a description in a menu', { name: 'X y', type: 3, description: 'x' }],
  ['an option twice', one({ options: [option(), option()] })],
  [
    'what is required after what is not',
    one({ options: [option({ name: 'a' }), option({ name: 'b', required: true })] }),
  ],
  ['a subcommand beside an option', one({ options: [option(), { type: 1, name: 's', description: 'x' }] })],
  [
    'suggestions beside choices',
    one({ options: [option({ autocomplete: true, choices: [{ name: 'x', value: 'y' }] })] }),
  ],
  ['an option of no kind', one({ options: [option({ type: 99 })] })],
];

describe('the registry', () => {
  test.each(limits)('takes %s: %d and no more', async (_, max, make) => {
    expect(await outcome(set(make(max)))).toBe('ok');
    expect(await outcome(set(make(max + 1)))).toBe(50035);
  });

  test.each(wrong)('refuses %s', async (_, command) => {
    expect(await outcome(set([command]))).toBe(50035);
  });

  test('takes names in Japanese, and a limit on who may use it', async () => {
    const command = one({ name_localizations: { ja: '検索' }, default_member_permissions: '32' });
    expect(await set([command])).toMatchObject([{ default_member_permissions: '32' }]);
    expect(discord.violations).toEqual([]);
  });
});
