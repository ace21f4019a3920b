import { describe, expect, test } from '@jest/globals';
import { table } from './table.ts';
import { median, quantile } from './time.ts';

describe('the figures of the bench', () => {
  test('a quantile is one of the times, and the largest of a few stands for the last hundredth', () => {
    expect(quantile([5, 1, 4, 2, 3], 0.99)).toBe(5);
    expect(median([5, 1, 4, 2, 3])).toBe(3);
    expect(quantile([], 0.5)).toBe(0);
  });

  test('each engine stands beside the first, with its ratio to it', () => {
    const rows = [
      { name: 'own', figures: { build: 200, reopen: 0 } },
      { name: 'other', figures: { build: 900, reopen: null } },
    ];
    expect(table(rows).split('\n')).toEqual([
      '       build ms  reopen ms',
      'own         200          0',
      'other  900 ×4.5          –',
    ]);
  });

  test('what was not measured of any engine has no column', () => {
    expect(table([{ name: 'own', figures: { fNDCG: null, build: 1 } }])).not.toContain('fNDCG');
  });
});
