import { expect, test } from '@jest/globals';
import { isNo, readYesNo } from '../../src/command/yes-no.ts';

test.each(['yes', 'Yes', 'y', 'on', 'true', '1', 'はい', 'する', 'ｙｅｓ'])('%s is yes', (value) => {
  expect(readYesNo('thread', value)).toBe(true);
  expect(isNo(value)).toBe(false);
});

test.each(['no', 'NO', 'n', 'off', 'false', '0', 'いいえ', 'なし', 'しない', 'ｎｏ'])('%s is no', (value) => {
  expect(readYesNo('thread', value)).toBe(false);
  expect(isNo(value)).toBe(true);
});

test.each(['perhaps', '2', 'yes please', ''])('%j is neither', (value) => {
  expect(() => readYesNo('thread', value)).toThrow(
    expect.objectContaining({ code: 'yes-or-no', facts: { option: 'thread', value } }),
  );
});
