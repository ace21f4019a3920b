/** The bot is let into a channel: the core hears of it, and whoever let it in hears what comes of it. A digest notifies its group alone. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Call, View } from '../../../src/port.ts';
import { heading, paragraph, root, text } from '../../../src/view/build.ts';
import type { Slack } from '../../slack/index.ts';
import { botOf, openSlack, say } from './connected.ts';
import type { Connected } from './connected.ts';

let connected: Connected;
let slack: Slack;
let calls: Call[];

beforeEach(async () => {
  connected = await openSlack();
  ({ slack } = connected);
  calls = [];
});
afterEach(() => connected.stop());

const start = (view: View) => connected.start(botOf(() => view, calls));

test('that is a call of nobody’s but who let it in, in that channel', async () => {
  await start(say('It goes on.'));
  await slack.join({ user: 'meetup', channel: 'random', inviter: 'hanako' });
  await connected.idle();
  expect(calls).toMatchObject([
    {
      command: 'joined',
      input: '',
      place: { platform: 'slack', workspace: 'TMEETUP', channel: 'CRANDOM', visibility: 'public' },
      person: { id: 'UHANAKO', organiser: false },
    },
  ]);
  expect(slack.seenBy('hanako', 'random').at(-1)).toContain('It goes on.');
  expect(slack.seenBy('ken', 'random').join()).not.toContain('It goes on.');
});

test.each([
  ['there is nothing to say', { body: root(), next: [] }, 'hanako'],
  ['it failed', { ...say('no'), failure: { kind: 'request', code: 'x', message: 'no' } }, 'hanako'],
  ['nobody let it in', say('It goes on.'), undefined],
] satisfies readonly [string, View, string | undefined][])(
  'nobody is told anything where %s',
  async (_why, view, inviter) => {
    await start(view);
    await slack.join({ user: 'meetup', channel: 'random', ...(inviter === undefined ? {} : { inviter }) });
    await connected.idle();
    expect(calls).toHaveLength(1);
    expect(slack.messages('random')).toEqual([]);
    expect(slack.calls.filter(({ method }) => method.startsWith('chat.'))).toEqual([]);
  },
);

test('of other people who join the core hears nothing', async () => {
  await start(say('It goes on.'));
  await slack.join({ user: 'yui', channel: 'general', inviter: 'hanako' });
  await connected.idle();
  expect(calls).toEqual([]);
});

test('what mentions a user group notifies that group, and no text in it anybody', async () => {
  const chat = await start(say(''));
  const body = root(
    heading(2, 'This week @channel'),
    paragraph({ type: 'mention', of: 'role', id: 'SSPEAKERS', name: 'speakers' }),
    paragraph(text('@everyone <!here> <!subteam^SOLD|@committee>')),
  );
  const place = {
    platform: 'slack',
    workspace: 'TMEETUP',
    channel: 'CGENERAL',
    visibility: 'public',
  } as const;
  await chat.post(place, { body, next: [] }, { key: 'digest' });
  const blocks = JSON.stringify(slack.messages('general').at(-1)?.blocks);
  expect(blocks.match(/"type":"(?:usergroup|broadcast|user|mrkdwn)"[^}]*/g)).toEqual([
    '"type":"usergroup","usergroup_id":"SSPEAKERS"',
  ]);
  expect(slack.messages('general').at(-1)?.text).not.toMatch(/[<>]/);
});
