/** Timestamps of messages, in the order of their times. */
import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { byTime, isLater, timeOf } from '../../../adapters/slack/stamp.ts';

const stamp = fc
  .tuple(fc.integer({ min: 0, max: 9_999_999_999 }), fc.integer({ min: 0, max: 999_999 }))
  .map(([seconds, micros]) => ({ exact: BigInt(seconds) * 1_000_000n + BigInt(micros), seconds, micros }));
const written = ({ seconds, micros }: { seconds: number; micros: number }): string =>
  `${seconds}.${String(micros).padStart(6, '0')}`;

test('are compared to the last digit, however many there are', () => {
  fc.assert(
    fc.property(stamp, stamp, (one, other) => {
      const [a, b] = [written(one), written(other)];
      expect(isLater(a, b)).toBe(one.exact > other.exact);
      expect(Math.sign(byTime(a, b))).toBe(one.exact === other.exact ? 0 : one.exact > other.exact ? 1 : -1);
    }),
  );
});

test('are times', () => {
  expect(timeOf('1700000000.500000')).toEqual(new Date(1_700_000_000_500));
});
