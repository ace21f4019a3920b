/** Conversations of Discord's, read as their readers may. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { printMarkdown } from '../../../src/content/markdown.ts';
import type { Chat, Person, Remark } from '../../../src/port.ts';
import type { Discord } from '../../discord/index.ts';
import type { Options as DiscordOptions } from '../../discord/index.ts';
import { botOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;
let chat: Chat;

async function open(options: DiscordOptions = {}): Promise<void> {
  connected = await openDiscord(options);
  ({ discord } = connected);
  chat = await connected.start(botOf(() => say('here')));
}

beforeEach(() => open());
afterEach(() => connected.stop());

const reader = (name: string): Person => ({
  id: discord.idOf.user(name),
  name,
  organiser: false,
  guest: false,
});

async function all(remarks: AsyncIterable<Remark>): Promise<readonly Remark[]> {
  const found: Remark[] = [];
  for await (const remark of remarks) found.push(remark);
  return found;
}

const lines = async (remarks: AsyncIterable<Remark>): Promise<readonly string[]> =>
  (await all(remarks)).map(({ author, body }) => `${author.name}: ${printMarkdown(body).trim()}`);

const read = async (ref: string, as = 'hanako') => {
  const thread = await chat.thread(ref, reader(as));
  return { ...thread, lines: await lines(thread.remarks()) };
};

/** Ken asks in that channel, and a thread begins with it. */
async function threadIn(channel: string, user = 'ken') {
  const first = await discord.post({ user, channel, text: 'What about **docker**?' });
  const thread = await discord.startThread({ user, name: 'docker', on: first });
  return { first, thread, ref: `${first.channel}/${first.id}` };
}

describe('a thread of a channel', () => {
  test('begins with the message that it hangs on, whichever of its messages is named', async () => {
    const { thread, ref } = await threadIn('general');
    const reply = await discord.post({ user: 'hanako', channel: thread.id, text: 'ask @ken in #general' });
    for (const named of [ref, `${thread.id}/${reply.id}`]) {
      const found = await read(named);
      expect(found.lines).toEqual(['ken: What about **docker**?', 'hanako: ask @ken in #general']);
      expect(found.expected).toBe(2);
      expect(found.place).toMatchObject({
        channel: discord.idOf.channel('general'),
        thread: thread.id,
        visibility: 'public',
      });
    }
  });

  test('is read to its end, however long, and on from where one stopped', async () => {
    const { thread, ref } = await threadIn('general');
    for (let count = 0; count < 150; count += 1)
      await discord.post({ user: 'ken', channel: thread.id, text: `line ${count}` });
    const found = await chat.thread(ref, reader('hanako'));
    const remarks = await all(found.remarks());
    expect([remarks.length, found.expected]).toEqual([151, 151]);
    expect(await lines(found.remarks(remarks[148]?.id))).toEqual(['ken: line 148', 'ken: line 149']);
  });

  test('leaves out what nobody said', async () => {
    const { thread, ref } = await threadIn('general');
    await discord.post({ user: 'ken', channel: thread.id, text: '', type: 6 });
    expect((await read(ref)).lines).toHaveLength(1);
  });

  test('whose first message is gone is read without it', async () => {
    const { first, thread } = await threadIn('general');
    const reply = await discord.post({ user: 'ken', channel: thread.id, text: 'never mind' });
    await discord.erase(first);
    expect((await read(`${thread.id}/${reply.id}`)).lines).toEqual(['ken: never mind']);
  });

  test('that was laid aside is read as well, and stays there', async () => {
    const { thread, ref } = await threadIn('general');
    await discord.archive({ thread: thread.id });
    expect((await read(ref)).lines).toHaveLength(1);
    expect(discord.state.channels.get(thread.id)?.thread?.archived).toBe(true);
  });
});

describe('a post of a forum', () => {
  test('begins with its own first message', async () => {
    const thread = await discord.startThread({
      user: 'ken',
      name: 'help',
      channel: 'questions',
      text: 'How?',
    });
    await discord.post({ user: 'hanako', channel: thread.id, text: 'Like this.' });
    const found = await read(`${thread.id}/${thread.id}`);
    expect([found.lines, found.expected]).toEqual([['ken: How?', 'hanako: Like this.'], 2]);
  });
});

describe('a message without a thread', () => {
  test('stands alone', async () => {
    const { id, channel } = await discord.post({ user: 'ken', channel: 'general', text: 'hello' });
    const found = await read(`${channel}/${id}`);
    expect([found.lines, found.expected]).toEqual([['ken: hello'], 1]);
    const thread = await chat.thread(`${channel}/${id}`, reader('hanako'));
    expect(await all(thread.remarks(id))).toEqual([]);
  });

  test('in the conversation with the bot is read by whose it is, and by nobody else', async () => {
    const { message } = await discord.ask({ user: 'ken', channel: 'dm', text: 'hello' });
    const ref = `${message?.channel}/${message?.id}`;
    expect((await read(ref, 'ken')).lines).toHaveLength(1);
    expect((await read(ref, 'hanako')).lines).toEqual([]);
  });
});

describe('who may not read it', () => {
  const nothing = { expected: 0, lines: [] };

  test('finds nothing, as where there is nothing', async () => {
    const { ref } = await threadIn('staff', 'yui');
    expect(await read(ref, 'yui')).toMatchObject({ expected: 1 });
    expect(await read(ref, 'hanako')).toMatchObject(nothing);
    expect(await read('1/2', 'hanako')).toMatchObject(nothing);
  });

  test('may have been allowed to a moment ago', async () => {
    const { ref } = await threadIn('general');
    await discord.leave({ user: 'hanako' });
    expect(await read(ref, 'hanako')).toMatchObject(nothing);
  });

  test('may see the channel, but was not added to the thread', async () => {
    const shut = await discord.startThread({ user: 'ken', name: 'x', channel: 'general', isPrivate: true });
    const { id } = await discord.post({ user: 'ken', channel: shut.id, text: 'between us' });
    if (shut.thread)
      shut.thread = { ...shut.thread, members: shut.thread.members.union(new Set([discord.appId])) };
    const ref = `${shut.id}/${id}`;
    expect((await read(ref, 'ken')).lines).toEqual(['ken: between us']);
    expect((await read(ref, 'yui')).lines).toEqual(['ken: between us']);
    expect(await read(ref, 'hanako')).toMatchObject(nothing);
  });
});

describe('a conversation whose words Discord does not show', () => {
  test('is not read at all, with a sentence that says what to do', async () => {
    await connected.stop();
    await open({ app: { privileged: 0 } });
    const { ref } = await threadIn('general');
    await expect(chat.thread(ref, reader('hanako'))).rejects.toMatchObject({ code: 'discord-no-content' });
  });
});
