/** Notes in Discord, from the first look to the last: all of it real but Discord. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Library, Round } from '../../../src/port.ts';
import { communityOf, libraryOver } from '../../community.ts';
import type { Answer, Discord } from '../../discord/index.ts';
import { folderOf } from '../temporary-folder.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;
let library: Library;
let folder: string;
let round: Round;

const now = () => new Date();

const settings = `---
name: Docker Meetup
locale: en
zone: Asia/Tokyo
notes: { consent: told, reaction: memo }
---
`;

async function open(): Promise<void> {
  folder = folderOf({ 'community.md': settings });
  library = libraryOver(folder, { now });
  await library.sync();
}

beforeEach(async () => {
  await open();
  const community = (state: Connected['state']) => communityOf({ library, state, now });
  const { commands } = community({} as Connected['state']).bot;
  connected = await openDiscord({}, { commands });
  ({ discord } = connected);
  const { bot, round: rounds } = community(connected.state);
  if (rounds === null) throw new Error('a bot that remembers goes its rounds');
  const chat = await connected.start(bot, { settings: () => library.settings() });
  round = rounds([chat]);
  // So that buttons find the chat.
  await go();
});
afterEach(() => connected.stop());

const go = (): Promise<void> => round(new AbortController().signal);

/** Yui begins, Ken answers. */
async function talk() {
  const on = await discord.post({ user: 'yui', channel: 'general', text: 'BuildKit and its **caches**' });
  const { id } = await discord.startThread({ user: 'yui', name: 'Caches of BuildKit', on });
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xff]);
  const answer = await discord.post({
    user: 'ken',
    channel: id,
    text: 'ask @hanako in #general',
    replyTo: on,
    files: [{ name: 'graph.png', content: png, type: 'image/png' }],
  });
  return { on, id, answer };
}

const press = (on: Answer, button: string, user = 'gus') => discord.press({ user, on, button });

/** Rounds, each after something that was said later than all before has been heard. */
async function follow(isDone: () => boolean): Promise<void> {
  while (!isDone()) {
    await discord.ask({ user: 'gus', channel: 'dm', text: 'status' });
    await go();
  }
}

const file = (): string => {
  const reports = join(folder, 'reports');
  const names = readdirSync(reports).filter((name) => name.endsWith('.md'));
  expect(names).toHaveLength(1);
  return readFileSync(join(reports, names[0] ?? ''), 'utf8');
};

describe('notes that are collected by the menu of a message', () => {
  test('are seen by whoever collects, alone, and stand in a file that is found at once', async () => {
    const { answer, id } = await talk();
    const seen = await discord.messageCommand({ user: 'gus', name: 'Collect notes', on: answer });
    expect(seen.text).toContain('Caches of BuildKit');
    expect(seen.message?.onlyFor).toBe(discord.idOf.user('gus'));
    const saved = await press(seen, 'Save');
    expect(saved.message?.id).toBe(seen.message?.id);
    const text = file();
    expect(text).toContain(`https://discord.com/channels/${discord.idOf.guild()}/${id}`);
    expect(text).toContain('BuildKit and its **caches**');
    expect(text).toContain('ask @hanako in #general');
    expect(text).toMatch(/!\[graph\]?.*\]\(.*assets\/[a-z0-9]{10}\.png\)/);
    const body = text.slice(text.indexOf('notes:begin')).split('\n').slice(1).join('\n');
    expect(body).not.toMatch(/\d{17,}/);
    const { hits } = await library.search({ text: 'BuildKit caches', limit: 5, offset: 0 });
    expect(hits[0]?.report.title).toBe('Caches of BuildKit');
  });

  test('follow what is edited and deleted in chat', async () => {
    const { answer, on, id } = await talk();
    const seen = await discord.messageCommand({ user: 'gus', name: 'Collect notes', on: answer });
    await press(seen, 'Save');
    await discord.edit(on, 'Podman and its caches');
    await discord.erase(answer);
    await discord.post({ user: 'ken', channel: id, text: 'never mind' });
    await follow(() => file().includes('Podman') && !file().includes('ask @hanako'));
    expect(file()).toContain('never mind');
  });

  test('are one, of a message alone and of the thread that is begun on it later', async () => {
    const on = await discord.post({ user: 'yui', channel: 'general', text: 'BuildKit and its caches' });
    await press(await discord.messageCommand({ user: 'gus', name: 'Collect notes', on }), 'Save');
    const { id } = await discord.startThread({ user: 'yui', name: 'Caches', on });
    await discord.post({ user: 'ken', channel: id, text: 'and their mounts' });
    await discord.edit(on, 'Podman and its caches');
    await follow(() => file().includes('Podman'));
    expect(file()).toContain('and their mounts');
    const again = await discord.messageCommand({ user: 'gus', name: 'Collect notes', on });
    await press(again, 'Save');
    expect(file().match(/notes:begin/g)).toHaveLength(1);
    await discord.edit(on, 'Buildah and its caches');
    await follow(() => file().includes('Buildah'));
  });

  test('are not taken in a channel that not everybody sees', async () => {
    const on = await discord.post({ user: 'yui', channel: 'staff', text: 'between us' });
    const seen = await discord.messageCommand({ user: 'yui', name: 'Collect notes', on });
    expect(seen.text).not.toContain('between us');
    expect(readdirSync(folder)).toEqual(['community.md']);
  });
});

describe('notes that are collected', () => {
  test('by a word in the thread are looked at and saved in the conversation with the bot', async () => {
    const { id } = await talk();
    await discord.post({ user: 'gus', channel: id, text: '@meetup collect' });
    const seen = await discord.sees({ user: 'gus', text: 'Caches of BuildKit' });
    expect(seen.message?.channel).toBe(discord.idOf.direct('gus'));
    await press(seen, 'Save');
    expect(file()).toContain('BuildKit and its **caches**');
    expect(file()).not.toContain('collect');
  });

  test('by a reaction likewise', async () => {
    const { answer } = await talk();
    await discord.addReaction({ user: 'gus', message: answer, emoji: '📝' });
    await press(await discord.sees({ user: 'gus', text: 'Caches of BuildKit' }), 'Save');
    expect(file()).toContain('BuildKit and its **caches**');
  });
});
