/** The manifest against what Slack publishes about manifests: its limits, and its schema where a copy lies beside the project. */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import type { Schema } from 'ajv';
import { createManifest } from '../../../adapters/slack/setup/manifest.ts';
import { typedName } from '../../../src/command/next.ts';
import type { Manifest } from '../../../adapters/slack/setup/manifest.ts';
import { eventsFor, scopesFor } from '../../../adapters/slack/setup/scopes.ts';
import type { AppRequest } from '../../../src/port.ts';
import { words } from '../../../src/words/index.ts';
import { appRequest } from '../request.ts';

const requests: readonly (readonly [string, Partial<AppRequest>])[] = [
  ['in English, over a socket', {}],
  ['in Japanese, over a socket', { locale: 'ja' }],
  ['with pages', { pages: ['https://blog.example.org/:year/:slug/', 'https://meetup.example.org'] }],
  ['over HTTP', { url: 'https://meetup.example.org/bot', locale: 'ja' }],
];

const manifestOf = (wish: Partial<AppRequest> = {}): Manifest => createManifest(appRequest(wish));

const command = ({ features }: Manifest) => features?.slash_commands?.[0];

describe('the manifest', () => {
  test.each(requests)('%s keeps within what Slack publishes', (_name, wish) => {
    const { display_information: about, features = {}, settings, oauth_config: oauth } = manifestOf(wish);
    const { slash_commands: slash = [], shortcuts = [], bot_user: bot } = features;
    expect(about.name.length).toBeLessThanOrEqual(35);
    expect(about.description?.length).toBeLessThanOrEqual(140);
    expect(about.long_description?.length).toBeGreaterThanOrEqual(175);
    expect(about.long_description?.length).toBeLessThanOrEqual(4000);
    expect(bot?.display_name.length).toBeLessThanOrEqual(80);
    expect(slash.length).toBeLessThanOrEqual(50);
    for (const each of slash) {
      expect(each.command).toMatch(/^\/.{1,31}$/);
      expect(each.description.length).toBeLessThanOrEqual(2000);
      expect(each.usage_hint?.length).toBeLessThanOrEqual(1000);
    }
    expect(shortcuts.length).toBeLessThanOrEqual(10);
    for (const each of shortcuts) {
      expect(each.name.length).toBeLessThanOrEqual(24);
      expect(each.callback_id.length).toBeLessThanOrEqual(255);
      expect(each.description.length).toBeLessThanOrEqual(150);
    }
    expect(settings?.event_subscriptions?.bot_events?.length).toBeLessThanOrEqual(100);
    expect(oauth?.scopes?.bot?.length).toBeLessThanOrEqual(255);
  });

  test('speaks both languages where Slack has one text for everybody, the asked one first', () => {
    const { ja, en } = words;
    for (const [locale, first, second] of [
      ['ja', ja, en],
      ['en', en, ja],
    ] as const) {
      const manifest = manifestOf({ locale });
      const both = `${first.setup.description} / ${second.setup.description}`;
      expect(manifest.display_information.description).toBe(both);
      expect(command(manifest)?.description).toBe(both);
      const long = manifest.display_information.long_description ?? '';
      expect(long).toContain(`/meetup upcoming – ${ja.command.upcoming.summary}`);
      expect(long).toContain(`/meetup upcoming – ${en.command.upcoming.summary}`);
      expect(manifest.features?.shortcuts?.map(({ name }) => name)).toEqual([
        first.setup.shortcut.search.name,
        first.setup.shortcut.collect.name,
      ]);
    }
  });

  test('hints at every command that help lists, and at no other', () => {
    const [, ...typed] = command(manifestOf())?.usage_hint?.split(' | ') ?? [];
    const listed = appRequest().commands.filter((each) => each.listed);
    expect(typed).toEqual(listed.map(typedName));
    expect(manifestOf().display_information.long_description).not.toContain('/meetup share');
  });

  test('leaves the second language out where both are too long, and never cuts a sentence', () => {
    const long = 'x'.repeat(3000);
    const [search] = appRequest().commands;
    const commands = [search]
      .filter((each) => each !== undefined)
      .map((each) => ({ ...each, describe: () => ({ ...each.describe('en'), summary: long }) }));
    const text = manifestOf({ commands }).display_information.long_description ?? '';
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text.endsWith(long)).toBe(true);
    expect(text).toContain(words.en.setup.about);
    expect(text).not.toContain(words.ja.setup.about);
  });

  test('has the two shortcuts, a home and a conversation that one can write in', () => {
    const { features } = manifestOf();
    expect(features?.shortcuts?.map(({ type, callback_id: id }) => [id, type])).toEqual([
      ['search', 'global'],
      ['collect', 'message'],
    ]);
    expect(features?.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });

  test('names no address in Socket Mode', () => {
    const manifest = manifestOf();
    expect(manifest.settings?.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(manifest)).not.toMatch(/https?:/);
  });

  test('names the address of every kind of request in HTTP mode', () => {
    const manifest = manifestOf({ url: 'https://meetup.example.org/bot' });
    const address = 'https://meetup.example.org/bot/slack/events';
    expect(command(manifest)?.url).toBe(address);
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: address },
      interactivity: { request_url: address, message_menu_options_url: address },
    });
  });
});

describe('unfurling', () => {
  const domainsOf = (pages: readonly string[]): readonly string[] | undefined =>
    manifestOf({ pages }).features?.unfurl_domains;

  test('is asked for the domains of the pages alone, each once', () => {
    expect(
      domainsOf(['https://Blog.Example.org/:year/:slug/', 'https://blog.example.org', 'https://例え.jp/x']),
    ).toEqual(['blog.example.org', 'xn--r8jz45g.jp']);
  });

  test('is not asked for this machine, for addresses, and for what is no address', () => {
    const none = manifestOf({
      pages: ['http://localhost:3000', 'http://127.0.0.1:3000', 'http://[::1]/', 'http://bot.localhost', 'x'],
    });
    expect(none).toEqual(manifestOf());
    expect(none.features).not.toHaveProperty('unfurl_domains');
  });

  test('is asked for five domains at most', () => {
    const pages = Array.from({ length: 8 }, (_, at) => `https://site${at}.example.org/`);
    expect(domainsOf(pages)).toHaveLength(5);
  });

  test('brings its scopes and its event, which nobody else is asked for', () => {
    const bare = manifestOf();
    const full = manifestOf({ pages: ['https://meetup.example.org'] });
    const added = <T>(before: readonly T[] = [], after: readonly T[] = []): T[] =>
      after.filter((each) => !before.includes(each));
    expect(added(bare.oauth_config?.scopes?.bot, full.oauth_config?.scopes?.bot)).toEqual([
      'links:read',
      'links:write',
    ]);
    expect(
      added(bare.settings?.event_subscriptions?.bot_events, full.settings?.event_subscriptions?.bot_events),
    ).toEqual(['link_shared']);
  });
});

describe('scopes', () => {
  test('are these and no more', () => {
    expect(scopesFor(true)).toEqual([
      'commands',
      'chat:write',
      'files:read',
      'files:write',
      'app_mentions:read',
      'im:history',
      'users:read',
      'channels:read',
      'channels:history',
      'reactions:read',
      'usergroups:read',
      'links:read',
      'links:write',
    ]);
  });

  test.each(['ja', 'en'] as const)(
    'each has its reason in %s, and no reason is without its scope',
    (locale) => {
      const reasons = words[locale].setup.slack.scope;
      expect(Object.keys(reasons).toSorted()).toEqual(scopesFor(true).toSorted());
      for (const reason of Object.values(reasons)) expect(reason.length).toBeGreaterThan(5);
    },
  );

  test.each([true, false])('of every event are asked for (unfurling: %s)', (unfurls) => {
    const scopes = new Set(scopesFor(unfurls));
    const missing = eventsFor(unfurls).filter(({ scope }) => scope !== undefined && !scopes.has(scope));
    expect(missing).toEqual([]);
  });
});

const schemaFile = resolve(import.meta.dirname, '../../../../shared/specs/slack-manifest.schema.json');

// Skipped where no copy of the schema (github.com/slackapi/manifest-schema) lies beside the project: it is not ours to ship.
const withSchema = existsSync(schemaFile) ? describe : describe.skip;

withSchema('the schema of Slack', () => {
  const validator = (): ReturnType<Ajv['compile']> =>
    new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(
      JSON.parse(readFileSync(schemaFile, 'utf8')) as Schema,
    );

  test.each(requests)('%s is valid', (_name, wish) => {
    const validate = validator();
    expect({ isValid: validate(manifestOf(wish)), errors: validate.errors }).toEqual({
      isValid: true,
      errors: null,
    });
  });

  test('is one that refuses', () => {
    const { features, ...rest } = manifestOf();
    expect(validator()({ ...rest, features: { ...features, shortcuts: [] } })).toBe(false);
  });
});
