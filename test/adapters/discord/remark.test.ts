/** A message as a remark: whose words it is, what it answers and passes on, what hangs on it. */
import { describe, expect, test } from '@jest/globals';
import { MessageType } from 'discord.js';
import { permalinkOf } from '../../../adapters/discord/permalink.ts';
import { remarkOf } from '../../../adapters/discord/remark.ts';
import type { Said } from '../../../adapters/discord/remark.ts';
import { printMarkdown } from '../../../src/content/markdown.ts';
import type { Remark } from '../../../src/port.ts';
import { names } from './spoken.ts';

const hanako = { id: '1', username: 'hanako', global_name: 'Hanako' };
const ken = { id: '2', username: 'ken' };

const said = (message: Partial<Said>): Said => ({
  id: '20',
  channel_id: '10',
  type: MessageType.Default,
  author: hanako,
  timestamp: '2027-03-10T10:00:00.123Z',
  ...message,
});

const read = (message: Partial<Said> = {}): Promise<Remark> =>
  remarkOf(said(message), {
    names,
    nameOf: async ({ id }) => (id === '1' ? '花子' : null),
    urlOf: ({ channel_id: channel, id }) => permalinkOf('5', channel, id),
    readerOf: () => async () => null,
  });

const words = ({ body }: Pick<Remark, 'body'>): string => printMarkdown(body).trimEnd();

const quotesOf = async (message: Partial<Said>) =>
  (await read(message)).quotes.map((quote) => ({ ...quote, body: words(quote) }));

describe('a remark', () => {
  test('has its place, its time and its address', async () => {
    expect(await read({ content: 'hi' })).toMatchObject({
      id: '20',
      at: new Date('2027-03-10T10:00:00.123Z'),
      edited: null,
      url: 'https://discord.com/channels/5/10/20',
      quotes: [],
      files: [],
    });
  });

  test('of a conversation with the bot has the address that such one has', () => {
    expect(permalinkOf(null, '10', '20')).toBe('https://discord.com/channels/@me/10/20');
    expect(permalinkOf('5', '10')).toBe('https://discord.com/channels/5/10');
  });

  test('that was edited says when', async () => {
    const { edited } = await read({ edited_timestamp: '2027-03-10T10:01:00Z' });
    expect(edited).toEqual(new Date('2027-03-10T10:01:00Z'));
    expect((await read({ edited_timestamp: null })).edited).toBeNull();
  });
});

describe('who says it', () => {
  test.each<readonly [string, Partial<Said>, { id: string; name: string; isProgram: boolean }]>([
    ['a member, as they are called there', {}, { id: '1', name: '花子', isProgram: false }],
    ['who has left, as they call themselves', { author: ken }, { id: '2', name: 'ken', isProgram: false }],
    [
      'somebody without a name',
      { author: { id: '9', username: '' } },
      { id: '9', name: '@unknown-7f60', isProgram: false },
    ],
    ['a bot', { author: { ...ken, bot: true } }, { id: '2', name: 'ken', isProgram: true }],
    [
      'a webhook, by the name that it shows',
      { author: { id: '7', username: 'GitHub' }, webhook_id: '7' },
      { id: '7', name: 'GitHub', isProgram: true },
    ],
    ['Discord itself', { author: { ...ken, system: true } }, { id: '2', name: 'ken', isProgram: true }],
  ])('is %s', async (_who, message, { id, name, isProgram }) => {
    expect(await read({ content: 'hi', ...message })).toMatchObject({
      author: { id, name, organiser: false, guest: true },
      isProgram,
    });
  });

  test('and whom they name is known by the text of the name, not by an id in it', async () => {
    const { body } = await read({ content: '<@1> and <@8>', mentions: [{ ...ken, id: '8' }] });
    expect(body.children).toMatchObject([
      {
        children: [
          { type: 'text', value: '@花子', data: { person: '1' } },
          { type: 'text', value: ' and ' },
          { type: 'text', value: '@ken', data: { person: '8' } },
        ],
      },
    ]);
  });
});

describe('what it answers', () => {
  const answered = said({ id: '19', author: ken, content: 'first **a**' });
  const answer = (to: Said | null, more: Partial<Said> = {}) =>
    quotesOf({ type: MessageType.Reply, content: 'yes', referenced_message: to, ...more });

  test('is a quote with its author and its place, and no part of its own words', async () => {
    expect(await answer(answered)).toEqual([
      { author: { id: '2', name: 'ken' }, remark: '19', body: 'first **a**' },
    ]);
    const { body } = await read({ type: MessageType.Reply, content: 'yes', referenced_message: answered });
    expect(printMarkdown(body).trim()).toBe('yes');
  });

  test('stands elsewhere where it is of another channel, unless it is what the thread hangs on', async () => {
    const elsewhere = { ...answered, channel_id: '11' };
    expect(await answer(elsewhere)).toMatchObject([{ remark: null }]);
    expect(await answer({ ...elsewhere, id: '10' })).toMatchObject([{ remark: '10' }]);
  });

  test('is quoted without what that answers in its turn, and with the names of its files', async () => {
    const both: Said = {
      ...answered,
      type: MessageType.Reply,
      referenced_message: said({ content: 'zeroth' }),
      attachments: [{ filename: 'a.pdf' }],
    };
    expect(await answer(both)).toMatchObject([{ body: 'first **a**\n\n- a.pdf' }]);
  });

  test('is nothing where it is gone, or only says that something happened', async () => {
    expect(await answer(null)).toEqual([]);
    expect(await answer({ ...answered, type: MessageType.ChannelPinnedMessage })).toEqual([]);
    expect(await quotesOf({ content: 'no reply', referenced_message: answered })).toEqual([]);
  });
});

test('what it passes on is quoted with all that hangs on that; Discord does not say whose it is', async () => {
  const message = {
    content: 'there <@9>',
    mentions: [{ ...hanako, id: '9' }],
    attachments: [{ filename: 'a.pdf' }],
    sticker_items: [{ name: 'Wave' }],
  };
  expect(await quotesOf({ content: '', message_snapshots: [{ message }] })).toEqual([
    { author: null, remark: null, body: 'there @Hanako\n\n:Wave:\n\n- a.pdf' },
  ]);
});

test('its files have the names that people gave them, and are no part of its words', async () => {
  const { files, body } = await read({
    content: 'slides',
    attachments: [
      { filename: 'slides_1.pdf', title: 'slides [1]', size: 5 },
      { filename: 'a.png', title: 'a.png' },
    ],
  });
  expect(files).toMatchObject([
    { name: 'slides [1].pdf', size: 5 },
    { name: 'a.png', size: null },
  ]);
  expect(words({ body })).toBe('slides');
});
