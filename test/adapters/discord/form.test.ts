/** Forms: that to search with, over the project's own content, and those of commands that are forms. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Bot, Call, Chat, CommandInfo, Next } from '../../../src/port.ts';
import type { Answer, Discord } from '../../discord/index.ts';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';
import { botOf, lineOf, say } from '../bot.ts';
import { openDiscord } from './connected.ts';
import { event, eventNew } from './event-commands.ts';
import type { Connected } from './connected.ts';

describe('the form to search with', () => {
  let world: OpenWorld;
  let connected: Connected;
  let chat: Chat;
  let discord: Discord;

  beforeEach(async () => {
    world = await openWorld(ownContent);
    connected = await openDiscord({}, world.bot);
    ({ discord } = connected);
    chat = await connected.start(world.bot);
  });
  afterEach(async () => {
    await connected.stop();
    world.close();
  });

  const startPage = (user: string, channel = 'general') =>
    discord.command({ user, channel, name: 'meetup start', options: {} });

  test.each([
    ['hanako', '検索', '探す言葉', '「buildkit」の検索結果'],
    ['ken', 'Search', 'What to look for', 'results for “buildkit”'],
  ])('is opened from the start page by %s, in their language', async (user, button, label, found) => {
    const page = await startPage(user);
    await discord.press({ user, on: page, button });
    const answer = await discord.submit({ user, values: { [label]: 'buildkit' } });
    expect(answer.text).toContain(found);
    expect(answer.message?.onlyFor).toBe(discord.idOf.user(user));
  });

  test('is opened also in a conversation with the bot, and after it was started anew', async () => {
    const page = await startPage('ken', 'dm');
    await chat.stop();
    await connected.start(world.bot);
    await discord.press({ user: 'ken', on: page, button: 'Search' });
    const { text } = await discord.submit({ user: 'ken', values: { 'What to look for': 'zzyzx' } });
    expect(text).toContain('Nothing was found for “zzyzx”');
  });
});

describe('the form of a command', () => {
  let connected: Connected;
  let discord: Discord;
  let calls: Call[];
  afterEach(() => connected.stop());

  const hanako = { user: 'hanako', channel: 'general' };

  /** A bot whose answers have such ways on. */
  async function start(next: readonly Next[] = [], more: Partial<Bot> = {}): Promise<void> {
    calls = [];
    const echo = botOf((call) => say(`${call.command}: ${lineOf(call)}`, next), calls);
    const bot = { ...echo, commands: [...echo.commands, event, eventNew], ...more };
    connected = await openDiscord({}, bot);
    ({ discord } = connected);
    await connected.start(bot);
  }

  const open = (who = hanako): Promise<Answer> =>
    discord.command({ ...who, name: 'meetup event new', options: {} });

  const filled = { 題名: 'LT 大会', 日時: '来週の金曜 19時', 説明: '一行目\n二行目' };

  test('comes at once where it is used without any option, and the bot is not asked', async () => {
    await start();
    const { text, modal } = await open();
    expect(text).toBe(
      '== イベントを知らせます ==\n場所: []\n題名: []\n日時: []\nアドレス: []\n説明: []\n(Submit)',
    );
    expect(discord.acknowledgements.map(({ type }) => type)).toEqual([9]);
    expect(modal?.data.custom_id).toBe('?event-new');
    expect(calls).toEqual([]);
  });

  test('is in the language of whoever opens it', async () => {
    await start();
    expect((await open({ ...hanako, user: 'ken' })).text).toContain('== Announce an event ==\nPlace: []');
  });

  test('is a call with fields when it is sent, answered to whoever sent it alone', async () => {
    await start();
    await open();
    await discord.submit({ user: 'hanako', values: filled });
    const { message } = await discord.sees({ user: 'hanako', text: 'event-new:' });
    expect(message?.onlyFor).toBe(discord.idOf.user('hanako'));
    expect(calls).toMatchObject([
      {
        command: 'event-new',
        input: { title: 'LT 大会', when: '来週の金曜 19時', details: '一行目\n二行目', place: '', url: '' },
        place: { channel: discord.idOf.channel('general') },
        locale: 'ja',
      },
    ]);
  });

  test('lets nobody leave out what the command can not do without', async () => {
    await start();
    await open();
    expect(() => discord.submit({ user: 'hanako', values: { 題名: 'LT' } })).toThrow('日時 is required');
  });

  const back: Next = {
    label: 'Back',
    command: 'event-new',
    input: 'title:"LT 大会" place:大阪 details:"一行目\n二行目"',
    form: true,
  };

  test.each([
    ['carries', back],
    ['is too long to carry', { ...back, input: `${back.input} url:https://example.com/${'x'.repeat(200)}` }],
  ])('opens from a button with what that %s', async (_how, next) => {
    await start([next]);
    await discord.command({ ...hanako, name: 'meetup event new', options: { title: 'LT' } });
    const on = await discord.sees({ user: 'hanako', text: 'event-new:' });
    const { text } = await discord.press({ user: 'hanako', on, button: 'Back' });
    expect(text).toContain('場所: [大阪]\n題名: [LT 大会]\n日時: []');
    expect(text).toContain('説明: [一行目\n二行目]');
    expect(calls).toHaveLength(1);
    await discord.submit({ user: 'hanako', values: { 日時: '明日 19時' } });
    await discord.sees({ user: 'hanako', text: '明日' });
    expect(calls.at(-1)?.input).toMatchObject({ title: 'LT 大会', when: '明日 19時', place: '大阪' });
  });

  test('does not wait for a language that can not be found out', async () => {
    const never = new Promise<never>(() => {});
    await start([], { localeOf: () => never });
    expect((await open({ ...hanako, user: 'ken' })).text).toContain('Announce an event');
  });

  test('is answered to everyone where the command is', async () => {
    const shared: CommandInfo = { ...eventNew, answer: 'public' };
    await start([], { commands: [event, shared] });
    await open();
    await discord.submit({ user: 'hanako', values: filled });
    const { message } = await discord.sees({ user: 'ken', text: 'event-new:' });
    expect(message?.onlyFor).toBeNull();
  });
});
