/** The real Bolt in the simulated Slack: whatever people do arrives, and what the app answers is seen. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import { openApp } from './bolt.ts';
import type { Slack } from './index.ts';
import { NotAcknowledged } from './index.ts';
import { withButton } from './sample.ts';

let slack: Slack;
let app: App;
let close: () => Promise<void>;
beforeEach(async () => ({ slack, app, close } = await openApp()));
afterEach(() => close());

describe('a slash command', () => {
  test('is answered at its response address, and only the one who typed it sees that', async () => {
    app.command('/meetup', async ({ ack, respond, command }) => {
      await ack();
      await respond(`you asked for ${command.text}`);
    });
    await app.start();
    const answer = await slack.command({ user: 'hanako', channel: 'general', text: '監視' });
    expect(answer.text).toBe('you asked for 監視');
    expect(slack.seenBy('hanako', 'general')).toEqual(['you asked for 監視']);
    expect(slack.seenBy('ken', 'general')).toEqual([]);
  });

  test('is answered with the acknowledgement', async () => {
    app.command('/meetup', async ({ ack }) => ack('at once'));
    await app.start();
    const answer = await slack.command({ user: 'ken', channel: 'dm', text: '' });
    expect(answer.text).toBe('at once');
  });

  test('that nobody acknowledges says so', async () => {
    await app.start();
    await expect(slack.command({ user: 'ken', channel: 'general', text: 'x' })).rejects.toThrow(
      new NotAcknowledged('slash_commands /meetup x', 'timeout'),
    );
  });

  test('can be typed where the app is no member, but not where one is no member oneself', async () => {
    app.command('/meetup', async ({ ack }) => ack('here'));
    await app.start();
    expect((await slack.command({ user: 'hanako', channel: 'random', text: '' })).text).toBe('here');
    await expect(slack.command({ user: 'gus', channel: 'random', text: '' })).rejects.toThrow(
      'gus is not in random',
    );
  });
});

describe('a button', () => {
  beforeEach(async () => {
    app.command('/meetup', async ({ ack }) => ack({ text: 'pick', blocks: withButton('pick', 'Share') }));
    await app.start();
  });

  test('replaces the message that only one person sees, and its payload does not show that message', async () => {
    app.action('share', async ({ ack, respond, body }) => {
      await ack();
      await respond({ replace_original: true, text: `message ${'message' in body ? 'there' : 'missing'}` });
    });
    const first = await slack.command({ user: 'hanako', channel: 'general', text: '' });
    const second = await slack.press({ user: 'hanako', on: first, button: 'Share' });
    expect(second.kind).toBe('changed');
    expect(slack.seenBy('hanako', 'general')).toEqual(['message missing']);
  });

  test('posts for everybody', async () => {
    app.action('share', async ({ ack, respond }) => {
      await ack();
      const blocks = withButton('for all', 'Read');
      await respond({ response_type: 'in_channel', text: 'all', blocks });
    });
    const first = await slack.command({ user: 'hanako', channel: 'general', text: '' });
    await slack.press({ user: 'hanako', on: first, button: 'share' });
    expect(slack.seenBy('ken', 'general')).toEqual(['for all\n[Read]']);
  });

  test('that is not there can not be pressed', async () => {
    const first = await slack.command({ user: 'hanako', channel: 'general', text: '' });
    expect(() => slack.press({ user: 'hanako', on: first, button: 'Delete' })).toThrow('only: [Share]');
    expect(() => slack.press({ user: 'ken', on: first, button: 'Share' })).toThrow('ken does not see');
  });
});

test('the transcript reads like the conversation', async () => {
  app.command('/meetup', async ({ ack }) => ack({ text: 'x', blocks: withButton('two talks', 'Share') }));
  app.action('share', async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: 'in_channel', text: 'two talks' });
  });
  await app.start();
  const answer = await slack.command({ user: 'hanako', channel: 'general', text: '監視' });
  await slack.press({ user: 'hanako', on: answer, button: 'Share' });
  expect(slack.transcript()).toBe(`#general hanako: /meetup 監視
#general meetup → hanako:
  two talks
  [Share]
#general hanako: [Share]
#general meetup: two talks
`);
  expect(slack.violations).toEqual([]);
});
