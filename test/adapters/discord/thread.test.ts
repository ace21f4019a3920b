/** Conversations of Discord's, read as their readers may. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { PermissionFlagsBits as bits } from 'discord.js';
import { printMarkdown } from '../../../src/content/markdown.ts';
import { timeOf } from '../../../adapters/discord/snowflake.ts';
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

/** From now on nobody but the bot sees that channel. The gateway does not tell. */
function close(name: string): void {
  const channel = discord.state.channels.get(discord.idOf.channel(name));
  if (channel === undefined) throw new Error('there is no such channel');
  channel.overwrites = [
    { id: discord.idOf.guild(), kind: 'role', allow: 0n, deny: bits.ViewChannel },
    { id: discord.appId, kind: 'member', allow: bits.ViewChannel, deny: 0n },
  ];
}

const lines = async (remarks: AsyncIterable<Remark>): Promise<readonly string[]> =>
  (await all(remarks)).map(({ author, body }) => `${author.name}: ${printMarkdown(body).trim()}`);

const read = async (ref: string, as = 'hanako') => {
  const thread = await chat.thread(ref, reader(as));
  const said = await lines(thread.remarks());
  return { ...thread, lines: said };
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

  test('begins with that message itself: its author, its time, its id and its address', async () => {
    const { first, thread, ref } = await threadIn('general');
    await discord.edit(first, 'What about *podman*?');
    const found = await chat.thread(ref, null);
    const [opening] = await all(found.remarks());
    expect(opening).toMatchObject({
      id: first.id,
      author: { id: discord.idOf.user('ken') },
      edited: expect.any(Date),
      url: `https://discord.com/channels/${discord.idOf.guild()}/${first.channel}/${first.id}`,
    });
    expect(opening?.at).toEqual(timeOf(first.id));
    expect(found).toMatchObject({
      ref: `${thread.id}/${thread.id}`,
      title: 'docker',
      url: `https://discord.com/channels/${discord.idOf.guild()}/${thread.id}`,
    });
  });

  test('leaves out what nobody said, and does not expect it of whoever has read to the end', async () => {
    const { thread, ref } = await threadIn('general');
    for (const type of [6, 4, 1]) await discord.post({ user: 'ken', channel: thread.id, text: '', type });
    expect(await read(ref)).toMatchObject({ lines: [expect.anything()], expected: 1 });
    expect((await chat.thread(ref, reader('hanako'))).expected).toBe(1);
  });

  test('knows of what nobody said on later pages once it has been read to its end', async () => {
    const { thread, ref } = await threadIn('general');
    for (let count = 0; count < 120; count += 1)
      await discord.post({ user: 'ken', channel: thread.id, text: `line ${count}` });
    await discord.post({ user: 'ken', channel: thread.id, text: '', type: 6 });
    const found = await chat.thread(ref, null);
    expect(found.expected).toBe(122);
    expect((await all(found.remarks())).length).toBe(121);
    expect(found.expected).toBe(121);
    expect((await chat.thread(ref, null)).expected).toBe(121);
  });

  test('has the files of its messages, as long as Discord has them', async () => {
    const { thread, ref } = await threadIn('general');
    const content = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);
    const files = [{ name: 'a.png', content }];
    const posted = await discord.post({ user: 'ken', channel: thread.id, text: 'look', files });
    const [, remark] = await all((await chat.thread(ref, null)).remarks());
    expect(remark?.files).toMatchObject([{ name: 'a.png', size: 6 }]);
    expect(await remark?.files[0]?.read(6)).toEqual(content);
    expect(await remark?.files[0]?.read(5)).toBeNull();
    await discord.erase(posted);
    expect(await remark?.files[0]?.read(6)).toBeNull();
  });

  test('whose beginning Discord does not send along is asked for it', async () => {
    const { ref } = await threadIn('general');
    await discord.post({ user: 'hanako', channel: ref.split('/')[1] ?? '', text: 'yes' });
    const really = globalThis.fetch;
    globalThis.fetch = async (url, init) => {
      const answer = await really(url, init);
      if (typeof url !== 'string' || !url.includes('/messages?')) return answer;
      const page = (await answer.json()) as readonly object[];
      return Response.json(
        page.map((message) => ({ ...message, referenced_message: undefined })),
        answer,
      );
    };
    try {
      expect(await read(ref)).toMatchObject({
        lines: ['ken: What about **docker**?', 'hanako: yes'],
        expected: 2,
      });
      expect(discord.calls.map(({ operation }) => operation)).toContain('get_message');
    } finally {
      globalThis.fetch = really;
    }
  });

  test('whose first message is gone is read without it', async () => {
    const { first, thread } = await threadIn('general');
    const reply = await discord.post({ user: 'ken', channel: thread.id, text: 'never mind' });
    await discord.erase(first);
    expect(await read(`${thread.id}/${reply.id}`)).toMatchObject({
      lines: ['ken: never mind'],
      expected: 1,
    });
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

describe('who can read it', () => {
  const visibility = async (ref: string): Promise<string> => (await chat.thread(ref, null)).place.visibility;

  test('is what Discord says when it is asked: a channel may have turned private', async () => {
    const { ref } = await threadIn('general');
    expect(await visibility(ref)).toBe('public');
    close('general');
    expect(await visibility(ref)).toBe('private');
    expect(await read(ref, 'hanako')).toMatchObject({ ref: '', lines: [] });
  });

  test('are those who were added to a private thread, and one alone in a conversation with the bot', async () => {
    const thread = await discord.startThread({ user: 'ken', name: 'x', channel: 'general', isPrivate: true });
    if (thread.thread)
      thread.thread = { ...thread.thread, members: thread.thread.members.union(new Set([discord.appId])) };
    expect(await visibility(`${thread.id}/${thread.id}`)).toBe('private');
    const { message } = await discord.ask({ user: 'ken', channel: 'dm', text: 'hello' });
    expect(await visibility(`${message?.channel}/${message?.id}`)).toBe('direct');
  });

  test('a place is a thread’s or none', async () => {
    const { thread } = await threadIn('general');
    const { place } = await chat.thread(`${thread.id}/${thread.id}`, null);
    expect((await chat.thread(place, null)).ref).toBe(`${thread.id}/${thread.id}`);
    const { thread: _, ...channel } = place;
    expect((await chat.thread(channel, null)).ref).toBe('');
  });
});

describe('where Discord does not answer', () => {
  const broken = { kind: 'status', status: 500 } as const;

  test.each(['get_channel', 'get_guild', 'get_guild_member', 'list_messages'])(
    'nothing is said to be gone (%s)',
    async (operation) => {
      const { ref } = await threadIn('general');
      discord.fail(operation, broken, 10);
      await expect(chat.thread(ref, reader('hanako'))).rejects.toMatchObject({ status: 500 });
    },
  );

  test('names are not made up, and are right as soon as it answers again', async () => {
    const { ref } = await threadIn('general');
    discord.fail('get_guild_member', broken, 3);
    await expect(all((await chat.thread(ref, null)).remarks())).rejects.toMatchObject({ status: 500 });
    expect(await lines((await chat.thread(ref, null)).remarks())).toEqual(['ken: What about **docker**?']);
  });
});

describe('a thread of two thousand messages', () => {
  test('is read through rate limits, each once and in order', async () => {
    const { thread, ref } = await threadIn('general');
    await chat.stop();
    for (let count = 1; count < 2000; count += 1)
      await discord.post({ user: 'ken', channel: thread.id, text: `line ${count}` });
    chat = await connected.start(botOf(() => say('here')));
    discord.rule('list_messages', { limit: 4, seconds: 0.1 });
    const found = await chat.thread(ref, reader('hanako'));
    expect(found.expected).toBe(2000);
    discord.limit('list_messages', { retryAfter: 0.05, times: 2 });
    const ids: string[] = [];
    for await (const { id } of found.remarks()) {
      ids.push(id);
      if (ids.length % 500 === 0) discord.limit('list_messages', { retryAfter: 0.05, times: 2 });
    }
    expect(ids.length).toBe(2000);
    expect(new Set(ids).size).toBe(2000);
    expect(ids).toEqual(ids.toSorted((one, other) => Number(BigInt(one) - BigInt(other))));
    expect(discord.calls.filter(({ status }) => status === 429).length).toBeGreaterThan(3);
  }, 20_000);
});

describe('a conversation whose words Discord does not show', () => {
  test('is not read at all, with a sentence that says what to do', async () => {
    await connected.stop();
    await open({ app: { privileged: 0 } });
    const { ref } = await threadIn('general');
    await expect(chat.thread(ref, reader('hanako'))).rejects.toMatchObject({ code: 'discord-no-content' });
  });
});
