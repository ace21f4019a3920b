/** Exports of conversations: the same remarks as from Discord itself, whatever the export is made of, and one sentence for what is none. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { hash } from '../../../adapters/hash/index.ts';
import { readExport } from '../../../adapters/discord/index.ts';
import { printMarkdown } from '../../../src/content/markdown.ts';
import type { Remark } from '../../../src/port.ts';
import { botOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';

const read = (json: unknown) => readExport(json, { hash });

const words = (remarks: readonly Remark[]): readonly string[] =>
  remarks.map(({ author, body }) => `${author.name}: ${printMarkdown(body).trim()}`);

const hanako = { id: '11', username: 'hanako', global_name: '花子', bot: false };

/** As Get Channel Messages has it. */
const message = (id: string, content: string, more: object = {}) => ({
  id,
  type: 0,
  channel_id: '5',
  content,
  author: hanako,
  timestamp: `2027-03-10T10:00:${id}.000000+00:00`,
  edited_timestamp: null,
  mentions: [],
  attachments: [],
  embeds: [],
  ...more,
});

const ken = { id: '12', name: 'ken', discriminator: '0000', nickname: 'Ken', isBot: false, roles: [] };

/** As DiscordChatExporter has it. */
const written = (id: string, content: string, more: object = {}) => ({
  id,
  type: 'Default',
  timestamp: `2027-03-10T19:00:${id}.000+09:00`,
  timestampEdited: null,
  callEndedTimestamp: null,
  isPinned: false,
  content,
  author: ken,
  attachments: [],
  embeds: [],
  stickers: [],
  reactions: [],
  mentions: [],
  inlineEmojis: [],
  ...more,
});

const file = (messages: readonly object[], more: object = {}) => ({
  guild: { id: '3', name: 'Meetup Tokyo' },
  channel: { id: '5', type: 'GuildPublicThread', categoryId: '4', category: 'general', name: 'docker' },
  dateRange: { after: null, before: null },
  messages,
  messageCount: messages.length,
  ...more,
});

describe('an export of Discord’s API', () => {
  test('is in the order of its times, each message once and as it was edited last', async () => {
    const edited = message('22', 'second, mended', { edited_timestamp: '2027-03-10T10:05:00Z' });
    const pages = [
      [message('33', 'third'), message('22', 'second')],
      [edited, message('22', 'second')],
    ];
    const expected = ['花子: second, mended', '花子: third'];
    expect(words((await read(pages)).remarks)).toEqual(expected);
    expect(words((await read(pages.flat())).remarks)).toEqual(expected);
    expect(await read(pages)).toMatchObject({ title: null, url: null, expected: null });
  });

  test('begins with what its thread hangs on, and leaves out what nobody said', async () => {
    const opening = message('20', 'What about docker?');
    const { remarks } = await read([
      message('40', '', { type: 6 }),
      message('30', 'yes'),
      message('21', '', { type: 21, referenced_message: opening }),
      message('19', '', { type: 21, referenced_message: null }),
    ]);
    expect(words(remarks)).toEqual(['花子: What about docker?', '花子: yes']);
    expect(remarks[0]?.id).toBe('20');
  });

  test('calls whom nobody knows the same everywhere, and has no file to read', async () => {
    const attachments = [{ id: '1', filename: 'a.png', size: 5, url: 'https://cdn.discordapp.com/a.png' }];
    const { remarks } = await read([
      message('22', '<@77>', {
        author: { ...hanako, id: '77', username: '', global_name: null },
        attachments,
      }),
    ]);
    const [said = ''] = words(remarks);
    expect(said).toMatch(/^(@unknown-[0-9a-f]{4}): \1$/);
    expect(remarks[0]?.files).toMatchObject([{ name: 'a.png', size: 5 }]);
    expect(await remarks[0]?.files[0]?.read(100)).toBeNull();
  });

  test('is what Discord itself says, but for addresses and files', async () => {
    const connected = await openDiscord();
    const { discord } = connected;
    try {
      const chat = await connected.start(botOf(() => say('')));
      const on = await discord.post({ user: 'ken', channel: 'general', text: 'What about **docker**?' });
      const { id } = await discord.startThread({ user: 'ken', name: 'docker', on });
      const answered = await discord.post({ user: 'hanako', channel: id, text: 'ask @ken `x`' });
      await discord.post({ user: 'ken', channel: id, text: 'yes', replyTo: answered });
      await discord.edit(answered, 'ask @ken `y`');
      await discord.forward({ user: 'ken', message: answered, channel: id });
      const live: Remark[] = [];
      for await (const remark of (await chat.thread(`${id}/${id}`, null)).remarks()) live.push(remark);
      const answer = await fetch(`${discord.apiUrl}/v10/channels/${id}/messages`, {
        headers: { Authorization: `Bot ${discord.token}` },
      });
      const { remarks } = await read(await answer.json());
      const same = (remark: Remark) => ({ ...remark, url: null, files: [] });
      expect(remarks.map(same)).toEqual(live.map(same));
      expect(live.flatMap(({ quotes }) => quotes)).toHaveLength(2);
    } finally {
      await connected.stop();
    }
  });
});

describe('what DiscordChatExporter wrote', () => {
  test('has its title, its address, its times and its names', async () => {
    const { title, url, remarks } = await read(file([written('30', 'hi **there**')]));
    expect([title, url]).toEqual(['docker', 'https://discord.com/channels/3/5']);
    expect(remarks).toMatchObject([
      {
        id: '30',
        author: { id: '12', name: 'Ken' },
        isProgram: false,
        at: new Date('2027-03-10T10:00:30Z'),
        edited: null,
        url: 'https://discord.com/channels/3/5/30',
      },
    ]);
    expect(words(remarks)).toEqual(['Ken: hi **there**']);
  });

  test('of a conversation with one person has no address', async () => {
    expect((await read(file([written('30', 'hi')], { guild: { id: '0' } }))).url).toBeNull();
  });

  test('has answers, with what they answer as far as it was exported, and what was passed on', async () => {
    const reply = (id: string, messageId: string) =>
      written(id, 'yes', { type: 'Reply', reference: { messageId, channelId: '5', guildId: '3' } });
    const forwardedMessage = {
      timestamp: '2027-03-10T10:00:00Z',
      content: 'there',
      attachments: [{ id: '1', fileName: 'a.pdf', fileSizeBytes: 3, url: 'x' }],
      stickers: [{ id: '1', name: 'Wave' }],
      embeds: [],
    };
    const { remarks } = await read(
      file([
        written('30', 'first'),
        reply('31', '30'),
        reply('32', '9'),
        written('33', '', { forwardedMessage }),
      ]),
    );
    expect(
      remarks.map(({ quotes }) =>
        quotes.map(({ author, remark, body }) => [author?.name, remark, printMarkdown(body).trim()]),
      ),
    ).toEqual([[], [['Ken', '30', 'first']], [], [[undefined, null, 'there\n\n:Wave:\n\n- a.pdf']]]);
  });

  test('knows whom it names, and takes for theirs only what a program can have said', async () => {
    const mentions = [ken];
    const embeds = [{ title: 'T', url: 'https://example.org/', description: 'd', fields: [] }];
    const { remarks } = await read(
      file([
        written('30', 'ask @Ken', { mentions, embeds }),
        written('31', '', { author: { ...ken, isBot: true }, embeds }),
        written('32', 'Pinned a message.', { type: 'ChannelPinnedMessage' }),
        written('33', '', { type: '46' }),
      ]),
    );
    expect(remarks[0]?.body.children).toMatchObject([
      { children: [{ value: 'ask ' }, { value: '@Ken', data: { person: '12' } }] },
    ]);
    expect(words(remarks)).toEqual(['Ken: ask @Ken', 'Ken: > **[T](https://example.org/)**\n>\n> d']);
    expect(remarks[1]?.isProgram).toBe(true);
  });
});

describe('what is no export', () => {
  const unreadable = { code: 'export-unreadable' };

  test.each<readonly [string, unknown]>([
    ['nothing', null],
    ['a text', 'hello'],
    ['something else', { ok: true }],
    ['messages of Slack', [{ type: 'message', ts: '1.2', text: 'x' }]],
    ['a message without a time', [{ ...message('1', 'x'), timestamp: 'yesterday' }]],
    ['a message whose files are none', [message('1', 'x', { attachments: 'none' })]],
    ['a message whose poll is none', [message('1', 'x', { poll: 5 })]],
    ['a message that says a number', file([written('1', 'x', { content: 5 })])],
  ])('is refused with a sentence (%s)', async (_what, json) => {
    await expect(read(json)).rejects.toMatchObject(unreadable);
  });

  test('is read or refused, whatever stands in it, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue(),
        fc.constantFrom('embeds', 'components', 'poll', 'mentions'),
        async (value, key) => {
          const json = [message('1', 'x', { [key]: value })];
          const became = await read(json).then(
            ({ remarks }) => remarks.length,
            ({ code }: { readonly code: string }) => code,
          );
          expect([1, 'export-unreadable']).toContain(became);
        },
      ),
      { numRuns: 300 },
    );
  });
});
