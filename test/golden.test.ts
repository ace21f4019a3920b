/** What people read, as Markdown beside the tests: every command over the project's own content, in both languages. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { expectGolden } from './golden.ts';
import { openWorld, organiser, ownContent } from './world.ts';
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
  ['event', 'event', 'Harbour Lightning Talks'],
  ['event-cancelled', 'event', 'ワークショップ'],
  ['event-calendar', 'calendar', 'もくもく会'],
  ['event-remind', 'remind', 'もくもく会'],
  ['reminders', 'reminders', ''],
  ['event-new', 'event-new', ''],
  [
    'event-new-preview',
    'event-new',
    'title:"コンテナの夜 #12" when:"12/9(水) 19:00〜21:00" place:公民館 details:"はじめての方もどうぞ。\n- BuildKit入門 / 山田花子 (20分)"',
  ],
  ['event-new-repeat', 'event-new', 'title:もくもく会 when:"毎月第2水曜 19:00〜21:00"'],
  ['event-new-past', 'event-new', 'title:もくもく会 when:"2020/1/1 19:00"'],
  ['subscribe', 'subscribe', 'tag:docker'],
  ['unsubscribe', 'unsubscribe', ''],
  ['mirror', 'mirror', ''],
  ['mirror-on', 'mirror', 'on:yes'],
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
    const view = await world.bot.answer({ ...world.call(command, input, locale), person: organiser });
    expectGolden(view, name, locale);
    expect(world.logged).toEqual([]);
  });
});
