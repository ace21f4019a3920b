/** Cards below links, over the project's own content as it stands on pages of the bot, and over a small one on a site of its own. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Library } from '../../../src/port.ts';
import type { Slack } from '../../slack/index.ts';
import { openWorld, ownContent } from '../../world.ts';
import type { OpenWorld } from '../../world.ts';
import { folderOf } from '../temporary-folder.ts';
import { untilHandled } from './handled.ts';
import { openSlack } from './connected.ts';
import type { Connected } from './connected.ts';
import { expectTranscript } from './transcript.ts';

const pages = 'https://meetup.example.org';

let world: OpenWorld;
let library: Library;
let connected: Connected;
let slack: Slack;

async function begin(folder: string, base: string | null = pages): Promise<void> {
  world = await openWorld(folder, undefined, base);
  ({ library } = world);
  await connected.start(world.bot, { settings: () => library.settings() });
}

beforeEach(async () => {
  connected = await openSlack({ app: { unfurlDomains: ['meetup.example.org', 'site.example.org'] } });
  ({ slack } = connected);
});
afterEach(async () => {
  await connected.stop();
  world.close();
});

/** What stands in #general after somebody said it, the cards below it among that. */
async function shownFor(text: string): Promise<string> {
  await slack.post({ user: 'ken', channel: 'general', text });
  await untilHandled(connected.state);
  return slack.seenBy('hanako', 'general').at(-1) ?? '';
}

async function newestReport(): Promise<string> {
  const [newest] = (await library.reports({ limit: 1, offset: 0 })).items;
  if (!newest?.url) throw new Error('no report has a page');
  return newest.url;
}

/** Of a report or talk, by its title. */
async function addressOf(title: string): Promise<string> {
  const { hits } = await library.search({ text: `"${title}"`, limit: 1, offset: 0 });
  const [hit] = hits;
  if (!hit?.url) throw new Error(`${title} has no page`);
  return hit.url;
}

const unfurled = () => slack.calls.filter(({ method }) => method === 'chat.unfurl');

describe('a link to our own pages', () => {
  test('gets a card: a report says which talks it has, a talk who gave it and where the slides are', async () => {
    await begin(ownContent);
    await shownFor(`see ${await newestReport()}`);
    const card = await shownFor(await addressOf('日本と世界のDockerコミュニティ'));
    expect(card).toContain('slideshare.net/AkihiroSuda');
    expectTranscript(slack.transcript(), 'unfurl');
  });

  test('gets none where no report stands, and of an event or another page none, either', async () => {
    await begin(ownContent);
    for (const path of ['/reports/zzzzzzzzzz', '/reports', '/upcoming', '/search?q=docker'])
      expect(await shownFor(`${pages}${path}`)).not.toContain('▏');
    expect(unfurled()).toEqual([]);
  });

  test('of which there are many gets five cards', async () => {
    await begin(ownContent);
    const { items } = await library.reports({ limit: 5, offset: 0 });
    const links = items.flatMap(({ url }) => [url, `${url}?again`]);
    await shownFor(links.join(' '));
    expect(Object.keys(JSON.parse(String(unfurled()[0]?.args['unfurls'])))).toHaveLength(5);
  });

  test('that Slack does not want unfurled is left as it is', async () => {
    await begin(ownContent);
    slack.fail('chat.unfurl', { kind: 'error', error: 'cannot_unfurl_message' });
    expect(await shownFor(await newestReport())).not.toContain('▏');
    expect(connected.logged.map(({ message }) => message)).toContain('a link got no card');
  });
});

describe('a link to the site of the community', () => {
  const report = (title: string, more = '') => `---\ntitle: ${title}\n${more}---\n\n# ${title}\n\nText.\n`;
  const site = 'https://site.example.org';
  const folder = () =>
    folderOf({
      'community.md': `---\nlocale: en\nsite: ${site}/:year/:slug/\npeople: [{ names: [Hanako, hana], hidden: true }]\n---\n`,
      '2020-01-02-known.md': `${report('Known')}\n## "Small images" by Hanako\n\nWords.\n\n## "Large images" by Taro\n\nWords.\n`,
      '2020-01-03-draft.md': report('Draft', 'draft: true\n'),
      '2099-01-04-future.md': report('Future'),
    });

  test.each([`${site}/2020/known/`, `${site}/2020/known`, `${site}/2020/known/index.html?utm_source=x`])(
    'gets its card however it is written: %s',
    async (address) => {
      await begin(folder());
      expect(await shownFor(address)).toMatch(/▏ \*Known/);
    },
  );

  test('says nothing of drafts, of what is to come, and of who does not want to be found', async () => {
    await begin(folder());
    expect(await shownFor(`${site}/2020/draft/`)).not.toContain('▏');
    expect(await shownFor(`${site}/2099/future/`)).not.toContain('▏');
    const known = await shownFor(`${site}/2020/known/`);
    expect(known).toContain('▏');
    expect(known).not.toMatch(/hana/i);
  });

  test('is told nowhere else: an address of another domain says nothing', async () => {
    await begin(folder());
    expect(await shownFor('https://elsewhere.example.com/2020/known/')).not.toContain('▏');
  });
});
