/** The bot as a container runs it, without one: as process 1, where only its data can be written, as a user without a name. */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { rawClient } from '../adapters/web/raw.ts';
import { startBot, untilRefused } from '../bot-process.ts';
import type { BotProcess } from '../bot-process.ts';
import { project } from './file.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(30_000);

const folder = mkdtempSync(join(tmpdir(), 'meetup-process-'));
afterAll(() => rmSync(folder, { recursive: true }));

let data: string;
let sandbox: ChildProcess;

beforeEach(() => {
  data = mkdtempSync(join(folder, 'data-'));
});
/** Whatever a test came to, nothing of it runs on. */
afterEach(async () => {
  if (sandbox.exitCode !== null || sandbox.signalCode !== null) return;
  sandbox.kill('SIGKILL');
  await once(sandbox, 'exit');
});

function start(within: readonly string[]): BotProcess {
  const bot = startBot({ MEETUP_DATA: data, MEETUP_CONTENT: join(data, 'content') }, [], within);
  sandbox = bot.process;
  return bot;
}

/** To process 1 of the sandbox, which hands nothing on by itself. */
function signal(name: NodeJS.Signals): void {
  const { pid } = sandbox;
  process.kill(Number.parseInt(readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8'), 10), name);
}

/** A sandbox is a command that runs another. */
const works = ([command = '', ...words]: readonly string[]): boolean =>
  spawnSync(command, [...words, 'true']).status === 0;

const first = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];
// Skipped where unshare is missing or may not make a process 1: nothing else makes one without a container.
const whereFirst = works(first) ? describe : describe.skip;

whereFirst('as process 1 (skipped where unshare may not make one)', () => {
  test('ends with 0 when it is asked to', async () => {
    const { url, ended } = start(first);
    await url;
    signal('SIGTERM');
    expect(await ended).toBe(0);
  });

  test('ends at once when it is asked a second time, whoever is still being served', async () => {
    const { url, ended } = start(first);
    const client = await rawClient(Number(new URL(await url).port), 'GET / HTTP/1.1\r\n');
    signal('SIGTERM');
    await untilRefused(await url);
    signal('SIGTERM');
    expect(await ended).toBe(143);
    await client.closed;
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('ends by %s although it does not listen yet', async (name, code) => {
    copyFileSync(join(project, 'src/start.mjs'), join(data, 'start.mjs'));
    writeFileSync(join(data, 'main.ts'), "console.log('loading'); setInterval(() => {}, 1000);");
    const [command, ...words] = [...first, process.execPath, join(data, 'start.mjs')];
    const loading = spawn(command, words);
    sandbox = loading;
    await once(loading.stdout, 'data');
    signal(name);
    expect(await once(loading, 'exit')).toEqual([code, null]);
  });
});

/** Nothing can be written, not even /tmp; the user is no one that the system knows, and may do nothing special. */
const readOnly = ['bwrap', '--ro-bind', '/', '/', '--proc', '/proc', '--dev', '/dev', '--die-with-parent'];
const nobody = ['--unshare-user', '--uid', '1234', '--gid', '0', '--cap-drop', 'ALL'];
const confined = [...readOnly, ...nobody, '--unshare-pid', '--as-pid-1'];
// Skipped where bubblewrap is missing or may not confine: without it nothing keeps a test from writing anywhere.
const whereConfined = works(confined) ? describe : describe.skip;

whereConfined('where only its data can be written (skipped where bubblewrap is missing or may not)', () => {
  const only = (): readonly string[] => [...confined, '--bind', data, data];

  test('nothing else really can', () => {
    const [command = '', ...words] = only();
    const touch = (file: string): unknown => spawnSync(command, [...words, 'touch', file]).status;
    const places = [project, tmpdir(), join(project, 'content'), data];
    expect(places.map((place) => touch(join(place, 'touched')))).toEqual([1, 1, 1, 0]);
    expect(places.map((place) => existsSync(join(place, 'touched')))).toEqual([false, false, false, true]);
  });

  test('it begins with the sample, serves it, and ends with 0', async () => {
    const { url, ended, complaints } = start(only());
    const page = await fetch(`${await url}/reports?lang=en`);
    expect(await page.text()).toContain('Docker Meetup Tokyo #6');
    signal('SIGTERM');
    expect(await ended).toBe(0);
    expect(complaints()).toBe('');
    expect(readdirSync(join(data, 'content'))).toEqual(readdirSync(join(project, 'content')));
  });
});
