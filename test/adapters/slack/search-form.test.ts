/** The shortcut *Search reports*: its form, what it suggests, and what lies on it. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Bot, Call, Chat } from '../../../src/port.ts';
import type { Answer, Slack } from '../../slack/index.ts';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';
import { expectTranscript } from './transcript.ts';

let world: OpenWorld;
let connected: Connected;
let slack: Slack;
let chat: Chat;

beforeAll(async () => {
  world = await openWorld(ownContent);
});
afterAll(() => world.close());

beforeEach(async () => {
  connected = await openSlack();
  ({ slack } = connected);
  chat = await connected.start(world.bot);
});
afterEach(() => connected.stop());

const open = (user: string) => slack.shortcut({ user, callback: 'search' });

const restartWith = async (bot: Bot): Promise<void> => {
  await chat.stop();
  chat = await connected.start(bot);
};

const find = (user: string, on: Answer, words: string, label: string) =>
  slack.submit({ user, on, values: { [label]: words } });

describe('Search reports', () => {
  test.each([
    ['hanako', 'ja', '探すことば', '1 を読む', '監視', /件/],
    ['ken', 'en', 'What to look for', 'Read 1', 'buildkit', /results? for/],
  ])('finds, reads and leads back for %s', async (user, locale, label, read, words, found) => {
    await find(user, await open(user), words, label);
    const results = await slack.sees({ user, text: found });
    await slack.press({ user, on: results, button: read });
    const back = locale === 'ja' ? '戻る' : 'Back';
    const talk = await slack.sees({ user, text: `[${back}]` });
    await slack.press({ user, on: talk, button: back });
    await slack.until(() => slack.read(topOf(user)).includes(`[${read}]`));
    expect(slack.views(user)).toHaveLength(2);
    expectTranscript(slack.transcript(), `search-form.${locale}`);
  });

  test('does not offer to share: there is no channel', async () => {
    await find('ken', await open('ken'), 'docker', 'What to look for');
    const { text } = await slack.sees({ user: 'ken', text: /results? for/ });
    expect(text).toContain('[Read 1]');
    expect(text).not.toContain('[Share]');
  });

  test('does not offer to share what no button can carry, either', async () => {
    const share = { label: 'Share', command: 'share', input: 'x'.repeat(3000) };
    await restartWith(botOf(() => say('found', [share, { ...share, label: 'Long', command: 'search' }])));
    await find('ken', await open('ken'), 'docker', 'What to look for');
    const { text } = await slack.sees({ user: 'ken', text: 'found' });
    expect(text).toContain('[Long]');
    expect(text).not.toContain('[Share]');
  });

  test('suggests while one types, and narrows what was typed down to what is chosen', async () => {
    const on = await open('ken');
    const options = await slack.suggest({ user: 'ken', on, field: 'choice', text: 'zemb' });
    expect(options.map(({ text }) => text.text)).toContain('前佛雅人 (speaker)');
    const [option] = options;
    if (option === undefined) throw new Error('nothing was suggested');
    await slack.submit({ user: 'ken', on, values: { words: 'docker', choice: option } });
    await slack.sees({ user: 'ken', text: /for “docker speaker:\S+”/ });
    expect(slack.violations).toEqual([]);
  });

  test('arrives, though Slack has not put the modal there yet', async () => {
    slack.fail('views.update', { kind: 'error', error: 'not_found' }, 2);
    await find('ken', await open('ken'), 'docker', 'What to look for');
    await slack.sees({ user: 'ken', text: /results? for/ });
    expect(slack.seenBy('ken', 'dm')).toEqual([]);
  });

  test('says how far it is where it takes its time', async () => {
    await chat.stop();
    const { promise: finished, resolve: finish } = Promise.withResolvers<undefined>();
    const bot = botOf(async (_call, show) => {
      show?.({ done: 3, of: 10 });
      await finished;
      return say('found');
    });
    chat = await connected.start(bot, { timing: { slow: 20 } });
    await find('ken', await open('ken'), 'docker', 'What to look for');
    const { view } = await slack.sees({ user: 'ken', text: 'One moment … 3 of 10' });
    finish(undefined);
    expect((await slack.sees({ user: 'ken', text: 'found' })).view?.id).toBe(view?.id);
  });

  test('says below the field that nothing was typed', async () => {
    const { errors } = await slack.submit({ user: 'ken', on: await open('ken') });
    expect(errors).toEqual({ 'What to look for': 'Type some words, or choose something below.' });
  });

  test('lets one go back to the form with what was typed', async () => {
    const on = await open('ken');
    const { view } = await find('ken', on, 'docker', 'What to look for');
    if (view === null) throw new Error('nothing lies on the form');
    await slack.sees({ user: 'ken', text: /results? for/ });
    await slack.close({ user: 'ken', on: view });
    expect(topOf('ken').values['words']?.['words']).toMatchObject({ value: 'docker' });
  });

  test('goes on where the bot has been started anew', async () => {
    const on = await open('ken');
    await restartWith(world.bot);
    await find('ken', on, 'docker', 'What to look for');
    const results = await slack.sees({ user: 'ken', text: /results? for/ });
    await restartWith(world.bot);
    await slack.press({ user: 'ken', on: results, button: 'Read 1' });
    await slack.sees({ user: 'ken', text: '[Back]' });
    expect(slack.views('ken')).toHaveLength(2);
  });

  test('asks who somebody is whenever they send it: an organiser of before is none any more', async () => {
    const calls: Call[] = [];
    let organisers = ['UKEN'];
    await chat.stop();
    const bot = botOf(() => say('found', [{ label: 'More', command: 'status', input: '' }]), calls);
    chat = await connected.start(bot, {
      settings: async () => ({ locale: 'ja', organisers, workspaces: [] }),
    });
    const on = await open('ken');
    await find('ken', on, 'docker', 'What to look for');
    const results = await slack.sees({ user: 'ken', text: 'found' });
    organisers = [];
    await slack.press({ user: 'ken', on: results, button: 'More' });
    expect(calls.map(({ person }) => person.organiser)).toEqual([true, false]);
  });

  test('works where Slack calls the bot, too', async () => {
    await chat.stop();
    const { promise: listening, resolve } = Promise.withResolvers<number>();
    const way = { signingSecret: slack.signingSecret, port: 0, host: '127.0.0.1' };
    chat = await connected.start(world.bot, { way, listening: resolve });
    slack.deliverTo(`http://127.0.0.1:${await listening}/slack/events`);
    const on = await open('ken');
    expect(await slack.suggest({ user: 'ken', on, field: 'choice', text: 'zemb' })).not.toEqual([]);
    await find('ken', on, 'docker', 'What to look for');
    const { view } = await slack.sees({ user: 'ken', text: /results? for/ });
    expect(view?.id).toBe(topOf('ken').id);
  });

  test('keeps suggestions to what Slack shows, whatever they say', async () => {
    const choices = Array.from({ length: 25 }, (_, index) => ({
      label: `${'長い'.repeat(99)}<!channel>${index}`,
      value: `${'x'.repeat(90)}${index}`,
    }));
    await restartWith({ ...botOf(() => say('x')), suggest: async () => choices });
    const options = await slack.suggest({ user: 'ken', on: await open('ken'), field: 'choice', text: 'x' });
    expect([options.length, slack.violations]).toEqual([25, []]);
  });
});

describe('what does not open', () => {
  test('is not the form, though Slack does not say who somebody is: it opens in Japanese', async () => {
    const tell = slack.hold('users.info');
    expect((await open('ken')).text).toContain('== レポートを検索 ==');
    tell();
  });

  test('is answered in the conversation with the bot instead', async () => {
    slack.fail('views.open', { kind: 'error', error: 'expired_trigger_id' }, 2);
    const answer = await open('ken');
    expect([answer.kind, answer.message?.channel]).toEqual(['said', 'DKEN']);
    expect(answer.text).toContain('Try one of these');
  });

  test('or can not be changed, too; but not where it was closed', async () => {
    await find('ken', await open('ken'), 'docker', 'What to look for');
    const results = await slack.sees({ user: 'ken', text: /results? for/ });
    slack.fail('views.update', { kind: 'error', error: 'internal_error' });
    await slack.press({ user: 'ken', on: results, button: 'Read 1' });
    await slack.until(() => slack.seenBy('ken', 'dm').length === 1);
    slack.fail('views.update', { kind: 'error', error: 'not_found' });
    const changes = () => slack.calls.filter(({ method }) => method === 'views.update').length;
    const before = changes();
    const pressed = slack.press({ user: 'ken', on: results, button: 'Read 1' });
    await slack.until(() => changes() > before);
    await slack.ask({ user: 'ken', channel: 'dm', text: 'help' });
    await pressed;
    expect(slack.seenBy('ken', 'dm').filter((text) => text.includes('[Back]'))).toHaveLength(1);
  });
});

function topOf(user: string) {
  const view = slack.views(user).at(-1);
  if (view === undefined) throw new Error('no modal is open');
  return view;
}
