/** Files of answers: where they go, and what is said of them where they can not lie. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { View } from '../../../src/port.ts';
import type { Slack } from '../../slack/index.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let slack: Slack;

const files = [
  { name: 'docker-night.ics', type: 'text/calendar', text: 'BEGIN:VCALENDAR\r\nSUMMARY:監視の話\r\n' },
  { name: 'draft.md', type: 'text/markdown', text: '# Docker Night\n' },
];

const start = (view: View = { ...say('Docker Night'), files }) => connected.start(botOf(() => view));

beforeEach(async () => {
  connected = await openSlack();
  ({ slack } = connected);
});
afterEach(() => connected.stop());

/** What lies in somebody's conversation with the bot, which begins when one looks. */
function handedTo(user: string) {
  slack.seenBy(user, 'dm');
  const messages = slack.messages(`D${user.toUpperCase()}`);
  return messages.flatMap((message) => message.files.map(({ name, content }) => ({ name, content })));
}

const inDirect = 'In your direct messages with me: docker-night.ics, draft.md';

describe('the files of an answer', () => {
  test('go to the conversation with the bot, and the answer for one person says so', async () => {
    await start();
    await slack.command({ user: 'ken', channel: 'general', text: 'docker' });
    const { message } = await slack.sees({ user: 'ken', text: inDirect });
    expect(message).toMatchObject({ channel: 'CGENERAL', onlyFor: 'UKEN' });
    expect(handedTo('ken')).toEqual(files.map(({ name, text }) => ({ name, content: text })));
    expect(slack.seenBy('ken', 'dm')).toEqual([
      'Files that belong to my answers come here.',
      '(file: docker-night.ics)\n(file: draft.md)',
    ]);
  });

  test('lie beside an answer that is given there, where nothing needs to be said', async () => {
    await start();
    await slack.ask({ user: 'ken', channel: 'dm', text: 'docker' });
    await slack.until(() => slack.seenBy('ken', 'dm').includes('Docker Night'));
    expect(slack.seenBy('ken', 'dm')).toEqual([
      'docker',
      '(file: docker-night.ics)\n(file: draft.md)',
      'Docker Night',
    ]);
  });

  test('are told of in a modal as well, and the conversation is begun once', async () => {
    await start();
    for (const count of [1, 2]) {
      const on = await slack.shortcut({ user: 'hanako', callback: 'search' });
      await slack.submit({ user: 'hanako', on, values: { words: 'docker' } });
      await slack.until(() => handedTo('hanako').length === 2 * count);
      await slack.until(() =>
        slack.views('hanako').some((view) => slack.read(view).includes('ダイレクトメッセージに送りました')),
      );
    }
    expect(slack.seenBy('hanako', 'dm').filter((text) => text.startsWith('答えに'))).toHaveLength(1);
  });

  test('are left out where everyone sees the answer', async () => {
    const share = { label: 'Share', command: 'share', input: 'docker' };
    await start({ ...say('Docker Night', [share]), files });
    await slack.command({ user: 'ken', channel: 'general', text: 'docker' });
    await slack.press({
      user: 'ken',
      on: await slack.sees({ user: 'ken', text: inDirect }),
      button: 'Share',
    });
    expect(slack.seenBy('hanako', 'general')).toEqual(['Docker Night\n[Share]']);
    expect(handedTo('ken')).toHaveLength(2);
  });

  test.each([
    ['files.getUploadURLExternal', 'missing_scope'],
    ['files.completeUploadExternal', 'internal_error'],
    ['chat.postMessage', 'messages_tab_disabled'],
  ])('that can not be sent (%s) do not take the answer with them', async (method, error) => {
    await start();
    slack.fail(method, { kind: 'error', error });
    await slack.command({ user: 'ken', channel: 'general', text: 'docker' });
    const { text } = await slack.sees({ user: 'ken', text: 'could not be sent to you' });
    expect(text.split('\n')[0]).toBe('Docker Night');
    expect(handedTo('ken')).toEqual([]);
    expect(connected.logged.map(({ message }) => message)).toContain('files did not arrive');
  });
});
