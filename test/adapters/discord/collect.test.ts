/** The ways in which people in Discord collect notes: by the menu of a message, by a word in a thread, by a reaction. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Options } from '../../../adapters/discord/options.ts';
import type { Call } from '../../../src/port.ts';
import type { Discord, Options as DiscordOptions } from '../../discord/index.ts';
import { people } from '../../discord/seed.ts';
import { say } from '../bot.ts';
import { collectingBot } from '../collecting.ts';
import { openDiscord } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let discord: Discord;
let calls: Call[];

const settings = { locale: 'en', organisers: [], workspaces: [] } as const;

const notes = (reaction: string | null) => ({
  consent: 'told' as const,
  collectors: 'members' as const,
  reaction,
  folder: 'notes',
  names: 'shown' as const,
  programs: [],
  files: true,
  channels: [],
});

async function open(of: DiscordOptions = {}, wishes: Partial<Options> = {}, bot = collectingBot(calls)) {
  connected = await openDiscord(of, bot);
  ({ discord } = connected);
  await connected.start(bot, wishes);
}

const reopen = async (...of: Parameters<typeof open>): Promise<void> => {
  await connected.stop();
  await open(...of);
};

beforeEach(async () => {
  calls = [];
  await open();
});
afterEach(() => connected.stop());

const post = (text = 'hello', channel = 'general', user = 'ken') => discord.post({ user, channel, text });

/** What stands in somebody's conversation with the bot. */
const alone = (user: string): readonly string[] => discord.seenBy(user, discord.idOf.direct(user));

/** Ken's message, with a thread that hangs on it. */
async function thread() {
  const on = await post();
  return discord.startThread({ user: 'ken', name: 'docker', on });
}

const someoneShy = people.map((person) =>
  person.name === 'hanako' ? { ...person, acceptsDirect: false } : person,
);

describe('the menu of a message', () => {
  test('collects its conversation, and whoever uses it alone sees that', async () => {
    const on = await post();
    const answer = await discord.messageCommand({ user: 'hanako', name: 'Collect notes', on });
    expect(calls).toMatchObject([
      {
        command: 'collect',
        input: { at: `${on.channel}/${on.id}` },
        place: { channel: discord.idOf.channel('general'), visibility: 'public' },
        person: { id: discord.idOf.user('hanako'), guest: false },
      },
    ]);
    expect(answer.text).toContain('collect:');
    expect(answer.message?.onlyFor).toBe(discord.idOf.user('hanako'));
  });

  test('works on a message of a thread', async () => {
    const { id } = await thread();
    const on = await post('more', id);
    await discord.messageCommand({ user: 'hanako', name: 'Collect notes', on });
    expect(calls).toMatchObject([
      { input: { at: `${id}/${on.id}` }, place: { thread: id, channel: discord.idOf.channel('general') } },
    ]);
  });

  test('gives buttons that go on in the same place, and a form that comes back', async () => {
    const on = await post();
    const answer = await discord.messageCommand({ user: 'hanako', name: 'Collect notes', on });
    const saved = await discord.press({ user: 'hanako', on: answer, button: 'Save' });
    expect(saved.message?.id).toBe(answer.message?.id);
    expect(saved.message?.onlyFor).toBe(discord.idOf.user('hanako'));
    const form = await discord.press({ user: 'hanako', on: saved, button: 'Change' });
    expect(form.modal && discord.read(form.modal)).toContain('Caches');
    const changed = await discord.submit({ user: 'hanako', values: { title: 'Layers' } });
    expect([changed.message?.id, changed.text]).toEqual([
      answer.message?.id,
      expect.stringContaining('collect-change:'),
    ]);
    expect(calls.slice(1)).toMatchObject([
      { command: 'collect', input: 'draft:d1 step:save' },
      { command: 'collect-change', input: { draft: 'd1', title: 'Layers' } },
    ]);
  });

  test('says how far a long conversation has been read, as often as there is something new to say', async () => {
    const shown = Promise.withResolvers<undefined>();
    const steps = [1, 2, 3, 4, 5, 6];
    const bot = collectingBot(calls, async (_call, show) => {
      for (const done of steps) {
        show?.({ done: done * 100, of: 600 });
        await discord.until(() => discord.transcript().includes(`${done * 100} / 600`));
      }
      shown.resolve(undefined);
      return say('all read');
    });
    await reopen({}, { timing: { slow: 5 } }, bot);
    const on = await post();
    await discord.messageCommand({ user: 'hanako', name: 'Collect notes', on });
    await shown.promise;
    expect((await discord.sees({ user: 'hanako', text: 'all read' })).message?.onlyFor).toBe(
      discord.idOf.user('hanako'),
    );
  });
});

describe('a word in a thread', () => {
  test('collects it; the answer is for nobody else, so it comes in their conversation with the bot', async () => {
    const { id } = await thread();
    await post('@meetup collect', id, 'hanako');
    const answer = await discord.sees({ user: 'hanako', text: 'collect:' });
    expect(calls).toMatchObject([{ command: 'collect', input: '', place: { thread: id } }]);
    expect(answer.message?.channel).toBe(discord.idOf.direct('hanako'));
    expect(discord.seenBy('ken', id)).toHaveLength(2);
    const saved = await discord.press({ user: 'hanako', on: answer, button: 'Save' });
    expect(saved.message?.channel).toBe(discord.idOf.direct('hanako'));
    expect(calls[1]).toMatchObject({
      input: 'draft:d1 step:save',
      place: { visibility: 'direct', workspace: discord.idOf.guild() },
      person: { id: discord.idOf.user('hanako'), guest: false },
    });
  });

  test('says meanwhile how far it is, and that goes when the answer comes', async () => {
    const bot = collectingBot(calls, async (_call, show) => {
      for (const done of [1, 2, 3]) {
        show?.({ done, of: 3 });
        await discord.until(() => alone('hanako').join('').includes(`${done} / 3`));
      }
      return say('all read');
    });
    await reopen({}, { timing: { slow: 5 } }, bot);
    await post('@meetup collect', (await thread()).id, 'hanako');
    await discord.until(() => alone('hanako').join('') === 'all read');
    expect(alone('hanako')).toEqual(['all read']);
  });

  test('is told, where nobody else reads it, how to ask so that they alone see it, if they take no messages', async () => {
    await reopen({ people: someoneShy });
    const { id } = await thread();
    const answer = await discord.ask({ user: 'hanako', channel: id, text: '@meetup collect' });
    expect(answer.text).toContain('/meetup collect');
    expect(answer.text).toContain('Apps → ノートにまとめる');
    expect(answer.text).not.toContain('collect:');
    const other = await discord.ask({ user: 'hanako', channel: 'general', text: '@meetup privacy' });
    expect(other.text).toContain('/meetup privacy');
    expect(other.text).not.toContain('Apps');
  });

  test('is answered at once in their conversation with the bot', async () => {
    const answer = await discord.ask({ user: 'hanako', channel: 'dm', text: 'collect' });
    expect(answer.text).toContain('collect:');
  });

  test('that asks for something that others may see is answered there, as ever', async () => {
    const { id } = await thread();
    const answer = await discord.ask({ user: 'hanako', channel: id, text: '@meetup docker' });
    expect(answer.message?.channel).toBe(id);
  });

  test('works as a slash command, too', async () => {
    const { id } = await thread();
    const answer = await discord.command({ user: 'hanako', channel: id, name: 'meetup collect' });
    expect(answer.message?.onlyFor).toBe(discord.idOf.user('hanako'));
    expect(calls).toMatchObject([{ command: 'collect', place: { thread: id } }]);
  });
});

describe('a reaction', () => {
  const withReaction = (reaction: string | null, more: DiscordOptions = {}) =>
    reopen(more, { settings: async () => ({ ...settings, notes: notes(reaction) }) });

  const react = async (emoji: string, user = 'hanako', channel = 'general') => {
    const message = await post('hello', channel);
    await discord.addReaction({ user, message, emoji });
    return message;
  };

  /** Resolves when whatever came before has been heard. */
  const heard = () => discord.ask({ user: 'ken', channel: 'general', text: '@meetup heard' });

  test.each([
    ['📝', '📝'],
    ['memo', '📝'],
    [':raised_hand:', '✋🏽'],
    ['hatoba', 'hatoba:5'],
  ])(
    'that the community chose (%s) collects the conversation of that message (%s)',
    async (chosen, emoji) => {
      await withReaction(chosen);
      const message = await react(emoji);
      const answer = await discord.sees({ user: 'hanako', text: 'collect:' });
      expect(answer.message?.channel).toBe(discord.idOf.direct('hanako'));
      expect(calls).toMatchObject([
        {
          command: 'collect',
          input: { at: `${message.channel}/${message.id}` },
          place: { visibility: 'public' },
          person: { id: discord.idOf.user('hanako') },
        },
      ]);
    },
  );

  test.each([
    ['📝', '🎉'],
    ['📝', 'memo:5'],
    [null, '📝'],
  ])('means nothing where it is another or none (%s, %s)', async (chosen, emoji) => {
    await withReaction(chosen);
    await react(emoji);
    await heard();
    expect(calls.map(({ command }) => command)).toEqual(['search']);
  });

  test('means nothing by a bot, in another community’s server, and in a conversation with the bot', async () => {
    await withReaction('📝', { people: [...people, { name: 'robot', isBot: true }] });
    await react('📝', 'robot');
    const { message } = await discord.ask({ user: 'hanako', channel: 'dm', text: 'hi' });
    if (message) await discord.addReaction({ user: 'hanako', message, emoji: '📝' });
    await heard();
    expect(calls.map(({ command }) => command)).toEqual(['search', 'search']);
    await reopen({}, { settings: async () => ({ ...settings, workspaces: ['1'], notes: notes('📝') }) });
    await react('📝');
    await heard();
    expect([calls.length, alone('hanako')]).toEqual([2, []]);
  });

  test('of somebody who takes no messages is answered nowhere', async () => {
    const { promise: given, resolve } = Promise.withResolvers<undefined>();
    const note = (_facts: object, message: string): void => {
      if (message.includes('takes no messages')) resolve(undefined);
    };
    await reopen(
      { people: someoneShy },
      {
        settings: async () => ({ ...settings, notes: notes('📝') }),
        log: { info: note, warn: note, error: note },
      },
    );
    await react('📝');
    await given;
    expect(discord.seenBy('ken', 'general')).toEqual(['hello']);
  });
});
