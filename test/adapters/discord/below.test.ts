/** What stands below a message of the bot's: in the thread that begins with it, once. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Chat, Place, View } from '../../../src/port.ts';
import { heading, paragraph, root } from '../../../src/view/build.ts';
import type { Discord } from '../../discord/index.ts';
import { botOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;
let chat: Chat;
/** Of the summary. */
let ref: string;

const general = (): Place => ({
  platform: 'discord',
  workspace: discord.idOf.guild(),
  channel: discord.idOf.channel('general'),
  visibility: 'public',
});

const refOf = async (posted: ReturnType<Chat['post']>): Promise<string> => {
  const became = await posted;
  if (became.status !== 'posted') throw new Error(became.status);
  return became.ref;
};

beforeEach(async () => {
  connected = await openDiscord();
  ({ discord } = connected);
  chat = await connected.start(botOf(() => say('')));
  ref = await refOf(chat.post(general(), say('In short'), { key: 'digest' }));
});
afterEach(() => connected.stop());

const details: View = { body: root(heading(2, 'Week 48'), paragraph('At length')), next: [] };

const below = (view = details, since?: Date) =>
  chat.post(general(), view, { key: 'details', below: ref, ...(since && { since }) });

const threadId = (): string => ref.split('/')[1] ?? '';

/** Every thread of the server, with what stands in it. */
const threads = (): readonly (readonly [name: string, texts: number])[] =>
  [...discord.state.channels.values()]
    .filter(({ thread }) => thread !== null)
    .map(({ id, name }) => [
      name,
      discord.seenBy('yui', id).filter((text) => text.includes('At length')).length,
    ]);

async function forget(): Promise<void> {
  for (const { kind, key, version } of await connected.state.list('discord-post'))
    await connected.state.put({ kind, key, version, value: null });
}

describe('what stands below a message', () => {
  test('is in a thread of its own, called after its first line, and not in the channel', async () => {
    expect(await refOf(below())).toMatch(new RegExp(`^${threadId()}/`));
    expect(threads()).toEqual([['Week 48', 1]]);
    expect(discord.seenBy('yui', 'general').join()).not.toContain('At length');
  });

  test('has no longer name than Discord takes', async () => {
    const long = { ...details, body: root(heading(2, '長い題'.repeat(50)), paragraph('At length')) };
    await refOf(below(long));
    expect(threads()).toEqual([[`${'長い題'.repeat(33)}…`, 1]]);
  });

  test('is in the thread that is there already', async () => {
    const [channel = '', id = ''] = ref.split('/');
    await discord.startThread({ user: 'ken', name: 'docker?', on: { channel, id } });
    await refOf(below());
    expect(threads()).toEqual([['docker?', 1]]);
  });

  test('is in the same thread where the message stands in one', async () => {
    const question = await discord.post({ user: 'ken', channel: 'general', text: 'docker?' });
    const thread = await discord.startThread({ user: 'ken', name: 'docker', on: question });
    const there = { ...general(), thread: thread.id };
    ref = await refOf(chat.post(there, say('In short'), { key: 'digest in a thread' }));
    const posted = chat.post(there, details, { key: 'details', below: ref });
    expect(await refOf(posted)).toMatch(new RegExp(`^${thread.id}/`));
    expect(threads()).toEqual([['docker', 1]]);
  });

  test.each(['create_thread_from_message', 'create_message'])(
    'is there once, whatever becomes of %s',
    async (operation) => {
      const began = new Date();
      discord.fail(operation, { kind: 'lost' });
      expect(await below()).toEqual({ status: 'unsure' });
      await forget();
      discord.advance(5 * 60_000);
      await refOf(below(details, began));
      expect(threads()).toEqual([['Week 48', 1]]);
    },
  );

  test('is refused where the bot may start no thread', async () => {
    await discord.permit({ channel: 'general', who: 'meetup', deny: ['createPublicThreads'] });
    expect(await below()).toEqual({ status: 'refused', reason: '50013' });
    expect(threads()).toEqual([]);
  });

  test('is refused where the message is gone', async () => {
    ref = ref.replace(/\d{6}$/, '000000');
    expect(await below()).toEqual({ status: 'refused', reason: '10008' });
  });

  test('is put off where Discord has no time for a thread', async () => {
    discord.limit('create_thread_from_message', { retryAfter: 40 });
    expect((await below()).status).toBe('later');
  });

  test('wakes a thread that was laid aside', async () => {
    await refOf(below());
    await discord.archive({ thread: threadId() });
    await refOf(chat.post(general(), say('More'), { key: 'more', below: ref }));
    expect(discord.seenBy('yui', threadId()).at(-1)).toContain('More');
  });
});

describe('a look', () => {
  const anHourAgo = (): Date => new Date(Date.now() - 3_600_000);

  test('into a channel that the bot does not see any more posts nothing, and is of no use', async () => {
    await discord.permit({ channel: 'general', who: 'meetup', deny: ['viewChannel'] });
    const late = { key: 'late', since: anHourAgo() };
    expect(await chat.post(general(), details, late)).toEqual({ status: 'unsure', unreadable: true });
  });

  test('into a channel that is gone finds nothing: Discord refuses to post there', async () => {
    const gone = { ...general(), channel: '1' };
    const late = { key: 'late', since: anHourAgo() };
    expect(await chat.post(gone, details, late)).toEqual({ status: 'refused', reason: '10003' });
  });
});
