/** The app as its manifest describes it has all that the bot's own surfaces need, and what they send is within every limit. */
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createManifest } from '../../../adapters/slack/setup/manifest.ts';
import type { Library } from '../../../src/port.ts';
import type { Slack } from '../../slack/index.ts';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';
import { appOf } from './app.ts';
import { openSlack } from './connected.ts';
import type { Connected } from './connected.ts';
import { untilHandled } from './handled.ts';

const pages = 'https://meetup.example.org';

let world: OpenWorld;
let connected: Connected;
let slack: Slack;
let library: Library;

beforeEach(async () => {
  world = await openWorld(ownContent, undefined, pages);
  const request = {
    commands: world.bot.commands,
    locale: 'ja',
    pages: [pages],
    url: null,
    workspaces: [],
  } as const;
  connected = await openSlack({ app: appOf(createManifest(request)) });
  ({ slack } = connected);
  ({ library } = world);
  await connected.start(world.bot, { settings: () => library.settings() });
});
afterEach(async () => {
  await connected.stop();
  world.close();
});

const methods = (): Set<string> => new Set(slack.calls.map(({ method }) => method));

test.each(['yui', 'ken', 'gus'])('every surface works for %s in the app of the manifest', async (user) => {
  await slack.openHome(user);
  await slack.until(() => slack.home(user));
  await untilHandled(connected.state);
  const form = await slack.shortcut({ user, callback: 'search' });
  await slack.suggest({ user, on: form, field: 'choice', text: 'dock' });
  await slack.submit({ user, on: form, values: { words: 'docker' } });
  await slack.until(() => slack.read(slack.views(user).at(-1) ?? never()).includes('Docker'));
  const [newest] = (await library.reports({ limit: 1, offset: 0 })).items;
  const message = await slack.post({ user, channel: 'general', text: `${newest?.url}` });
  await slack.until(() => methods().has('chat.unfurl'));
  const { text } = await slack.shortcut({ user, callback: 'collect', message });
  expect(text).not.toBe('');
  expect(slack.calls.filter(({ result }) => result === 'missing_scope')).toEqual([]);
  expect(slack.violations).toEqual([]);
});

function never(): never {
  throw new Error('no modal is open');
}
