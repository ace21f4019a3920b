/** The Web API: tokens, scopes, channels and messages. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { WebClient } from '@slack/web-api';
import { createClient, outcome } from './client.ts';
import type { Slack } from './index.ts';
import { startSlack } from './index.ts';

let slack: Slack;

beforeEach(async () => {
  slack = await startSlack();
});

afterEach(() => slack.stop());

describe('tokens and scopes', () => {
  test('a bot token says who the app is and which scopes it has', async () => {
    const { user_id, response_metadata } = await createClient(slack).auth.test();
    expect(user_id).toBe('UMEETUP');
    expect(response_metadata?.scopes).toContain('chat:write');
  });

  test('no token, a strange one, a revoked one and one of the other kind are refused, each by its name', async () => {
    expect(await outcome(createClient(slack, '').auth.test())).toBe('not_authed');
    expect(await outcome(createClient(slack, 'xoxb-strange').auth.test())).toBe('invalid_auth');
    expect(await outcome(createClient(slack, slack.appToken).auth.test())).toBe('not_allowed_token_type');
    await slack.uninstall().catch(() => undefined);
    expect(await outcome(createClient(slack).auth.test())).toBe('token_revoked');
    slack.install();
    expect(await outcome(createClient(slack).auth.test())).toBe('ok');
  });

  test('a method without its scope says which one it needs', async () => {
    const poor = await startSlack({ app: { scopes: ['channels:read'] } });
    const client = createClient(poor);
    await expect(client.chat.postMessage({ channel: 'CGENERAL', text: 'x' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'chat:write', provided: 'channels:read' },
    });
    expect(await outcome(client.conversations.info({ channel: 'CSTAFF' }))).toBe('missing_scope');
    expect(poor.violations.map(({ error }) => error)).toEqual(['missing_scope', 'missing_scope']);
    await poor.stop();
  });

  test('JSON is understood as well as a form', async () => {
    const response = await fetch(`${slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${slack.botToken}` },
      body: JSON.stringify({ channel: 'CGENERAL', text: 'x', blocks: [{ type: 'divider' }] }),
    });
    expect(await response.json()).toMatchObject({ ok: true, channel: 'CGENERAL' });
  });

  test('a method that does not exist is unknown', async () => {
    expect(await outcome(createClient(slack).apiCall('chat.shout'))).toBe('unknown_method');
  });
});

describe('channels and messages', () => {
  const cases: readonly (readonly [error: string, call: (client: WebClient) => Promise<unknown>])[] = [
    ['not_in_channel', (client) => client.chat.postMessage({ channel: 'CRANDOM', text: 'x' })],
    ['channel_not_found', (client) => client.chat.postMessage({ channel: 'CNOWHERE', text: 'x' })],
    ['is_archived', (client) => client.chat.postMessage({ channel: 'CATTIC', text: 'x' })],
    [
      'thread_not_found',
      (client) => client.chat.postMessage({ channel: 'CGENERAL', text: 'x', thread_ts: '1.000000' }),
    ],
    [
      'user_not_found',
      (client) => client.chat.postEphemeral({ channel: 'CGENERAL', text: 'x', user: 'UNOBODY' }),
    ],
    [
      'user_not_in_channel',
      (client) => client.chat.postEphemeral({ channel: 'CSTAFF', text: 'x', user: 'UKEN' }),
    ],
    ['message_not_found', (client) => client.chat.update({ channel: 'CGENERAL', ts: '1.000000', text: 'x' })],
    ['message_not_found', (client) => client.chat.delete({ channel: 'CGENERAL', ts: '1.000000' })],
    [
      'message_not_found',
      (client) => client.chat.getPermalink({ channel: 'CGENERAL', message_ts: '1.000000' }),
    ],
    ['not_in_channel', (client) => client.conversations.history({ channel: 'CRANDOM' })],
    ['thread_not_found', (client) => client.conversations.replies({ channel: 'CGENERAL', ts: '1.000000' })],
    ['user_not_found', (client) => client.users.info({ user: 'UNOBODY' })],
    ['not_found', (client) => client.views.update({ view_id: 'VNONE', view: { type: 'home', blocks: [] } })],
  ];

  test.each(cases)('%s', async (error, call) => {
    expect(await outcome(call(createClient(slack)))).toBe(error);
  });

  test('a private channel that the app is not in does not exist', async () => {
    await slack.leave({ user: 'meetup', channel: 'staff' }).catch(() => undefined);
    expect(await outcome(createClient(slack).conversations.info({ channel: 'CSTAFF' }))).toBe(
      'channel_not_found',
    );
  });

  test('an app changes and deletes its own messages and no others', async () => {
    const client = createClient(slack);
    const { ts = '' } = await client.chat.postMessage({ channel: 'CGENERAL', text: 'one' });
    await client.chat.update({ channel: 'CGENERAL', ts, text: 'two' });
    expect(slack.seenBy('ken', 'general')).toEqual(['two']);
    await client.chat.delete({ channel: 'CGENERAL', ts });
    expect(slack.seenBy('ken', 'general')).toEqual([]);
    await slack.post({ user: 'ken', channel: 'general', text: 'mine' }).catch(() => undefined);
    const [mine] = slack.messages('general');
    expect(await outcome(client.chat.delete({ channel: 'CGENERAL', ts: mine?.ts ?? '' }))).toBe(
      'cant_delete_message',
    );
  });

  test('a thread stays when its first message is deleted', async () => {
    const client = createClient(slack);
    const { ts = '' } = await client.chat.postMessage({ channel: 'CGENERAL', text: 'question' });
    await client.chat.postMessage({ channel: 'CGENERAL', text: 'answer', thread_ts: ts });
    await client.chat.delete({ channel: 'CGENERAL', ts });
    const { messages } = await client.conversations.replies({ channel: 'CGENERAL', ts });
    expect(messages).toMatchObject([
      { subtype: 'tombstone', text: 'This message was deleted.' },
      { text: 'answer', thread_ts: ts },
    ]);
  });

  test('what only one person sees is in no history and can not be changed', async () => {
    const client = createClient(slack);
    const { message_ts = '' } = await client.chat.postEphemeral({
      channel: 'CGENERAL',
      user: 'UKEN',
      text: 'psst',
    });
    expect(slack.seenBy('ken', 'general')).toEqual(['psst']);
    expect(slack.seenBy('hanako', 'general')).toEqual([]);
    expect((await client.conversations.history({ channel: 'CGENERAL' })).messages).toEqual([]);
    expect(await outcome(client.chat.update({ channel: 'CGENERAL', ts: message_ts, text: 'x' }))).toBe(
      'message_not_found',
    );
  });

  test('metadata is shown only to who asks for it', async () => {
    const client = createClient(slack);
    const metadata = { event_type: 'digest', event_payload: { key: 'k' } };
    await client.chat.postMessage({ channel: 'CGENERAL', text: 'x', metadata });
    const { messages: plain } = await client.conversations.history({ channel: 'CGENERAL' });
    expect(plain?.[0]).not.toHaveProperty('metadata');
    const { messages: full } = await client.conversations.history({
      channel: 'CGENERAL',
      include_all_metadata: true,
    });
    expect(full?.[0]).toMatchObject({ metadata });
  });

  test('a person is who the workspace says', async () => {
    const { user } = await createClient(slack).users.info({ user: 'UYUI', include_locale: true });
    expect(user).toMatchObject({ is_admin: true, locale: 'ja-JP', tz: 'Asia/Tokyo', tz_offset: 32_400 });
  });
});
