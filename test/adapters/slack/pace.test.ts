/** How often Slack is asked: never more than it allows, and never before it says. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { createTurnstile, crowdedOften, fresh, pauseOf } from '../../../adapters/slack/receiver/pace.ts';
import { patientFetch } from '../../../adapters/slack/web-api/rate.ts';
import { usualTiming } from '../../../adapters/slack/timing.ts';

describe('connections', () => {
  test('are never more than twelve in any minute, whenever they are wanted', async () => {
    const gaps = fc.array(fc.nat({ max: 20_000 }), { minLength: 13, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(gaps, async (waits) => {
        let clock = 1_000_000;
        const timing = {
          ...usualTiming,
          sleep: async (ms: number) => {
            clock += ms;
          },
        };
        const turn = createTurnstile(() => new Date(clock), timing);
        const times: number[] = [];
        for (const wait of waits) {
          clock += wait;
          await turn(new AbortController().signal);
          times.push(clock);
        }
        const spans = times.slice(12).map((time, index) => time - (times[index] ?? 0));
        expect(Math.min(...spans)).toBeGreaterThanOrEqual(60_000);
      }),
    );
  });

  test('are tried again after a while that grows to half a minute, and never before Slack wants', () => {
    const record = fc.record({ failures: fc.nat({ max: 1e6 }), crowded: fc.nat(9), told: fc.nat(1e7) });
    fc.assert(
      fc.property(record, fc.double({ min: 0, max: 1, noNaN: true }), (so, chance) => {
        const pause = pauseOf(so, chance);
        expect(pause).toBeGreaterThanOrEqual(so.told);
        if (so.crowded >= crowdedOften) expect(pause).toBeGreaterThanOrEqual(60_000);
        else expect(pause).toBeLessThanOrEqual(Math.max(so.told, 30_000));
      }),
    );
    expect([0, 1, 2, 3, 6, 7].map((failures) => pauseOf({ ...fresh, failures }, 0))).toEqual([
      0, 1000, 2000, 4000, 30_000, 30_000,
    ]);
  });
});

describe('a method that Slack has closed for a while', () => {
  const at = Date.parse('2027-03-10T10:00:00Z');
  const url = 'https://slack.com/api/users.info';

  /** A Slack that says that once, and the fetch before it; the clock stands until it is moved. */
  function closed(retryAfter: string | null) {
    let clock = at;
    let asked = 0;
    const headers = retryAfter === null ? {} : { 'Retry-After': retryAfter };
    const fetch = patientFetch(
      () => new Date(clock),
      async () => {
        asked += 1;
        return asked === 1 ? new Response('', { status: 429, headers }) : new Response('{}');
      },
    );
    const ask = async (method = url) => {
      const { status, headers: got } = await fetch(method);
      return [status, got.get('retry-after')];
    };
    return { ask, asked: () => asked, advance: (ms: number) => (clock += ms) };
  }

  test.each([
    ['1', 1],
    ['30', 30],
    ['3600', 3600],
    [null, 30],
    ['', 30],
    ['0', 30],
    ['-1', 30],
    ['soon', 30],
    ['Wed, 10 Mar 2027 10:02:00 GMT', 120],
    ['Wed, 10 Mar 2027 09:00:00 GMT', 30],
  ])('with the word %j is left alone for %i s', async (said, seconds) => {
    const { ask, asked, advance } = closed(said);
    expect(await ask()).toEqual([429, String(seconds)]);
    advance(seconds * 1000 - 1);
    expect(await ask()).toEqual([429, '1']);
    expect(asked()).toBe(1);
    advance(1);
    expect(await ask()).toEqual([200, null]);
  });

  test('does not close others', async () => {
    const { ask } = closed('3600');
    await ask();
    expect(await ask('https://slack.com/api/views.open')).toEqual([200, null]);
  });
});
