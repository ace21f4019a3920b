/** What else people do: files, reactions, coming and going, and what the app hears of it. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { createApp } from './bolt.ts';
import type { Slack } from './index.ts';
import { startSlack } from './index.ts';
import { plain } from './sample.ts';

let slack: Slack;
let app: App;
/** Types of the events that the app heard of, as they came. */
let heard: string[];

beforeEach(async () => {
  slack = await startSlack({ deadline: 300 });
  app = createApp(slack, { ignoreSelf: false });
  heard = [];
  app.use(async ({ body, payload, next }) => {
    if (body['type'] === 'event_callback') heard.push((payload as { type: string }).type);
    await next();
  });
  await app.start();
});

afterEach(async () => {
  await app.stop();
  await slack.stop();
});

describe('files', () => {
  test('can be downloaded with the token, and lead to a page to log in without', async () => {
    const files = [{ name: 'notes.md', mimetype: 'text/markdown', content: '# 会' }];
    const message = await slack.post({ user: 'ken', channel: 'general', text: '', files });
    const { messages } = await app.client.conversations.history({ channel: message.channel });
    const [file] = messages?.[0]?.files ?? [];
    expect(file).toMatchObject({ name: 'notes.md', size: 5 });
    const url = file?.url_private ?? '';
    const download = (headers: Record<string, string>) => fetch(url, { headers }).then((got) => got.text());
    expect(await download({ Authorization: `Bearer ${slack.botToken}` })).toBe('# 会');
    expect(await download({})).toContain('Sign in');
    expect(slack.seenBy('hanako', 'general')).toEqual(['(file: notes.md)']);
  });

  test('are uploaded in three steps', async () => {
    await app.client.files.uploadV2({
      channel_id: 'CGENERAL',
      initial_comment: 'the digest',
      filename: 'digest.md',
      content: '# one',
    });
    expect(slack.seenBy('hanako', 'general')).toEqual(['the digest\n(file: digest.md)']);
    expect(slack.messages('CGENERAL')[0]?.files).toMatchObject([{ content: '# one' }]);
  });
});

describe('reactions', () => {
  test('of people and of the app are on the message', async () => {
    const message = await slack.post({ user: 'ken', channel: 'general', text: 'hello' });
    await slack.addReaction({ user: 'hanako', message, name: 'memo' });
    await app.client.reactions.add({ channel: message.channel, timestamp: message.ts, name: 'memo' });
    const again = app.client.reactions.add({ channel: message.channel, timestamp: message.ts, name: 'memo' });
    await expect(again).rejects.toMatchObject({ data: { error: 'already_reacted' } });
    const { messages } = await app.client.conversations.history({ channel: message.channel });
    expect(messages?.[0]?.reactions).toEqual([{ name: 'memo', users: ['UHANAKO', 'UMEETUP'], count: 2 }]);
    expect(heard).toContain('reaction_added');
  });
});

describe('coming and going', () => {
  test('is heard of where the app is a member', async () => {
    await slack.join({ user: 'meetup', channel: 'random' });
    await slack.leave({ user: 'ken', channel: 'random' });
    await slack.leave({ user: 'meetup', channel: 'random' });
    await slack.join({ user: 'ken', channel: 'random' });
    expect(heard).toEqual(['member_joined_channel', 'member_left_channel', 'channel_left']);
  });

  test('ends with both events when the app is taken out of the workspace', async () => {
    await slack.uninstall().catch(() => undefined);
    await slack.until(() => slack.acknowledgements.length >= 2);
    await expect(app.client.auth.test()).rejects.toMatchObject({ data: { error: 'token_revoked' } });
  });

  test('nobody writes where they are not, or to an archive', async () => {
    const write = (user: string, channel: string) => slack.post({ user, channel, text: 'x' });
    await expect(write('gus', 'random')).rejects.toThrow('gus is not in random');
    await expect(write('hanako', 'attic')).rejects.toThrow('nobody can write to attic');
    await expect(write('nobody', 'general')).rejects.toThrow('nobody in this workspace');
    await expect(write('ken', 'nowhere')).rejects.toThrow('no channel of this workspace');
  });
});

describe('what is typed', () => {
  test('has mentions, channels and links in it, and is escaped', async () => {
    const message = await slack.post({
      user: 'ken',
      channel: 'general',
      text: '@hanako in #random: a<b https://example.com/?a=1&b',
    });
    expect(message.text).toBe('<@UHANAKO> in <#CRANDOM|random>: a&lt;b <https://example.com/?a=1&amp;b>');
    expect(slack.seenBy('gus', 'general')).toEqual(['@hanako in #random: a<b https://example.com/?a=1&b']);
    expect(heard).toEqual(['message']);
  });

  test('in the conversation with the app is heard by it alone', async () => {
    await slack.post({ user: 'ken', channel: 'dm', text: 'hello' });
    expect(heard).toEqual(['message']);
    expect(slack.seenBy('ken', 'dm')).toEqual(['hello']);
    expect(slack.seenBy('hanako', 'dm')).toEqual([]);
  });
});

test('whoever closes a modal is heard of if the modal asks for it', async () => {
  app.shortcut('open', async ({ ack, client, shortcut }) => {
    await ack();
    const view: ModalView = { type: 'modal', title: plain('x'), blocks: [], callback_id: 'x' };
    await client.views.open({ trigger_id: shortcut.trigger_id, view: { ...view, notify_on_close: true } });
  });
  const closed: string[] = [];
  app.view({ callback_id: 'x', type: 'view_closed' }, async ({ ack, body }) => {
    await ack();
    closed.push(body.user.id);
  });
  const on = await slack.shortcut({ user: 'ken', callback: 'open' });
  await slack.close({ user: 'ken', on });
  expect(closed).toEqual(['UKEN']);
  expect(slack.views('ken')).toEqual([]);
});
