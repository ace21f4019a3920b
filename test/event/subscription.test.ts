/** Which channels are told of which events. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import type { SqliteState } from '../../adapters/sqlite/index.ts';
import {
  allSubscriptions,
  isMeant,
  subscriptionAt,
  writeSubscription,
} from '../../src/event/subscription.ts';
import type { Subscription } from '../../src/event/subscription.ts';
import type { Place } from '../../src/port.ts';

const general: Place = { platform: 'slack', workspace: 'T1', channel: 'C1', visibility: 'public' };

const wish = (facts: Partial<Subscription> = {}): Subscription => ({
  place: general,
  by: { id: 'U1', name: 'yui', platform: 'slack', locale: 'ja' },
  series: '',
  tag: '',
  reminds: true,
  trouble: null,
  ...facts,
});

describe('an event is meant', () => {
  const event = { series: 'Docker Meetup Tokyo', tags: ['docker', 'Kubernetes'] };
  test.each<[string, Partial<Subscription>, boolean]>([
    ['without any wish', {}, true],
    ['by its series', { series: 'Docker Meetup Tokyo' }, true],
    ['however the series is written', { series: 'ｄｏｃｋｅｒ meetup TOKYO' }, true],
    ['by a tag', { tag: 'kubernetes' }, true],
    ['by both', { series: 'Docker Meetup Tokyo', tag: 'docker' }, true],
    ['not by another series', { series: 'Docker Meetup' }, false],
    ['not by another tag', { tag: 'dock' }, false],
    ['not by one of both', { series: 'Docker Meetup Tokyo', tag: 'go' }, false],
  ])('%s', (_how, facts, is) => {
    expect(isMeant(wish(facts), event)).toBe(is);
  });

  test('without a series and tags only where none is wished', () => {
    const plain = { series: null, tags: [] };
    const wishes = [wish(), wish({ series: 'x' }), wish({ tag: 'x' })];
    expect(wishes.map((each) => isMeant(each, plain))).toEqual([true, false, false]);
  });
});

describe('a subscription', () => {
  let state: SqliteState;
  beforeEach(() => {
    state = createSqliteState(':memory:');
  });
  afterEach(() => state.close());

  test('is one a place: the last wish counts, until it is ended', async () => {
    await writeSubscription(state, general, wish());
    await writeSubscription(state, general, wish({ tag: 'go' }));
    expect(await allSubscriptions(state)).toEqual([wish({ tag: 'go' })]);
    await writeSubscription(state, general, null);
    await writeSubscription(state, general, null);
    expect([await allSubscriptions(state), await subscriptionAt(state, general)]).toEqual([[], null]);
  });

  test('asked for in a thread is one of the channel, and can be ended from everywhere in it', async () => {
    const place = { ...general, thread: '1.000001' };
    await writeSubscription(state, place, wish({ place }));
    expect(await allSubscriptions(state)).toEqual([wish()]);
    await writeSubscription(state, general, null);
    expect(await allSubscriptions(state)).toEqual([]);
  });

  test('of another platform, workspace or channel is another', async () => {
    const places: readonly Place[] = [
      general,
      { ...general, workspace: 'T2' },
      { ...general, channel: 'C2' },
      { ...general, platform: 'discord' },
    ];
    for (const place of places) await writeSubscription(state, place, wish({ place }));
    expect(await allSubscriptions(state)).toHaveLength(places.length);
    for (const place of places) expect((await subscriptionAt(state, place))?.place).toEqual(place);
  });
});
