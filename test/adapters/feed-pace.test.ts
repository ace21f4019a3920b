/** However many ask, and however long answers take on their way, the service is asked as seldom as it wants. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { paced } from '../../adapters/feed/pace.ts';
import type { Fetch, Fetched, Sleep } from '../../src/port.ts';

const fine: Fetched = { status: 'ok', text: '', type: null, etag: null, modified: null };
const limited = (retryAfter: number | null): Fetched => ({
  status: 'failed',
  reason: 'limited',
  detail: '429',
  retryAfter,
});

interface Way {
  readonly fetch: Fetch;
  /** When requests arrived, as milliseconds since 1970. */
  readonly arrivals: number[];
  readonly slept: number[];
  readonly advance: (ms: number) => void;
}

/** A service that answers as said, one after the other, after so many milliseconds on the way there. */
function wayTo(answers: readonly Fetched[], delays: readonly number[] = []): Way {
  let at = 0;
  const arrivals: number[] = [];
  const slept: number[] = [];
  const sleep: Sleep = async (ms) => {
    slept.push(ms);
    at += ms;
  };
  const fetch: Fetch = async () => {
    at += delays[arrivals.length % delays.length] ?? 0;
    arrivals.push(at);
    return answers[arrivals.length - 1] ?? fine;
  };
  const now = (): Date => new Date(at);
  return {
    fetch: paced({ fetch, sleep, now, pause: 1000, rest: 5000 }),
    arrivals,
    slept,
    advance: (ms) => {
      at += ms;
    },
  };
}

const request = { url: 'https://example.org/' };

const gaps = (arrivals: readonly number[]): number[] =>
  arrivals.slice(1).map((arrival, at) => arrival - (arrivals[at] ?? 0));

test('never two requests within a second, whoever asks and however slow the way is', async () => {
  const delays = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1 });
  const answer = fc.oneof(
    fc.constant(fine),
    fc.constant(limited(null)),
    fc.integer({ min: 0, max: 20 }).map(limited),
  );
  const scene = fc.record({
    delays,
    count: fc.integer({ min: 1, max: 40 }),
    answers: fc.array(answer),
    pauses: delays,
  });
  await fc.assert(
    fc.asyncProperty(scene, async ({ delays: ways, count, answers, pauses }) => {
      const way = wayTo(answers, ways);
      const asked = Array.from({ length: count }, async (_each, at) => {
        if (at % 3 === 0) way.advance(pauses[at % pauses.length] ?? 0);
        return way.fetch(request);
      });
      await Promise.all(asked);
      expect(way.arrivals.length).toBeGreaterThanOrEqual(count);
      expect(Math.min(1000, ...gaps(way.arrivals))).toBe(1000);
      for (const [at, gap] of gaps(way.arrivals).entries()) {
        const before = answers[at] ?? fine;
        const wanted = before.status === 'failed' ? (before.retryAfter ?? 5) * 1000 : 0;
        expect(gap).toBeGreaterThanOrEqual(wanted);
      }
    }),
    { numRuns: 200 },
  );
});

describe('a service that has had enough', () => {
  test('is asked again after the time that it names', async () => {
    const { fetch, arrivals } = wayTo([limited(7)]);
    expect(await fetch(request)).toBe(fine);
    expect(gaps(arrivals)).toEqual([7000]);
  });

  test('is asked three times, then that is the answer', async () => {
    const { fetch, arrivals } = wayTo([limited(2), limited(null), limited(3)]);
    expect(await fetch(request)).toMatchObject({ reason: 'limited', retryAfter: 3 });
    expect(gaps(arrivals)).toEqual([2000, 5000]);
  });

  test('that wants a long rest has it: who asks meanwhile is told how long it is', async () => {
    const { fetch, arrivals, slept, advance } = wayTo([limited(3600)]);
    expect(await fetch(request)).toMatchObject({ reason: 'limited', retryAfter: 3600 });
    advance(600_500);
    expect(await fetch(request)).toMatchObject({ reason: 'limited', retryAfter: 3000 });
    expect([arrivals.length, slept]).toEqual([1, []]);
    advance(3_000_000);
    expect(await fetch(request)).toBe(fine);
  });

  test('is not left alone for longer than a day', async () => {
    const { fetch, advance } = wayTo([limited(1e9)]);
    await fetch(request);
    advance(24 * 60 * 60_000);
    expect(await fetch(request)).toBe(fine);
  });
});

test('nobody waits longer because the clock was set back', async () => {
  const { fetch, slept, advance } = wayTo([]);
  await fetch(request);
  advance(-3_600_000);
  expect(await fetch(request)).toBe(fine);
  expect(slept).toEqual([1000]);
});

test('who stops waiting asks nothing, and those behind have their turn', async () => {
  const { fetch, arrivals } = wayTo([]);
  const stop = AbortSignal.abort();
  const answers = await Promise.all([fetch(request), fetch(request, stop), fetch(request)]);
  expect(answers).toEqual([fine, expect.objectContaining({ status: 'failed' }), fine]);
  expect(arrivals).toHaveLength(2);
});
