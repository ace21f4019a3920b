/** Notes in the playground, from the first look to the last: whoever tries the bot without an account has all of them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createSqliteState } from '../../../adapters/sqlite/index.ts';
import { communityOf, libraryOver } from '../../community.ts';
import { folderOf } from '../temporary-folder.ts';
import type { Room } from './browsing.ts';
import { openPlayground } from './played.ts';
import type { Played } from './played.ts';

const settings = `---
name: Docker Meetup
locale: en
zone: Asia/Tokyo
notes: { consent: told }
---
`;

const now = () => new Date();
let folder: string;
let playground: Played;

beforeEach(async () => {
  folder = folderOf({ 'community.md': settings });
  const library = libraryOver(folder, { now });
  await library.sync();
  const { bot, round } = communityOf({ library, state: createSqliteState(':memory:'), now });
  playground = await openPlayground({ file: join(folderOf({}), 'history.db'), bot, library });
  if (round === null) throw new Error('a bot that remembers goes its rounds');
  // So that buttons find the chat.
  await round([playground.chat])(new AbortController().signal);
});
afterEach(() => playground.close());

/** A thread in which people talk; its page as Hanako has it. */
async function talk(): Promise<string> {
  const { messages } = await playground.say('/chat/general?as=taro&lang=en', 'Caches of BuildKit');
  const thread = `/chat/general/thread/${messages.at(-1)?.id.slice(1)}`;
  await playground.say(`${thread}?as=hanako&lang=ja`, 'ask @Taro about **mounts**');
  return `${thread}?as=hanako&lang=en`;
}

async function press({ messages }: Room, label: string): Promise<Room> {
  const button = messages.at(-1)?.buttons.find((each) => each.label === label);
  if (button === undefined) throw new Error(`there is no button ${label}`);
  return playground.press(button);
}

function file(): string {
  const reports = join(folder, 'reports');
  const names = readdirSync(reports).filter((name) => name.endsWith('.md'));
  expect(names).toHaveLength(1);
  return readFileSync(join(reports, names[0] ?? ''), 'utf8');
}

test('a thread is collected by a word in it, looked at by whoever asked, and saved', async () => {
  const thread = await talk();
  const seen = await playground.say(thread, '@meetup collect');
  expect(seen.messages.at(-1)).toMatchObject({ isPrivate: true });
  expect(seen.messages.at(-1)?.text).toContain('Caches of BuildKit');
  expect(readdirSync(folder)).toEqual(['community.md']);
  await press(seen, 'Save');
  expect(file()).toContain('ask @Taro about **mounts**');
  expect(file()).not.toContain('meetup collect');
});

test('names in it are the same, whoever collects it and in whichever language they read', async () => {
  const thread = await talk();
  await press(await playground.say(thread, '/meetup collect'), 'Save');
  const saved = file();
  expect(saved).toContain('Hanako');
  await press(
    await playground.say(thread.replace('hanako&lang=en', 'taro&lang=ja'), '/meetup collect'),
    '保存',
  );
  expect(file()).toBe(saved);
});
