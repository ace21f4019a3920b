/** Whatever becomes of processes and of what they send, a letter stands there once: as long as what is sent arrives within the settle time. */
import { describe, expect, test } from '@jest/globals';
import {
  array,
  assert,
  asyncProperty,
  check,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
} from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { usualTiming } from '../../src/outbox/timing.ts';
import { letterOf, waiting, write } from './letter.ts';
import { calm, createWorld, happen, keysIn, toldIn } from './world.ts';
import type { Fate, Flaws, Point } from './world.ts';

const second = 1000;
const minute = 60 * second;

const fate: Arbitrary<Fate> = record({
  process: constantFrom('A', 'B', 'C'),
  passed: oneof(integer({ min: 0, max: 20 * second }), integer({ min: 0, max: 4 * minute })),
  skew: oneof({ weight: 4, arbitrary: constant(0) }, integer({ min: -4 * minute, max: 4 * minute })),
  outcome: constantFrom('posted', 'slow', 'never', 'later'),
  delay: integer({ min: 0, max: usualTiming.settle - 1 }),
  halt: oneof(
    constant(null),
    record({
      at: constantFrom<Point>('look', 'looked', 'sent'),
      stopped: oneof(constant('for ever' as const), integer({ min: 0, max: 10 * minute })),
    }),
  ),
}).map(settledWhereSent);

/** Nobody can help a process that is stopped after its last question and sends all the same: that is the platform's time. */
function settledWhereSent(given: Fate): Fate {
  const { halt } = given;
  return halt?.at === 'sent' ? { ...given, halt: { ...halt, stopped: 'for ever' } } : given;
}

/** After all that went wrong, everything goes well for hours. */
async function story(events: readonly Fate[], flaws: Flaws = {}) {
  const world = createWorld(flaws);
  try {
    await write(world.state, letterOf('a'));
    for (const event of events) await happen(event, world);
    for (let round = 0; round < 30; round += 1) await happen(calm(10 * minute), world);
    return {
      messages: keysIn(world),
      told: await toldIn(world),
      waiting: await waiting(world.state),
      errors: world.logged.filter(({ level }) => level === 'error'),
    };
  } finally {
    await world.state.close();
  }
}

const stories = array(fate, { maxLength: 30 });

test('whatever happens, it stands there once, and that is told once', async () => {
  await assert(
    asyncProperty(stories, async (events) => {
      expect(await story(events)).toEqual({
        messages: ['a'],
        told: [['a', { status: 'posted', ref: 'a' }]],
        waiting: [],
        errors: [],
      });
    }),
    { numRuns: 300 },
  );
}, 60_000);

describe('what is left out of the protocol', () => {
  const flaws: readonly (readonly [string, Flaws])[] = [
    ['the look', { looks: false }],
    ['the settle time', { timing: { settle: 0, lease: 20 * second } }],
    ['the fence', { fence: false }],
  ];

  test.each(flaws)(
    'would let something stand there twice: %s',
    async (_what, flaw) => {
      const isOnce = asyncProperty(
        stories,
        async (events) => (await story(events, flaw)).messages.length === 1,
      );
      const { failed } = await check(isOnce, { numRuns: 2000, endOnFailure: true });
      expect(failed).toBe(true);
    },
    60_000,
  );
});
