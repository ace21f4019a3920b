/** The first message. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Chat } from '../../../src/port.ts';
import type { Slack } from '../../slack/index.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';
import { untilHandled } from './handled.ts';
import { expectTranscript } from './transcript.ts';

let connected: Connected;
let slack: Slack;
let chat: Chat;

beforeEach(async () => {
  connected = await openSlack();
  ({ slack } = connected);
  chat = await connected.start(botOf(() => say('start')));
});
afterEach(() => connected.stop());

/** Everything that follows from it has happened. */
async function visit(user: string): Promise<void> {
  await slack.openHome(user);
  await untilHandled(connected.state);
}

describe('the first message', () => {
  test('goes to the first organiser who looks, once', async () => {
    await visit('hanako');
    await visit('gus');
    expect([slack.seenBy('hanako', 'dm'), slack.seenBy('gus', 'dm')]).toEqual([[], []]);
    await visit('yui');
    await visit('yui');
    expect(slack.seenBy('yui', 'dm')).toHaveLength(1);
    expect(slack.seenBy('yui', 'dm')[0]).toContain('/invite @meetup');
  });

  test('does not wait until they look at the Home tab: the messages are enough', async () => {
    await slack.event('app_home_opened', { type: 'app_home_opened', user: 'UYUI', tab: 'messages' });
    await untilHandled(connected.state);
    expect([slack.seenBy('yui', 'dm').length, slack.home('yui')]).toEqual([1, null]);
  });

  test('is not said again by a bot that was started anew, nor to a second organiser', async () => {
    await visit('yui');
    await chat.stop();
    chat = await connected.start(
      botOf(() => say('start')),
      { settings: async () => ({ locale: 'ja', organisers: ['UKEN'], workspaces: [] }) },
    );
    await visit('yui');
    await visit('ken');
    expect([slack.seenBy('yui', 'dm').length, slack.seenBy('ken', 'dm').length]).toEqual([1, 0]);
  });

  test('that Slack refused is said the next time', async () => {
    slack.fail('chat.postMessage', { kind: 'error', error: 'not_allowed' });
    await visit('yui');
    expect(slack.seenBy('yui', 'dm')).toHaveLength(0);
    await visit('yui');
    expect(slack.seenBy('yui', 'dm')).toHaveLength(1);
  });

  test.each([
    ['yui', 'ja'],
    ['ken', 'en'],
  ])('speaks the language of %s', async (user, locale) => {
    await chat.stop();
    chat = await connected.start(
      botOf(() => say('start')),
      { settings: async () => ({ locale: 'ja', organisers: ['UKEN'], workspaces: [] }) },
    );
    await visit(user);
    expect(slack.seenBy(user, 'dm')).toHaveLength(1);
    expectTranscript(`${slack.seenBy(user, 'dm').join('\n')}\n`, `welcome.${locale}`);
  });
});
