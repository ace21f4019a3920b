/** Talking to an app that is the real Bolt: mentions, messages, links, Home and the menu of a message. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { openApp } from './bolt.ts';
import type { Slack } from './index.ts';
import { plain, withButton } from './sample.ts';

let slack: Slack;
let app: App;
let close: () => Promise<void>;
beforeEach(async () => ({ slack, app, close } = await openApp()));
afterEach(() => close());

describe('talking', () => {
  test('a mention in a thread is answered in that thread', async () => {
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: 'yes?', thread_ts: event.thread_ts ?? event.ts });
    });
    await app.start();
    const first = await slack.post({ user: 'ken', channel: 'general', text: 'good morning' });
    const answer = await slack.ask({
      user: 'hanako',
      channel: 'general',
      text: '@meetup 監視',
      thread: first,
    });
    expect(answer.message?.thread).toBe(first.ts);
  });

  test('every message, edit and deletion is told to an app that is there, and none to one that is not', async () => {
    const heard: string[] = [];
    app.message(async ({ message }) => {
      heard.push(message.subtype ?? 'plain');
    });
    app.event('message', async ({ event }) => {
      if (event.subtype) heard.push(event.subtype);
    });
    await app.start();
    const message = await slack.post({ user: 'ken', channel: 'general', text: 'one' });
    await slack.edit(message, 'two');
    await slack.erase(message);
    await slack.post({ user: 'ken', channel: 'random', text: 'hidden' });
    await slack.until(() => heard.includes('message_deleted'));
    expect(heard).toEqual(expect.arrayContaining(['plain', 'message_changed', 'message_deleted']));
    expect(heard.filter((kind) => kind === 'plain')).toHaveLength(1);
  });

  test('a message that is shared has its words and its author beside what is said to it', async () => {
    const heard: unknown[] = [];
    app.message(async ({ message }) => void heard.push(message));
    await app.start();
    const old = await slack.post({ user: 'ken', channel: 'general', text: 'old words' });
    const shared = await slack.share({ user: 'hanako', message: old, channel: 'general', text: 'see' });
    await slack.until(() => heard.length === 2);
    expect(heard[1]).toMatchObject({
      user: 'UHANAKO',
      text: 'see',
      attachments: [{ is_share: true, author_id: 'UKEN', ts: old.ts, text: 'old words' }],
    });
    expect(shared.thread).toBeNull();
  });

  test('another app is no user, and says what it is called', async () => {
    await app.start();
    const program = { id: 'BCI', name: 'CI' };
    const { ts } = await slack.program({ program, channel: 'general', text: 'Build 1' });
    const { messages } = await app.client.conversations.replies({ channel: 'CGENERAL', ts });
    expect(messages).toMatchObject([
      { bot_id: 'BCI', username: 'CI', subtype: 'bot_message', text: 'Build 1' },
    ]);
    expect(messages?.[0]).not.toHaveProperty('user');
  });

  test('a link of ours is unfurled for everybody', async () => {
    app.event('link_shared', async ({ event, client }) => {
      const url = event.links[0]?.url ?? '';
      const blocks: KnownBlock[] = [{ type: 'section', text: plain('a report') }];
      await client.chat.unfurl({
        channel: event.channel,
        ts: event.message_ts,
        unfurls: { [url]: { blocks } },
      });
    });
    await app.start();
    await slack.post({ user: 'ken', channel: 'general', text: 'see https://www.example.org/reports/1?a&b' });
    await slack.until(() => slack.calls.some(({ method }) => method === 'chat.unfurl'));
    expect(slack.seenBy('hanako', 'general')[0]).toContain('▏ a report');
  });

  test('the Home tab shows what was published for that person', async () => {
    app.event('app_home_opened', async ({ event, client }) => {
      const view = { type: 'home', blocks: withButton(`hello ${event.user}`, 'More') } as const;
      await client.views.publish({ user_id: event.user, view });
    });
    app.action('more', async ({ ack, body, client }) => {
      await ack();
      await client.views.publish({
        user_id: body.user.id,
        view: { type: 'home', blocks: [{ type: 'divider' }] },
      });
    });
    await app.start();
    const home = await slack.openHome('hanako');
    expect(home.text).toBe('hello UHANAKO\n[More]');
    expect((await slack.press({ user: 'hanako', on: home, button: 'More' })).text).toBe('---');
    expect(slack.home('ken')).toBeNull();
  });

  test('a message has a menu with the shortcuts of the app', async () => {
    app.shortcut('collect', async ({ ack, respond, shortcut }) => {
      await ack();
      await respond(`collected ${'message' in shortcut ? shortcut.message.text : ''}`);
    });
    await app.start();
    const message = await slack.post({ user: 'ken', channel: 'general', text: 'worth keeping' });
    const answer = await slack.shortcut({ user: 'hanako', callback: 'collect', message });
    expect(answer.text).toBe('collected worth keeping');
  });
});
