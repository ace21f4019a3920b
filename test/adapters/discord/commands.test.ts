/** The commands against what Discord publishes about them: its limits, and its specification. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { ApplicationCommandUpdateRequestSchema } from 'discord-api-spec/zod';
import { assert, property, string } from 'fast-check';
import { commandWithin } from '../../../adapters/discord/group.ts';
import { commandsFor } from '../../../adapters/discord/setup/commands.ts';
import type { Command } from '../../../adapters/discord/setup/commands.ts';
import type { AppRequest, CommandInfo, Locale } from '../../../src/port.ts';
import { words } from '../../../src/words/index.ts';
import { appRequest } from '../request.ts';

/** A command, a subcommand or an option. */
interface Named {
  readonly name: string;
  readonly type?: number;
  readonly name_localizations?: Readonly<Record<string, string>>;
  readonly description?: string;
  readonly description_localizations?: Readonly<Record<string, string>>;
  readonly options?: readonly Named[];
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly min_value?: number;
  readonly max_value?: number;
}

const commandsOf = (wish: Partial<AppRequest> = {}): Command[] => commandsFor(appRequest(wish));

const slash = (wish: Partial<AppRequest> = {}): Named => commandsOf(wish)[0] as Named;

/** Commands by the names that the bot has for them, those in groups too. */
const subcommands = (locale: Locale = 'en'): ReadonlyMap<string, Named> =>
  new Map(
    (slash({ locale }).options ?? []).flatMap((each) =>
      each.type === 2
        ? (each.options ?? []).map((inner) => [commandWithin(each.name, inner.name), inner] as const)
        : [[each.name, each] as const],
    ),
  );

const subcommand = (name: string, locale: Locale = 'en'): Named =>
  subcommands(locale).get(name) ?? { name: 'missing' };

const below = (command: Named): Named[] => [command, ...(command.options ?? []).flatMap(below)];

/** https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const legalName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

const localized = (text: string | undefined, others: Readonly<Record<string, string>> = {}): string[] => [
  text ?? '',
  ...Object.values(others),
];

/** Only the longest language counts. */
const longest = (texts: readonly string[]): number => Math.max(...texts.map((text) => text.length));

describe.each(['ja', 'en'] as const)('the commands of a community that speaks %s', (locale) => {
  const all = below(slash({ locale }));

  test('have legal names in every language, no two alike beside each other', () => {
    for (const { name, name_localizations: names, options = [] } of all) {
      for (const each of localized(name, names)) {
        expect(each).toMatch(legalName);
        expect(each).toBe(each.toLowerCase());
      }
      for (const language of ['en-US', 'ja']) {
        const seen = options.map((each) => each.name_localizations?.[language] ?? each.name);
        expect(new Set(seen).size).toBe(seen.length);
      }
    }
  });

  test('keep within what Discord publishes', () => {
    for (const { description, description_localizations: others, options = [] } of all) {
      for (const each of localized(description, others)) {
        expect(each.length).toBeGreaterThanOrEqual(1);
        expect(each.length).toBeLessThanOrEqual(100);
      }
      expect(options.length).toBeLessThanOrEqual(25);
    }
    const size = all.reduce(
      (sum, each) =>
        sum +
        longest(localized(each.name, each.name_localizations)) +
        longest(localized(each.description, each.description_localizations)),
      0,
    );
    expect(size).toBeLessThanOrEqual(8000);
  });

  test('speak its language where Discord does not know better, and both where it does', () => {
    const other = locale === 'ja' ? 'en' : 'ja';
    const search = subcommand('search', locale);
    expect(search.description).toBe(words[locale].command.search.summary);
    const languages = { ja: ['ja'], en: ['en-US', 'en-GB'] }[other];
    expect(search.description_localizations).toEqual(
      Object.fromEntries(languages.map((language) => [language, words[other].command.search.summary])),
    );
  });

  test('are as the specification has them', () => {
    for (const command of commandsOf({ locale }))
      expect(ApplicationCommandUpdateRequestSchema.parse(command)).toEqual(command);
  });
});

describe('/meetup', () => {
  test('has every command that help lists, and the start page, which Discord can not show without a word', () => {
    const listed = appRequest().commands.filter((each) => each.listed);
    expect([...subcommands().keys()].toSorted()).toEqual(
      [...listed.map(({ name }) => name), 'start'].toSorted(),
    );
  });

  test('has every option that people give, in Japanese too, and none that buttons give', () => {
    for (const { name, options } of appRequest().commands.filter((each) => each.listed)) {
      const shown = subcommand(name).options ?? [];
      const given = options.filter(({ listed }) => listed).map((each) => each.name);
      expect(shown.map((each) => each.name)).toEqual(given);
      for (const each of shown)
        expect(each.name_localizations).toEqual({ ja: expect.stringMatching(/^[^a-z]+$/) });
    }
    expect(subcommand('report').options?.map(({ name }) => name)).not.toContain('back');
  });

  test('asks for what a command can not do without, suggests, and bounds numbers', () => {
    expect(subcommand('search').options).toMatchObject([
      { name: 'text', required: true, autocomplete: true },
      { name: 'page', required: false, min_value: 1, max_value: 1000 },
      { name: 'limit', required: false, min_value: 1, max_value: 50 },
    ]);
    expect(subcommand('report').options?.[0]).toMatchObject({ name: 'name', required: false });
  });

  test('asks first for what it can not do without', () => {
    const [search] = appRequest().commands;
    const commands = [search]
      .filter((each) => each !== undefined)
      .map((each) => ({ ...each, options: each.options.toReversed() }));
    expect(slash({ commands }).options?.[0]?.options?.map(({ name }) => name)).toEqual([
      'text',
      'limit',
      'page',
    ]);
  });

  test('has no name in a language in which Discord would not take it', () => {
    const info = appRequest().commands[0] as CommandInfo;
    assert(
      property(string({ unit: 'grapheme' }), (called) => {
        const strange: CommandInfo['describe'] = (locale) => ({
          ...info.describe(locale),
          called: [called],
        });
        const [{ name_localizations: names = {} } = subcommand('search')] =
          slash({ commands: [{ ...info, describe: strange }] }).options ?? [];
        for (const name of Object.values(names)) {
          expect(name).toMatch(legalName);
          expect(name).toBe(name.toLowerCase());
        }
      }),
    );
  });
});

test('on messages there is Collect notes, by a name that comes back the same from every language', () => {
  for (const locale of ['ja', 'en'] as const)
    expect(commandsOf({ locale })[1]).toMatchObject({
      type: 3,
      name: 'Collect notes',
      name_localizations: { ja: 'ノートにまとめる' },
    });
});

test('all work in servers and in the conversation with the bot, and are installed for servers', () => {
  for (const command of commandsOf())
    expect(command).toMatchObject({ contexts: [0, 1], integration_types: [0] });
});

const published = resolve(import.meta.dirname, '../../../../shared/specs/discord-openapi.json');

// Skipped where no copy of the document (github.com/discord/discord-api-spec) lies beside the project.
const withDocument = existsSync(published) ? describe : describe.skip;

withDocument('the document that Discord publishes', () => {
  test.each(['ja', 'en'] as const)('takes the commands in %s', (locale) => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ ...(JSON.parse(readFileSync(published, 'utf8')) as object), $id: 'discord' });
    const path =
      '#/paths/~1applications~1%7Bapplication_id%7D~1commands/put/requestBody/content/application~1json/schema';
    const validate = ajv.compile({ $ref: `discord${path}` });
    expect({ isValid: validate(commandsOf({ locale })), errors: validate.errors }).toEqual({
      isValid: true,
      errors: null,
    });
  });
});
