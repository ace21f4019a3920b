/** What people read, as Markdown beside the tests: every command over the project's own content, in both languages. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectGolden } from './golden.ts';
import { openWorld, ownContent } from './world.ts';
import type { OpenWorld } from './world.ts';

const scenes: readonly (readonly [name: string, command: string, input: string])[] = [
  ['search', 'search', 'buildkit'],
  ['search-page', 'search', 'docker page:2'],
  ['search-filter', 'search', 'series:"Docker Meetup Kansai" コンテナ'],
  ['search-misspelt', 'search', 'kubernets'],
  ['search-nothing', 'search', 'zzyzx'],
  ['search-fault', 'search', 'year:twenty rancher'],
  ['report', 'report', ''],
  ['report-contents', 'report', 'Docker Meetup Tokyo #6'],
  ['speaker', 'speaker', ''],
  ['speaker-one', 'speaker', '@spesnova'],
  ['speaker-unknown', 'speaker', 'nobody at all'],
  ['series', 'series', ''],
  ['series-one', 'series', 'docker meetup tokyo'],
  ['upcoming', 'upcoming', ''],
  ['help', 'help', ''],
  ['help-search', 'help', 'search'],
  ['start', 'start', ''],
  ['share', 'share', 'search rancher'],
];

describe.each(['ja', 'en'] as const)('what people read in %s', (locale) => {
  let world: OpenWorld;
  beforeAll(async () => {
    world = await openWorld(ownContent);
  });
  afterAll(() => world.close());

  test.each(scenes)('%s', async (name, command, input) => {
    const view = await world.bot.answer(world.call(command, input, locale));
    expectGolden(view, name, locale);
    expect(world.logged).toEqual([]);
  });
});
