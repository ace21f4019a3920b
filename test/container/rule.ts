/** Rules of a file, each with changes to the real file that must break it: a rule that nothing can break says nothing. */
import { describe, expect, test } from '@jest/globals';
import { textOf } from './file.ts';

export interface Rule<Parsed> {
  readonly promise: string;
  readonly isKept: (file: Parsed) => boolean;
  /** What stands in the file, and what must not stand there instead. */
  readonly breaches: readonly (readonly [text: string, instead: string])[];
}

export function describeRules<Parsed>(
  file: string,
  read: (text: string) => Parsed,
  rules: readonly Rule<Parsed>[],
): void {
  const text = textOf(file);

  describe.each(rules)(`${file}: $promise`, ({ isKept, breaches }) => {
    test('is kept', () => {
      expect(isKept(read(text))).toBe(true);
    });

    test.each(breaches)('would be broken if %j were %j', (right, wrong) => {
      const broken = text.replace(right, () => wrong);
      expect(broken).not.toBe(text);
      expect(isKept(read(broken))).toBe(false);
    });
  });
}
