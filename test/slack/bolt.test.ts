/** The real Bolt in the simulated Slack. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { App } from '@slack/bolt';
import type { Slack } from './index.ts';
import { startSlack } from './index.ts';

let slack: Slack;
let app: App;

beforeEach(async () => {
  slack = await startSlack();
  app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
});

afterEach(async () => {
  await app.stop();
  await slack.stop();
});

test('a slash command is acknowledged and answered', async () => {
  app.command('/meetup', async ({ ack, respond, command }) => {
    await ack();
    await respond(`you asked for ${command.text}`);
  });
  await app.start();
  const answer = await slack.command({ user: 'hanako', channel: 'general', text: '監視' });
  expect(answer.text).toBe('you asked for 監視');
  expect(slack.violations).toEqual([]);
  expect(slack.transcript()).toBe(
    '#general hanako: /meetup 監視\n#general meetup → hanako: you asked for 監視\n',
  );
});
