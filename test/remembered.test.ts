/** What the bot that stays remembers from one start to the next, and that nothing else does. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { browse } from './adapters/web/browsing.ts';
import { folderOf } from './adapters/temporary-folder.ts';
import { startBot } from './bot-process.ts';
import type { BotProcess } from './bot-process.ts';

/** A process starts in about a second, and much slower on a busy machine. */
jest.setTimeout(30_000);

let data: string;
let bots: BotProcess[];
beforeEach(() => {
  data = join(folderOf({}), 'data');
  bots = [];
});
/** Whatever a test came to, nothing of it runs on. */
afterEach(async () => {
  for (const bot of bots) bot.process.kill('SIGKILL');
  await Promise.all(bots.map(({ ended }) => ended));
});

function start(): BotProcess {
  const bot = startBot({ MEETUP_DATA: data });
  bots.push(bot);
  return bot;
}

const room = (person: string): string => `/chat/direct?as=${person}&lang=en`;

const said = async (bot: BotProcess, person: string, line: string): Promise<string> => {
  const { messages } = await browse(await bot.url).say(room(person), line);
  return messages.at(-1)?.text ?? '';
};

test('what a member did not find is shown to an organiser alone, also after the next start', async () => {
  const first = start();
  await said(first, 'hanako', 'Zzyzx');
  expect(await said(first, 'hanako', 'status')).not.toContain('zzyzx');
  expect(await said(first, 'taro', 'status')).toContain('“zzyzx” — 1 time');
  first.process.kill('SIGTERM');
  expect([await first.ended, first.complaints()]).toEqual([0, '']);

  const second = start();
  await said(second, 'hanako', 'zzyzx');
  expect(await said(second, 'taro', 'status')).toContain('“zzyzx” — 2 times');
});

test('a verb that reads remembers nothing', () => {
  const program = resolve(import.meta.dirname, '../src/start.mjs');
  const { status, stdout } = spawnSync(process.execPath, [program, 'ask', '--json'], {
    env: { ...process.env, MEETUP_DATA: data },
    input: 'zzyzx\nstatus\n',
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  expect(stdout).toContain('"unanswered":[]');
  expect([existsSync(data), existsSync(join(data, 'state.db'))]).toEqual([true, false]);
});

test('a damaged memory is neither used nor thrown away: the bot says what to do', async () => {
  mkdirSync(data);
  const file = join(data, 'state.db');
  writeFileSync(file, 'once a database, now noise '.repeat(300));
  const bot = start();
  expect(await bot.ended).toBe(1);
  expect(bot.complaints()).toContain(`${file}. It was left as it is.`);
  expect(readFileSync(file, 'utf8')).toMatch(/^once a database/);
});

test('the memory of a later version is not touched: the bot says what to do', async () => {
  mkdirSync(data);
  const file = join(data, 'state.db');
  const later = new DatabaseSync(file);
  later.exec('PRAGMA application_id = 0x6d737461; PRAGMA user_version = 99; CREATE TABLE later (x)');
  later.close();
  const bot = start();
  expect(await bot.ended).toBe(1);
  expect(bot.complaints()).toContain(`${file} was written by a later version of the bot.`);
});
