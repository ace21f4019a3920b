/** The ways to notes: a shortcut, a word in a thread, a reaction. Whoever asks sees the answer, and nobody else. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Bot, Call, NoteSettings } from '../../../src/port.ts';
import type { Answer, Slack } from '../../slack/index.ts';
import type { Message } from '../../slack/state.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let slack: Slack;
let calls: Call[];
/** What people talk about. */
let first: Message;
let second: Message;

const buttons = [{ label: 'Save', command: 'collect', input: 'step:save' }];

function collecting(reply: Parameters<typeof botOf>[0] = () => say('3 of 3 will be kept', buttons)): Bot {
  const bot = botOf(reply, calls);
  const [like] = bot.commands;
  if (like === undefined) throw new Error('the bot has no commands');
  return { ...bot, commands: [...bot.commands, { ...like, name: 'collect', answer: 'discreet' }] };
}

const notes: NoteSettings = {
  consent: 'told',
  collectors: 'members',
  reaction: '📝',
  folder: 'notes',
  names: 'shown',
  programs: [],
  files: true,
  channels: [],
};

const start = (bot = collecting(), reaction: string | null = '📝', timing = {}) =>
  connected.start(bot, {
    settings: async () => ({ locale: 'ja', organisers: [], workspaces: [], notes: { ...notes, reaction } }),
    timing,
  });

beforeEach(async () => {
  connected = await openSlack();
  ({ slack } = connected);
  calls = [];
  const bot = await start();
  first = await slack.post({ user: 'yui', channel: 'general', text: 'what did we say?' });
  second = await slack.post({ user: 'ken', channel: 'general', text: 'much', thread: first });
  await bot.stop();
  calls = [];
});
afterEach(() => connected.stop());

const refOf = ({ channel, ts }: Message): string => `${channel}/${ts}`;
const general = { platform: 'slack', workspace: 'TMEETUP', channel: 'CGENERAL', visibility: 'public' };

/** How a modal stands once it says that. */
const modalSaying = async (user: string, text: string): Promise<Answer> => {
  const view = await slack.until(() => slack.views(user).findLast((each) => slack.read(each).includes(text)));
  return { kind: 'modal', text: slack.read(view), message: null, view };
};

describe('the shortcut', () => {
  test('opens a modal, in which the conversation of the message is looked at', async () => {
    await start();
    await slack.shortcut({ user: 'hanako', callback: 'collect', message: second });
    await modalSaying('hanako', '3 of 3 will be kept');
    expect(calls).toMatchObject([
      {
        command: 'collect',
        input: { at: refOf(second) },
        place: { ...general, thread: first.ts },
        person: { id: 'UHANAKO' },
      },
    ]);
    expect(slack.messages('general')).toHaveLength(2);
  });

  test('of a message without a thread is asked in its channel', async () => {
    await start();
    const alone = await slack.post({ user: 'ken', channel: 'general', text: 'by itself' });
    await slack.shortcut({ user: 'hanako', callback: 'collect', message: alone });
    await modalSaying('hanako', 'will be kept');
    expect(calls).toMatchObject([{ input: { at: refOf(alone) }, place: general }]);
    expect(calls[0]?.place).not.toHaveProperty('thread');
  });

  test('has buttons that are pressed in the same modal, and are asked in the same place', async () => {
    await start(collecting(({ input }) => (input === 'step:save' ? say('Saved') : say('look', buttons))));
    await slack.shortcut({ user: 'hanako', callback: 'collect', message: second });
    await slack.press({ user: 'hanako', on: await modalSaying('hanako', 'look'), button: 'Save' });
    await modalSaying('hanako', 'Saved');
    expect(slack.views('hanako')).toHaveLength(1);
    expect(calls[1]).toMatchObject({ input: 'step:save', place: { ...general, thread: first.ts } });
  });

  test('shows how far it is as often as there is time', async () => {
    const { promise: over, resolve: end } = Promise.withResolvers<void>();
    const bot = collecting(async (_call, show) => {
      for (let done = 1; done <= 6; done += 1) {
        show?.({ done, of: 6 });
        await slack.until(() => slack.views('ken').some((view) => slack.read(view).includes(`${done} of 6`)));
      }
      end();
      return say('all of it');
    });
    await start(bot, null, { slow: 10 });
    await slack.shortcut({ user: 'ken', callback: 'collect', message: second });
    await over;
    const { text } = await modalSaying('ken', 'all of it');
    expect(text).not.toMatch(/[1-6]/);
  });

  test('is answered to them alone where no modal opens', async () => {
    await start();
    slack.fail('views.open', { kind: 'error', error: 'expired_trigger_id' });
    const answer = await slack.shortcut({ user: 'hanako', callback: 'collect', message: second });
    expect([answer.text, answer.message?.onlyFor]).toEqual([expect.stringContaining('3 of 3'), 'UHANAKO']);
    expect(calls).toMatchObject([{ input: { at: refOf(second) } }]);
  });

  test('stores nothing of what was said, also of a channel where the bot is not', async () => {
    await start();
    const message = await slack.post({ user: 'hanako', channel: 'random', text: 'a secret' });
    await slack.shortcut({ user: 'ken', callback: 'collect', message });
    await modalSaying('ken', 'will be kept');
    const kinds = ['slack-post', 'call', 'slack-event'];
    const kept = await Promise.all(kinds.map((kind) => connected.state.list(kind)));
    expect(JSON.stringify(kept)).not.toContain('a secret');
  });
});

describe('@meetup collect', () => {
  test('in a thread is answered there, to whoever said it', async () => {
    await start();
    const text = '@meetup collect';
    const answer = await slack.ask({ user: 'hanako', channel: 'general', text, thread: first });
    expect(answer.message).toMatchObject({ onlyFor: 'UHANAKO', thread: first.ts });
    expect(calls).toMatchObject([{ command: 'collect', input: '', place: { ...general, thread: first.ts } }]);
    expect(slack.seenBy('ken', 'general')).toHaveLength(3);
  });

  test('in a channel is answered in the channel, where they see it', async () => {
    await start();
    const answer = await slack.ask({ user: 'hanako', channel: 'general', text: '@meetup collect' });
    expect(answer.message).toMatchObject({ onlyFor: 'UHANAKO', thread: null });
    expect(calls[0]?.place).not.toHaveProperty('thread');
  });

  test('has buttons that work, for them alone', async () => {
    await start(collecting(({ input }) => (input === 'step:save' ? say('Saved') : say('look', buttons))));
    const answer = await slack.ask({
      user: 'hanako',
      channel: 'general',
      text: '@meetup collect',
      thread: first,
    });
    const saved = await slack.press({ user: 'hanako', on: answer, button: 'Save' });
    expect([saved.text, saved.message?.onlyFor]).toEqual(['Saved', 'UHANAKO']);
    expect(calls[1]).toMatchObject({ place: { ...general, thread: first.ts } });
    expect(slack.seenBy('ken', 'general')).toHaveLength(3);
  });

  test('that Slack does not let be answered there is answered in their conversation with the bot', async () => {
    await start();
    slack.fail('chat.postEphemeral', { kind: 'error', error: 'user_not_in_channel' });
    const answer = await slack.ask({ user: 'hanako', channel: 'general', text: '@meetup collect' });
    expect(answer.message?.channel).toBe('DHANAKO');
  });

  test('says once that it takes longer', async () => {
    const hints = (): number => slack.calls.filter(({ method }) => method === 'chat.postEphemeral').length;
    const bot = collecting(async () => {
      await slack.until(() => hints() === 1);
      return say('at last');
    });
    await start(bot, null, { slow: 10 });
    await slack.post({ user: 'hanako', channel: 'general', text: '@meetup collect', thread: first });
    await slack.sees({ user: 'hanako', text: 'at last' });
    expect(slack.seenBy('hanako', 'general')).toHaveLength(5);
  });

  test('in the conversation with the bot is answered as everything is there', async () => {
    await start();
    const answer = await slack.ask({ user: 'hanako', channel: 'dm', text: 'collect' });
    expect(answer.message).toMatchObject({ onlyFor: null, channel: 'DHANAKO' });
  });
});

describe('the reaction', () => {
  const react = (name: string, message = second, user = 'hanako') =>
    slack.addReaction({ user, message, name });

  test.each([
    ['memo', '📝'],
    ['pencil', '📝'],
    ['memo', ':memo:'],
    ['hatoba', 'hatoba'],
    ['wave::skin-tone-3', '👋'],
  ])('%s collects where the community chose %s', async (name, chosen) => {
    await start(collecting(), chosen);
    await react(name);
    const answer = await slack.sees({ user: 'hanako', text: '3 of 3' });
    expect(answer.message).toMatchObject({ onlyFor: 'UHANAKO', thread: first.ts });
    expect(calls).toMatchObject([
      {
        command: 'collect',
        input: { at: refOf(second) },
        place: { ...general, thread: first.ts },
        person: { id: 'UHANAKO' },
      },
    ]);
  });

  test('on what begins a thread is answered in the channel, where that stands', async () => {
    await start();
    await react('memo', first);
    const answer = await slack.sees({ user: 'hanako', text: '3 of 3' });
    expect(answer.message).toMatchObject({ onlyFor: 'UHANAKO', thread: null });
  });

  test.each([
    ['thumbsup', '📝'],
    ['memo', null],
  ])('%s does nothing where the community chose %s', async (name, chosen) => {
    await start(collecting(), chosen);
    const before = slack.calls.length;
    await react(name);
    await connected.idle();
    expect([calls, await connected.state.list('slack-event'), slack.calls.length]).toEqual([[], [], before]);
  });

  test('of the bot itself, or on what is no message, does nothing', async () => {
    await start();
    const event = { type: 'reaction_added', reaction: 'memo', event_ts: '1.1' };
    const item = { type: 'message', channel: 'CGENERAL', ts: second.ts };
    await slack.event('reaction_added', { ...event, user: 'UMEETUP', item });
    await slack.event('reaction_added', { ...event, user: 'UHANAKO', item: { type: 'file', file: 'F1' } });
    await connected.idle();
    expect([calls, await connected.state.list('slack-event')]).toEqual([[], []]);
  });
});
