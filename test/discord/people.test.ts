/** What people do, as discord.js hears of it: messages of every kind, reactions, threads. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Client, Message } from 'discord.js';
import { Events, MessageReferenceType, MessageType } from 'discord.js';
import { connect } from './client.ts';
import type { Discord } from './index.ts';
import { startDiscord } from './index.ts';

let discord: Discord;
let client: Client<true>;
/** What discord.js heard of so far. */
let received: Message[];

beforeEach(async () => {
  discord = await startDiscord();
  client = await connect(discord);
  received = [];
  client.on(Events.MessageCreate, (message) => received.push(message));
});

afterEach(async () => {
  await client.destroy();
  await discord.stop();
});

/** That message as discord.js hears of it. */
const heard = (posted: { readonly id: string }): Promise<Message> =>
  new Promise((resolve) => {
    const there = received.find(({ id }) => id === posted.id);
    if (there) resolve(there);
    client.on(Events.MessageCreate, (message) => {
      if (message.id === posted.id) resolve(message);
    });
  });

const post = (text: string, more: object = {}) =>
  discord.post({ user: 'ken', channel: 'general', text, ...more });

describe('a message', () => {
  test('names people, channels and roles by what is typed', async () => {
    const { mentions, member, author } = await heard(await post('@hanako in #news, @organisers'));
    expect(mentions.users.map(({ username }) => username)).toEqual(['hanako']);
    expect(mentions.channels.map((channel) => ('name' in channel ? channel.name : ''))).toEqual(['news']);
    expect([member?.displayName, author.username]).toEqual(['ken', 'ken']);
    expect(discord.seenBy('gus', 'general')).toEqual(['@hanako in #news, @organisers']);
  });

  test('answers another, and says so even when that is gone', async () => {
    const first = await post('one');
    const reply = await heard(await post('two', { replyTo: first }));
    expect(reply.type).toBe(MessageType.Reply);
    expect((await reply.fetchReference()).content).toBe('one');
    await discord.erase(first);
    expect(discord.seenBy('ken', 'general')).toEqual(['↱ (deleted)\ntwo']);
  });

  test('is passed on as a copy', async () => {
    const original = await post('look', { files: [{ name: 'a.md', content: '# a' }] });
    const forward = (user: string) => discord.forward({ user, message: original, channel: 'staff' });
    await expect(forward('hanako')).rejects.toThrow('hanako may not write in staff');
    const copy = await heard(await forward('yui'));
    await discord.edit(original, 'changed');
    expect(copy.reference?.type).toBe(MessageReferenceType.Forward);
    expect(copy.messageSnapshots.map(({ content }) => content)).toEqual(['look']);
    expect(discord.seenBy('yui', 'staff')).toEqual(['(forwarded)\n> look\n> (file: a.md)']);
  });

  test('has files, whose addresses hold for a day', async () => {
    const posted = await post('', {
      files: [{ name: 'notes.md', content: '# 会', description: 'notes', isSpoiler: true }],
    });
    const file = (await heard(posted)).attachments.first();
    expect([file?.name, file?.size, file?.spoiler, file?.description]).toEqual([
      'SPOILER_notes.md',
      5,
      true,
      'notes',
    ]);
    const download = () => fetch(file?.url ?? '').then(async (got) => [got.status, await got.text()]);
    expect(await download()).toEqual([200, '# 会']);
    discord.advance(25 * 60 * 60_000);
    expect((await download())[0]).toBe(404);
  });

  test('has stickers, polls, previews and times', async () => {
    const message = await heard(
      await post('at <t:1790000000:D>', {
        stickers: [{ id: '1', name: 'wave' }],
        embeds: [{ title: 'A page', url: 'https://example.org/', description: 'about' }],
        poll: {
          question: { text: 'When?' },
          answers: [{ answer_id: 1, poll_media: { text: 'Monday' } }],
          allow_multiselect: false,
          layout_type: 1,
          expiry: '2027-01-01T00:00:00.000Z',
        },
      }),
    );
    expect(message.stickers.map(({ name }) => name)).toEqual(['wave']);
    expect(message.poll?.question.text).toBe('When?');
    expect(message.embeds[0]?.title).toBe('A page');
    expect(discord.seenBy('ken', 'general')[0]?.split('\n')).toEqual([
      'at September 21, 2026',
      '▏ A page <https://example.org/>',
      '▏ about',
      '(sticker: wave)',
      '(poll: When?)',
      '( ) Monday',
    ]);
  });

  test('is edited and deleted', async () => {
    const message = await post('one');
    const edited = new Promise<string>((resolve) => {
      client.once(Events.MessageUpdate, (_, { content }) => resolve(content));
    });
    await discord.edit(message, 'two');
    expect(await edited).toBe('two');
    const deleted = new Promise<string>((resolve) => {
      client.once(Events.MessageDelete, ({ id }) => resolve(id));
    });
    await discord.erase(message);
    expect(await deleted).toBe(message.id);
    await expect(discord.edit(message, 'three')).rejects.toThrow('no such message');
  });

  test('of the system has its type', async () => {
    expect((await heard(await post('', { type: 6 }))).system).toBe(true);
  });
});

test('a reaction is heard of, once', async () => {
  const message = await post('one');
  const emoji: string[] = [];
  client.on(Events.MessageReactionAdd, (reaction) => emoji.push(reaction.emoji.name ?? ''));
  await discord.addReaction({ user: 'hanako', message, emoji: '📝' });
  await discord.addReaction({ user: 'hanako', message, emoji: '📝' });
  await heard(await post('end'));
  expect(emoji).toEqual(['📝']);
  const channel = await client.channels.fetch(message.channel);
  if (!channel?.isTextBased()) throw new Error('no text');
  const found = await channel.messages.fetch({ message: message.id, force: true });
  await found.react('📝');
  expect(discord.messages('general')[0]?.reactions.get('📝')).toEqual([
    discord.idOf.user('hanako'),
    discord.appId,
  ]);
});

test('a thread begins with the message that it is about, and its posts are heard in it', async () => {
  const about = await post('a talk');
  const created = new Promise<string>((resolve) => {
    client.once(Events.ThreadCreate, ({ name }) => resolve(name));
  });
  await discord.startThread({ user: 'hanako', name: 'talk', on: about });
  expect(await created).toBe('talk');
  const message = await heard(await discord.post({ user: 'ken', channel: 'talk', text: 'in it' }));
  expect(message.channel.isThread() && message.channel.parent?.name).toBe('general');
  expect(discord.transcript()).toContain('#general ↳ talk ken: in it');
});
