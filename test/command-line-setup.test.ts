/** `setup slack` and `doctor` as people start them, against a simulated workspace. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { createManifest } from '../adapters/slack/setup/manifest.ts';
import type { Manifest } from '../adapters/slack/setup/manifest.ts';
import { scopesFor } from '../adapters/slack/setup/scopes.ts';
import { appRequest } from './adapters/request.ts';
import { runMeetup } from './run-meetup.ts';
import type { Outcome } from './run-meetup.ts';
import { startSlack } from './slack/index.ts';
import type { Slack } from './slack/index.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(30_000);

let folder: string;
let slack: Slack;
let connected: NodeJS.ProcessEnv;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'meetup-setup-'));
  mkdirSync(join(folder, 'blog'));
  slack = await startSlack({ app: { scopes: scopesFor(true) } });
  connected = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  };
});
afterAll(async () => {
  await slack.stop();
  rmSync(folder, { recursive: true });
});

const meetup = (args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Outcome> =>
  runMeetup(folder, args, env);

const manifestIn = ({ out }: Outcome): Manifest => JSON.parse(out) as Manifest;

describe('setup slack', () => {
  test('prints the manifest alone on stdout, in the language of the members; on stderr what to do with it and why it asks, in one’s own', async () => {
    const outcome = await meetup(['setup', 'slack']);
    expect(outcome.code).toBe(0);
    const { features } = manifestIn(outcome);
    expect(features?.slash_commands?.[0]?.command).toBe('/meetup');
    expect(features?.shortcuts?.[0]?.name).toBe('レポートを検索');
    expect(outcome.err).toContain('From a manifest');
    expect(outcome.err).toContain('SLACK_APP_TOKEN');
    for (const scope of manifestIn(outcome).oauth_config?.scopes?.bot ?? [])
      expect(outcome.err).toContain(`  ${scope}: `);
  });

  test('has nothing to say beside it where machines read, and takes another language', async () => {
    const outcome = await meetup(['setup', 'slack', '--json', '--locale', 'en']);
    expect(outcome).toMatchObject({ code: 0, err: '' });
    expect(manifestIn(outcome).features?.shortcuts?.[0]?.name).toBe('Search reports');
  });

  test('knows the pages of the community and of the bot', async () => {
    writeFileSync(join(folder, 'blog', 'community.md'), '---\nsite: https://blog.example.org/:slug/\n---\n');
    const outcome = await meetup(['setup', 'slack', '--content', 'blog'], {
      PUBLIC_URL: 'https://meetup.example.org/bot/',
    });
    expect(manifestIn(outcome).features?.unfurl_domains).toEqual(['blog.example.org', 'meetup.example.org']);
    // A public address alone does not mean that Slack is to call there.
    expect(manifestIn(outcome).settings?.socket_mode_enabled).toBe(true);
  });

  test('has addresses in HTTP mode: where --url says, or PUBLIC_URL with a signing secret and no app token', async () => {
    const asked = await meetup(['setup', 'slack', '--url', 'https://meetup.example.org/']);
    const known = await meetup(['setup', 'slack'], {
      SLACK_SIGNING_SECRET: 'x',
      PUBLIC_URL: 'https://meetup.example.org',
    });
    for (const outcome of [asked, known]) {
      expect(manifestIn(outcome).settings?.interactivity?.request_url).toBe(
        'https://meetup.example.org/slack/events',
      );
      expect(outcome.err).toContain('SLACK_SIGNING_SECRET');
    }
    expect(await meetup(['setup', 'slack'], { SLACK_SIGNING_SECRET: 'x' })).toMatchObject({
      code: 78,
      out: '',
      err: expect.stringContaining('--url'),
    });
  });

  test.each(['http://meetup.example.org', ''])('refuses --url %j', async (url) => {
    const { code, out, err } = await meetup(['setup', 'slack', '--url', url]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('https://meetup.example.org');
  });

  test('knows its platforms, and teaches', async () => {
    expect(await meetup(['setup', 'slick'])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('slack'),
    });
    expect((await meetup(['setup', '--help'])).out).toContain('--compare <file>');
    expect(await meetup(['setup', 'slack', '--apply'])).toMatchObject({
      code: 2,
      out: '',
      err: 'setup slack has no --apply.\n',
    });
  });

  test('ends with 78 where there is no folder', async () => {
    expect((await meetup(['setup', 'slack', '--content', 'nowhere'])).code).toBe(78);
  });
});

describe('setup slack --compare', () => {
  /** What `setup slack` prints, changed. */
  const save = (change: (manifest: Manifest) => void): void => {
    const manifest = createManifest(appRequest({ locale: 'ja' }));
    change(manifest);
    writeFileSync(join(folder, 'saved.json'), JSON.stringify(manifest));
  };

  test('is content with what setup printed', async () => {
    save(() => {});
    expect(await meetup(['setup', 'slack', '--compare', 'saved.json'])).toMatchObject({
      code: 0,
      out: 'The saved manifest is as it should be.\n',
      err: '',
    });
  });

  test('says each difference in a line and exits 1', async () => {
    save(({ oauth_config: oauth, settings = {}, display_information: about }) => {
      oauth?.scopes?.bot?.splice(0, 1, 'pins:read');
      settings.socket_mode_enabled = false;
      about.name = 'hato\u202eba\n';
    });
    const { code, out } = await meetup(['setup', 'slack', '--compare', 'saved.json']);
    expect({ code, lines: out.trimEnd().split('\n') }).toEqual({
      code: 1,
      lines: [
        String.raw`different: display_information.name is "hatoba\n", should be "meetup"`,
        'missing: oauth_config.scopes.bot.commands',
        'added, not asked for: oauth_config.scopes.bot.pins:read',
        'different: settings.socket_mode_enabled is false, should be true',
        '4 things in the saved manifest should be otherwise.',
      ],
    });
    const machine = await meetup(['setup', 'slack', '--compare', 'saved.json', '--json']);
    expect(machine.code).toBe(1);
    expect(
      machine.out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as object),
    ).toHaveLength(4);
  });

  test('says so where the file is not there, or is none', async () => {
    writeFileSync(join(folder, 'other.json'), '{"name":"x"}');
    for (const [file, said] of [
      ['nowhere.json', 'ENOENT'],
      ['other.json', 'App Manifest'],
    ] as const) {
      const outcome = await meetup(['setup', 'slack', '--compare', file]);
      expect(outcome).toMatchObject({ code: 1, out: '', err: expect.stringContaining(said) });
    }
  });
});

interface Line {
  readonly check: string;
  readonly ok: boolean;
  readonly message: string;
  readonly fix: string | null;
}

const linesIn = ({ out }: Outcome): Line[] =>
  out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

const wrongIn = (outcome: Outcome): string[] =>
  linesIn(outcome).flatMap(({ check, ok }) => (ok ? [] : [check]));

describe('doctor', () => {
  test('says that no chat is connected, what to do, and exits 78', async () => {
    const { code, out, err } = await meetup(['doctor']);
    expect({ code, err }).toEqual({ code: 78, err: '' });
    expect(out).toMatch(/^✖ .*SLACK_BOT_TOKEN.*setup slack/m);
    expect(out.match(/^✔ /gm)).toHaveLength(5);
  });

  test('is content where all is well, one check a line, and tells no token', async () => {
    const { code, out, err } = await meetup(['doctor'], { ...connected, LOG_LEVEL: 'debug' });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const line of out.trimEnd().split('\n')) expect(line).toMatch(/^✔ \S/);
    expect(out).not.toContain(slack.botToken);
    expect(out).not.toContain(slack.appToken);
  });

  test('prints the agreed form for machines, in the language of the person', async () => {
    const outcome = await meetup(['doctor', '--json', '--locale', 'ja'], connected);
    for (const line of linesIn(outcome)) {
      expect(Object.keys(line)).toEqual(['check', 'ok', 'message', 'fix']);
      expect(line).toMatchObject({ ok: true, fix: null });
    }
    expect(outcome.out).toContain('トークンは有効です');
  });

  test('exits 1 for a scope that is missing, for no setting would mend that', async () => {
    const other = await startSlack({ app: { scopes: scopesFor(true).slice(1) } });
    const env = { ...connected, SLACK_API_URL: other.apiUrl };
    const { code, out } = await meetup(['doctor'], env);
    await other.stop();
    expect(code).toBe(1);
    expect(out).toMatch(/^✖ The scope commands .*Reinstall/m);
  });

  test('exits 78 for a token that Slack refuses, and looks at all the rest', async () => {
    const outcome = await meetup(['doctor', '--json'], { ...connected, SLACK_BOT_TOKEN: 'xoxb-other' });
    expect(outcome.code).toBe(78);
    expect(wrongIn(outcome)).toEqual(['slack.auth']);
    expect(linesIn(outcome).at(-1)).toMatchObject({ check: 'slack.socket', ok: true });
  });

  test('reads tokens from files, and says what is wrong with one', async () => {
    writeFileSync(join(folder, 'token'), `${slack.botToken}\n`);
    writeFileSync(join(folder, 'empty'), '\n');
    const { SLACK_BOT_TOKEN: _, ...env } = connected;
    expect((await meetup(['doctor'], { ...env, SLACK_BOT_TOKEN_FILE: 'token' })).code).toBe(0);
    const outcome = await meetup(['doctor', '--json'], { ...env, SLACK_BOT_TOKEN_FILE: 'empty' });
    expect(outcome.code).toBe(78);
    expect(wrongIn(outcome)).toEqual(['slack.bot-token']);
    expect(outcome.out).toContain('SLACK_BOT_TOKEN_FILE');
  });

  test('says why Slack can not be reached', async () => {
    const gone = await startSlack();
    await gone.stop();
    const env = { ...connected, SLACK_API_URL: gone.apiUrl };
    const { code, out } = await meetup(['doctor'], env);
    expect(code).toBe(1);
    expect(out).toContain('(ECONNREFUSED)');
  });

  test('looks at the folders, the settings and the address', async () => {
    writeFileSync(join(folder, 'occupied'), '');
    mkdirSync(join(folder, 'notes'));
    writeFileSync(join(folder, 'notes', 'community.md'), '---\nlocale: en\nzone: Nowhere/City\n---\n');
    const settings = await meetup(['doctor', '--json', '--content', 'notes'], { ...connected, LANG: 'C' });
    expect(settings.code).toBe(78);
    expect(wrongIn(settings)).toEqual(['settings']);
    expect(settings.out).toContain('community.md, line 3');
    const rest = await meetup(['doctor', '--json', '--content', 'nowhere'], {
      ...connected,
      MEETUP_DATA: join(folder, 'occupied'),
      PUBLIC_URL: 'meetup',
    });
    expect(rest.code).toBe(78);
    expect(wrongIn(rest)).toEqual(['content', 'data', 'address']);
  });
});
