import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { isOneSlip, nearWords, slipsAllowed, slipsBetween } from '../../src/search/slip.ts';

describe('slips', () => {
  test.each([
    ['typescirpt', 'typescript', 1],
    ['haskel', 'haskell', 1],
    ['kubernates', 'kubernetes', 1],
    ['dokcer', 'docker', 1],
    ['cat', 'dog', 3],
    ['same', 'same', 0],
    ['', 'ab', 2],
  ])('from %s to %s it is %i', (left, right, slips) => {
    expect(slipsBetween(left, right, 3)).toBe(slips);
  });

  test('more than the limit is the limit and one', () => {
    expect(slipsBetween('kubernetes', 'docker', 2)).toBe(3);
  });

  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });

  test('the same in both directions', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(slipsBetween(left, right, 9)).toBe(slipsBetween(right, left, 9));
      }),
    );
  });

  test('one slip is told in one walk', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(isOneSlip(left, right)).toBe(slipsBetween(left, right, 9) === 1);
      }),
    );
  });
});

test.each([
  ['php', 0],
  ['java', 1],
  ['angular', 1],
  ['kubernetes', 2],
])('%s may have %i slips', (word, slips) => {
  expect(slipsAllowed(word)).toBe(slips);
});

test('near words come nearest first, without the word itself', () => {
  expect(nearWords('kubernetes', ['kubernates', 'kubenats', 'kubernetes', 'kube'], 2)).toEqual([
    'kubernates',
  ]);
  expect(nearWords('haskel', ['haskells', 'haskell'], 2)).toEqual(['haskell', 'haskells']);
});
