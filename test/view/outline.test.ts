import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Heading, RootContent } from 'mdast';
import { heading, paragraph, root } from '../../src/view/build.ts';
import { belowTitle, outlined } from '../../src/view/outline.ts';

const depth = fc.integer({ min: 1, max: 6 }) as fc.Arbitrary<Heading['depth']>;

const levels = (depths: readonly Heading['depth'][]): number[] =>
  outlined(root(...depths.map((each) => heading(each, 'x'))), 1).children.map(
    (node) => (node as Heading).depth,
  );

describe('the outline below a title', () => {
  test.each([
    [
      [1, 2, 3],
      [2, 3, 4],
    ],
    [
      [3, 3, 5, 3],
      [2, 2, 3, 2],
    ],
    [
      [4, 2, 3],
      [2, 2, 3],
    ],
    [
      [1, 6, 4, 6, 1],
      [2, 3, 3, 4, 2],
    ],
    [
      [1, 2, 3, 4, 5, 6],
      [2, 3, 4, 5, 6, 6],
    ],
  ] as const)('%j is shown as %j', (written, shown) => {
    expect(levels([...written])).toEqual(shown);
  });

  test('begins at 2 and skips no level', () => {
    fc.assert(
      fc.property(fc.array(depth), (depths) => {
        const steps = levels(depths).map((level, at, all) => level - (all[at - 1] ?? 1));
        expect(Math.max(1, ...steps)).toBe(1);
      }),
    );
  });

  test('goes down, stays or comes up where the text does', () => {
    fc.assert(
      fc.property(fc.array(depth, { minLength: 2 }), (depths) => {
        const shown = levels(depths);
        const sign = (all: readonly number[], at: number): number =>
          Math.sign((all[at] ?? 0) - (all[at - 1] ?? 0));
        for (let at = 1; at < depths.length; at += 1)
          if (sign(depths, at) >= 0 && (shown[at - 1] ?? 6) < 6)
            expect(sign(shown, at)).toBe(sign(depths, at));
          else expect(sign(shown, at)).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('a text below its title', () => {
  const titled = (first: RootContent) => belowTitle(root(first, paragraph('text')), 'Whale Night');

  test('does not say it again, and the section that begins there is known', () => {
    const first = { ...heading(1, 'Whale Night'), data: { section: 'abcdefghij' } };
    expect(titled(first)).toEqual({ body: root(paragraph('text')), section: 'abcdefghij' });
  });

  test('keeps a first heading that says something else', () => {
    expect(titled(heading(1, 'Whale Night 2')).body.children).toHaveLength(2);
    expect(titled(paragraph('Whale Night')).section).toBeNull();
  });
});
