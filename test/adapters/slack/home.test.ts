/** The Home tab, over the project's own content. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Chat } from '../../../src/port.ts';
import type { Slack } from '../../slack/index.ts';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';
import { expectTranscript } from './transcript.ts';

let world: OpenWorld;
let connected: Connected;
let slack: Slack;
let chat: Chat;
let organisers: string[];

beforeAll(async () => {
  world = await openWorld(ownContent);
});
afterAll(() => world.close());

beforeEach(async () => {
  connected = await openSlack();
  ({ slack } = connected);
  organisers = ['UKEN'];
  chat = await connected.start(world.bot, {
    settings: async () => ({ locale: 'ja', organisers, workspaces: [] }),
  });
});
afterEach(() => connected.stop());

/** What somebody sees who opens it; whoever is welcomed at the same time sees that elsewhere. */
async function openedBy(user: string): Promise<string> {
  const before = slack.home(user)?.hash;
  await slack.openHome(user);
  const home = await slack.until(() => slack.home(user)?.hash !== before && slack.home(user));
  return slack.read(home);
}

describe('the Home tab', () => {
  test.each([
    ['hanako', 'ja'],
    ['gus', 'en'],
  ])('shows %s what is coming and what is new, and leads on', async (user, locale) => {
    const home = await slack.openHome(user);
    const label = locale === 'ja' ? 'これからのイベント' : 'Coming up';
    await slack.press({ user, on: home, button: label });
    await slack.until(() => slack.views(user).some((view) => slack.read(view).includes('•')));
    expect(slack.views(user)).toHaveLength(1);
    expectTranscript(slack.transcript(), `home.${locale}`);
  });

  test('tells organisers, and nobody else, how the bot is', async () => {
    expect(await openedBy('ken')).toContain('Last looked at:');
    expect(await openedBy('gus')).not.toContain('Last looked at:');
    organisers = [];
    expect(await openedBy('ken')).not.toContain('Last looked at:');
  });

  test('searches in a modal, and stays as it is', async () => {
    const home = await slack.openHome('ken');
    await slack.choose({ user: 'ken', on: home, field: 'Search all reports', value: 'buildkit' });
    const answer = await slack.sees({ user: 'ken', text: /results? for “buildkit”/ });
    expect(answer.kind).toBe('modal');
    expect(slack.views('ken')).toHaveLength(1);
  });

  test('offers nothing that needs a channel', async () => {
    const home = await slack.openHome('ken');
    await slack.press({ user: 'ken', on: home, button: 'Read 1' });
    const { view } = await slack.sees({ user: 'ken', text: '[Back]' });
    expect(JSON.stringify(view?.view.blocks)).not.toContain('"share');
  });

  test('speaks the language that one chooses on it, and so does the bot from then on', async () => {
    const home = await slack.openHome('gus');
    expect(home.text).toContain('Your settings');
    const before = home.view?.hash;
    await slack.press({ user: 'gus', on: home, button: '答えを日本語に' });
    const changed = await slack.until(() => slack.home('gus')?.hash !== before && slack.home('gus'));
    expect(slack.read(changed)).toContain('あなたの設定');
    const answer = await slack.command({ user: 'gus', channel: 'general', text: 'zzyzx' });
    expect(answer.text).toContain('見つかりませんでした');
  });

  test('works when the bot has been started anew', async () => {
    const home = await slack.openHome('ken');
    await chat.stop();
    chat = await connected.start(world.bot);
    await slack.press({ user: 'ken', on: home, button: 'Help' });
    await slack.sees({ user: 'ken', text: 'What one can ask' });
    expect(slack.views('ken')).toHaveLength(1);
  });

  test('is not drawn where people look at the messages', async () => {
    await slack.event('app_home_opened', { type: 'app_home_opened', user: 'UKEN', tab: 'messages' });
    await slack.openHome('hanako');
    expect([slack.home('ken'), slack.home('hanako')?.user]).toEqual([null, 'UHANAKO']);
  });
});

describe('a Home tab with more than fits', () => {
  test('counts what is left, and keeps the field', async () => {
    await chat.stop();
    const many = Array.from({ length: 600 }, (_, index) => ({
      label: `Read ${index}`,
      command: 'report',
      input: 'x'.repeat(1900),
    }));
    const long = say(Array.from({ length: 9000 }, (_, index) => `word${index}`).join(' '), many);
    chat = await connected.start(botOf(() => long));
    const home = await slack.openHome('ken');
    expect(home.view?.view.blocks.length).toBeLessThanOrEqual(100);
    expect(home.text).toMatch(/Search all reports[\s\S]*more parts? that did not fit here/);
  });
});
