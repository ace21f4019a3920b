/** An app is what its manifest says: people can not do what it does not name. */
import { expect, test } from '@jest/globals';
import { createApp } from './bolt.ts';
import { startSlack } from './index.ts';

const text = (length: number): string => 'x'.repeat(length);

const manifest = (more: object = {}) => ({
  display_information: { name: 'meetup', long_description: text(200) },
  features: {
    bot_user: { display_name: 'meetup' },
    slash_commands: [{ command: '/meetup', description: 'Search' }],
    shortcuts: [{ name: 'Search', type: 'global', callback_id: 'search', description: 'Search' }],
    ...more,
  },
  oauth_config: { scopes: { bot: ['commands', 'chat:write', 'app_mentions:read'] } },
  settings: { event_subscriptions: { bot_events: ['app_mention', 'message.channels'] } },
});

test('commands and shortcuts that it does not name are not there', async () => {
  const slack = await startSlack({ manifest: manifest() });
  const other = slack.command({ user: 'ken', channel: 'general', text: '', command: '/other' });
  await expect(other).rejects.toThrow('/other is not a command of this app');
  expect(() => slack.shortcut({ user: 'ken', callback: 'collect' })).toThrow('collect is not a shortcut');
  await slack.stop();
});

test('events arrive if it subscribes to them and has the scope', async () => {
  const slack = await startSlack({ manifest: manifest() });
  const app = createApp(slack);
  const heard: string[] = [];
  app.use(async ({ payload, next }) => {
    heard.push((payload as { type: string }).type);
    await next();
  });
  await app.start();
  await slack.post({ user: 'ken', channel: 'general', text: '@meetup hello' });
  expect(heard).toEqual(['app_mention']);
  await app.stop();
  await slack.stop();
});

test.each([
  ['a command of 33 characters', { slash_commands: [{ command: `/${text(32)}`, description: 'x' }] }],
  [
    '51 commands',
    { slash_commands: Array.from({ length: 51 }, () => ({ command: '/x', description: 'x' })) },
  ],
  ['a sixth domain', { unfurl_domains: Array.from({ length: 6 }, () => 'example.org') }],
  ['a name of a bot of 81 characters', { bot_user: { display_name: text(81) } }],
])('%s is refused', async (_, features) => {
  await expect(startSlack({ manifest: manifest(features) })).rejects.toThrow('Too big');
});
