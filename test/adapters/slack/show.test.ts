/** Showing something to somebody, over the project's own content. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Slack } from '../../slack/index.ts';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';
import { openSlack } from './connected.ts';
import type { Connected } from './connected.ts';
import { expectTranscript } from './transcript.ts';

let world: OpenWorld;
let connected: Connected;
let slack: Slack;

beforeEach(async () => {
  world = await openWorld(ownContent);
  connected = await openSlack();
  ({ slack } = connected);
  await connected.start(world.bot);
});
afterEach(async () => {
  await connected.stop();
  world.close();
});

const blocksOf = (channel: string): string => JSON.stringify(slack.messages(channel).at(-1)?.blocks);

test('everyone in the channel sees it, and whoever it is for is mentioned', async () => {
  await slack.command({ user: 'hanako', channel: 'general', text: 'show @ken buildkit' });
  expect(blocksOf('general').match(/"type":"user"/g)).toHaveLength(1);
  expect(blocksOf('general')).toContain('{"type":"user","user_id":"UKEN"}');
  expectTranscript(slack.transcript(), 'show');
});

test('what is asked in a message in a channel is shown in its thread', async () => {
  await slack.post({ user: 'hanako', channel: 'general', text: '@meetup show @ken buildkit' });
  await slack.sees({ user: 'ken', text: 'buildkit' });
  expect(slack.messages('general').at(-1)?.thread).not.toBeNull();
});

test.each(['show buildkit', 'show @nobody buildkit', 'show who:<@UKEN|ken> buildkit', 'show @ken zzyzx'])(
  'nobody but whoever asked sees what became of %j',
  async (text) => {
    await slack.command({ user: 'hanako', channel: 'general', text });
    expect(slack.seenBy('hanako', 'general')).toHaveLength(1);
    expect(slack.seenBy('ken', 'general')).toEqual([]);
    expect(blocksOf('general')).not.toContain('"type":"user"');
  },
);
