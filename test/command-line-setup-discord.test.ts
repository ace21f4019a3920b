/** `setup discord` and `doctor` as people start them: what is printed lies beside the tests, to be read by people. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PermissionFlagsBits as bits } from 'discord.js';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { takeLock } from '../adapters/lock/index.ts';
import type { Registration } from '../src/port.ts';
import {
  applicationJson,
  channel,
  commandsIn,
  envOf,
  ids,
  overwrite,
  path,
  roles,
  startDiscordApi,
  token,
} from './adapters/discord/api.ts';
import type { Api } from './adapters/api.ts';
import { runMeetup } from './run-meetup.ts';
import type { Outcome } from './run-meetup.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(30_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'meetup-setup-discord-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const meetup = (args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Outcome> =>
  runMeetup(folder, args, env);

const goldens = join(import.meta.dirname, 'golden/discord');

/** `GOLDEN=write npm test -- test/command-line-setup-discord` writes the files anew; read the difference before you commit it. */
const isWriting = process.env['GOLDEN'] === 'write';

/** What was printed is what stands in `golden/discord/NAME.txt`, but for what every machine has of its own. */
function expectPrinted(text: string, name: string): void {
  const own = text
    .split('\n')
    .filter((line) => !/^✔ .*(?:Node\.js|フォルダー|folder)/.test(line))
    .join('\n')
    .replace(/127\.0\.0\.1:\d+/g, '127.0.0.1');
  mkdirSync(goldens, { recursive: true });
  const file = join(goldens, `${name}.txt`);
  if (isWriting) writeFileSync(file, own);
  expect(own).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '');
}

/** Discord with commands of an earlier day: a subcommand in other words, one that is gone, and a stranger. */
function startOldDiscord(): Promise<Api> {
  const [slash] = structuredClone(commandsIn('ja')) as {
    description: string;
    options: object[];
    name: string;
  }[];
  const old = { ...slash, description: 'Search', options: slash?.options.slice(1) };
  return startDiscordApi({ [path.commands]: [old, { ...slash, name: 'hatoba' }] });
}

describe('setup discord', () => {
  test.each(['ja', 'en'] as const)(
    'prints what is to be done, and on stderr how to begin, in %s',
    async (locale) => {
      const LANG = { ja: 'ja_JP.UTF-8', en: 'en_US.UTF-8' }[locale];
      const api = await startOldDiscord();
      const { code, out, err } = await meetup(['setup', 'discord'], { ...envOf(api), LANG });
      expect(code).toBe(0);
      expectPrinted(out, `setup.${locale}`);
      expectPrinted(err, `setup-steps.${locale}`);
      expect(api.calls.map(([asked]) => asked)).not.toContain(path.apply);
      expect(out + err).not.toContain(token);
    },
  );

  test('does it with --apply, in one call, and then has nothing to do', async () => {
    const old = await startOldDiscord();
    const applied = await meetup(['setup', 'discord', '--apply'], envOf(old));
    expect(applied).toMatchObject({ code: 0, out: expect.stringContaining('Done.') });
    expect(old.calls.filter(([asked]) => asked === path.apply)).toHaveLength(1);
    const known = await startDiscordApi({ [path.commands]: commandsIn('ja') });
    const again = await meetup(['setup', 'discord', '--apply'], envOf(known));
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Nothing to do.') });
    expect(known.calls.map(([asked]) => asked)).not.toContain(path.apply);
  });

  test('has nothing to say beside the plan where machines read, and plans the same in every language', async () => {
    const api = await startDiscordApi({ [path.commands]: (commandsIn('ja') as object[]).slice(1) });
    const { code, out, err } = await meetup(['setup', 'discord', '--json', '--locale', 'en'], envOf(api));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const plan = JSON.parse(out) as Registration & { readonly applied: boolean };
    expect(Object.keys(plan)).toEqual(['applied', 'steps', 'invite']);
    expect(plan).toMatchObject({
      applied: false,
      steps: [
        { kind: 'create', name: '/meetup', differences: [] },
        { kind: 'nothing', name: 'Collect notes', differences: [] },
      ],
      invite: expect.stringContaining(ids.application),
    });
  });

  test('without a token says how to get one, and exits 78', async () => {
    const { code, out, err } = await meetup(['setup', 'discord']);
    expect({ code, out }).toEqual({ code: 78, out: '' });
    expect(err).toContain('New Application');
    expect(err.trimEnd().split('\n').at(-1)).toMatch(/^DISCORD_TOKEN is not set\./);
  });

  test('with --apply is the only one on the data folder; without, it may look', async () => {
    const api = await startOldDiscord();
    expect((await meetup(['setup', 'discord', '--apply'], envOf(api))).code).toBe(0);
    const lock = takeLock(join(folder, 'data', 'lock'));
    try {
      expect((await meetup(['setup', 'discord'], envOf(api))).code).toBe(0);
      const refused = await meetup(['setup', 'discord', '--apply'], envOf(api));
      expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('Another bot is running') });
      expect(api.calls.filter(([asked]) => asked === path.apply)).toHaveLength(1);
    } finally {
      lock?.release();
    }
  });

  test('takes no option that is for another platform', async () => {
    expect(await meetup(['setup', 'discord', '--compare', 'saved.json'])).toEqual({
      code: 2,
      out: '',
      err: 'setup discord has no --compare.\n',
    });
  });

  test.each([
    ['refuses the token', 78, 401],
    ['is ill', 1, 500],
  ])('ends with a sentence where Discord %s', async (_name, code, status) => {
    const api = await startDiscordApi({}, { [path.application]: () => ({ status, body: '' }) });
    const outcome = await meetup(['setup', 'discord', '--json'], envOf(api));
    expect(outcome).toMatchObject({ code, out: '' });
    expect(outcome.err.trimEnd().split('\n')).toHaveLength(1);
    expect(outcome.err).not.toContain(token);
  });
});

describe('doctor', () => {
  test.each(['ja', 'en'] as const)('says in %s what is well and what is not', async (locale) => {
    const rights = String(bits.ViewChannel | bits.SendMessages);
    const api = await startDiscordApi({
      [path.application]: { ...applicationJson, flags: 0 },
      [path.commands]: [],
      [path.guilds]: [{ id: ids.guild, name: 'Meetup Tokyo' }],
      [path.roles]: [roles.everyone(rights), roles.bot(rights)],
      [path.channels]: [
        channel('general'),
        channel('talks', { permission_overwrites: [overwrite(ids.role, { deny: bits.SendMessages })] }),
      ],
    });
    const { code, out, err } = await meetup(['doctor', '--locale', locale], envOf(api));
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expectPrinted(out, `doctor.${locale}`);
    expect(out).not.toContain(token);
  });

  test('is content where all is well, and prints the agreed form for machines', async () => {
    const api = await startDiscordApi({ [path.commands]: commandsIn('ja') });
    const { code, out, err } = await meetup(['doctor', '--json'], envOf(api));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    for (const line of out.trimEnd().split('\n'))
      expect(Object.keys(JSON.parse(line) as object)).toEqual(['check', 'ok', 'message', 'fix']);
    expect(out).toContain('discord.channels');
  });
});
