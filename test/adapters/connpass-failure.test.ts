/** A connpass that is ill, has had enough, or is none. */
import { describe, expect, test } from '@jest/globals';
import type { Connpass } from '../connpass/index.ts';
import { connpassEvent } from '../connpass/index.ts';
import type { Fault } from '../simulator/faults.ts';
import { askConnpass, copyOf, feedOf } from './connpass.ts';

const minutes = 60_000;

const many = (count: number): ReturnType<typeof connpassEvent>[] =>
  Array.from({ length: count }, (_each, at) => connpassEvent(at + 1));

const statuses = ({ hits }: Connpass): number[] => hits.map(({ status }) => status);

describe('a connpass that does not answer', () => {
  test('is not asked without a key', async () => {
    const { feed, connpass } = await askConnpass({ key: null });
    expect(await feed.ask(null)).toEqual({
      status: 'failed',
      reason: 'setting',
      detail: 'CONNPASS_API_KEY',
      retryAfter: null,
    });
    expect(connpass.hits).toEqual([]);
  });

  test('refuses a key that it does not know', async () => {
    const { feed } = await askConnpass({ key: 'other' });
    expect(await feed.ask(null)).toMatchObject({ status: 'failed', reason: 'refused' });
  });

  const body = (value: unknown): Fault => ({
    kind: 'answer',
    status: 200,
    type: 'application/json',
    body: JSON.stringify(value),
  });
  const faults: readonly (readonly [string, Fault, string])[] = [
    ['an error', { kind: 'answer', status: 500 }, 'broken'],
    ['a page of a proxy', { kind: 'answer', status: 200 }, 'unreadable'],
    ['nothing', { kind: 'cut' }, 'unreachable'],
    ['a list', body([]), 'unreadable'],
    ['null', body(null), 'unreadable'],
    ['no number', body({ events: [] }), 'unreadable'],
    ['no events', body({ results_available: 3 }), 'unreadable'],
    ['404', { kind: 'answer', status: 404 }, 'missing'],
  ];
  test.each(faults)('that answers with %s', async (_name, fault, reason) => {
    const { feed, connpass } = await askConnpass({ events: many(3) });
    connpass.fail('events', fault);
    expect(await feed.ask(null)).toMatchObject({ status: 'failed', reason });
    expect(copyOf(await feed.ask(null)).events).toHaveLength(3);
  });

  test('on the second page has failed with both', async () => {
    const { feed, connpass } = await askConnpass({ events: many(150) });
    connpass.fail('events', { kind: 'held', until: Promise.resolve() });
    connpass.fail('events', { kind: 'answer', status: 502 });
    expect(await feed.ask(null)).toMatchObject({ status: 'failed', reason: 'broken' });
  });

  test('that promises more than it has is not asked for ever', async () => {
    const { feed, connpass } = await askConnpass({});
    connpass.fail('events', body({ results_available: 900, events: [connpassEvent(1)] }));
    connpass.fail('events', body({ results_available: 900, events: [] }));
    expect(copyOf(await feed.ask(null)).events).toHaveLength(1);
    expect(connpass.hits).toHaveLength(2);
  });

  test('is asked again when it says so, and not before', async () => {
    const { feed, connpass } = await askConnpass({ events: many(1) });
    connpass.fail('events', { kind: 'limit', retryAfter: '7' });
    expect(copyOf(await feed.ask(null)).events).toHaveLength(1);
    const [first, second] = connpass.hits.map(({ at }) => at);
    expect(statuses(connpass)).toEqual([429, 200]);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(7_000);
  });

  test('is left alone, by all feeds, as long as it wants', async () => {
    const { feed, open, connpass, time } = await askConnpass({ events: many(1) });
    connpass.fail('events', { kind: 'limit', retryAfter: '600' });
    expect(await feed.ask(null)).toMatchObject({ reason: 'limited', retryAfter: 600 });
    time.advance(minutes);
    const other = feedOf(open, { kind: 'connpass', groups: ['go'], keywords: [], prefectures: [] });
    expect(await other.ask(null)).toMatchObject({ reason: 'limited', retryAfter: 540 });
    expect(connpass.hits).toHaveLength(1);
    time.advance(9 * minutes);
    expect(copyOf(await feed.ask(null)).events).toHaveLength(1);
  });
});
