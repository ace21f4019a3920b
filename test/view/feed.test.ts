import { describe, expect, test } from '@jest/globals';
import type { FeedStatus } from '../../src/port.ts';
import { feedAge, feedTrouble } from '../../src/view/feed.ts';
import { words } from '../../src/words/index.ts';

const now = new Date('2026-11-22T12:00:00Z');

const status = (facts: Partial<FeedStatus>): FeedStatus => ({
  name: 'connpass',
  events: 3,
  askedAt: now,
  goodAt: now,
  failure: null,
  skipped: [],
  ...facts,
});

const broken = { status: 'failed', reason: 'broken', detail: '503', retryAfter: null } as const;

describe('how a feed is', () => {
  test('is no news where it answers', () => {
    expect(feedTrouble(status({}), words.en, now)).toEqual([]);
    expect(feedAge(status({}), words.en, now)).toBeNull();
  });

  test.each<[string, string]>([
    ['2026-11-22T11:59:50Z', '1 minute'],
    ['2026-11-22T11:18:00Z', '42 minutes'],
    ['2026-11-22T09:00:00Z', '3 hours'],
    ['2026-11-20T12:00:01Z', '48 hours'],
    ['2026-11-19T12:00:00Z', '3 days'],
    ['2026-11-22T13:00:00Z', '1 minute'],
  ])('says the age of what it said at %s: %s', (goodAt, age) => {
    const feed = status({ goodAt: new Date(goodAt), failure: broken });
    expect(feedTrouble(feed, words.en, now)).toEqual([
      'connpass does not answer (it answers with an error).',
      `connpass does not answer; what it said ${age} ago is shown.`,
    ]);
  });

  test('says that it has never answered, is gone, or could not be understood wholly', () => {
    expect(feedTrouble(status({ goodAt: null, failure: broken }), words.en, now)).toEqual([
      'connpass does not answer (it answers with an error).',
    ]);
    const gone = { ...broken, reason: 'gone' } as const;
    expect(feedTrouble(status({ goodAt: null, failure: gone }), words.ja, now)).toEqual([
      'connpass はなくなったため、もう取得しません。',
    ]);
    const skipped = [{ code: 'event-unreadable', detail: 'x' }] as const;
    expect(feedTrouble(status({ skipped }), words.en, now)).toEqual([
      'connpass: 1 event could not be understood.',
    ]);
  });
});
