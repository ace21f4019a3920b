/** What is measured of a view is what decides whether Slack gets all of it. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { compile } from '../../../adapters/slack/compile.ts';
import { measure } from '../../../adapters/slack/measure.ts';
import type { Next, View } from '../../../src/port.ts';
import { bullets, item, paragraph, root } from '../../../src/view/build.ts';

const isWhole = (view: View): boolean =>
  !JSON.stringify(compile(view, { locale: 'en' }).blocks).includes('that did not fit here');

const isWithin = (view: View): boolean => measure(view, 'en').every(({ used, most }) => used <= most);

const buttons = (count: number, size = 1): readonly Next[] =>
  Array.from({ length: count }, (_, index) => ({
    label: `Read ${index}`,
    command: 'report',
    input: 'x'.repeat(size),
  }));

const list = (count: number) =>
  bullets(Array.from({ length: count }, (_, index) => item(paragraph(`Report ${index} of many words`))));

const rules = (count: number) =>
  Array.from({ length: count }, () => [paragraph('a'), { type: 'thematicBreak' } as const]).flat();

/** From next to nothing to far too much, of each kind. */
const views: fc.Arbitrary<View> = fc
  .record({
    items: fc.oneof(fc.nat(60), fc.nat(700)),
    blocks: fc.oneof(fc.nat(5), fc.nat(40)),
    count: fc.oneof(fc.nat(8), fc.nat(700)),
    size: fc.constantFrom(1, 20, 1990, 3000),
  })
  .map(({ items, blocks, count, size }) => ({
    body: root(...rules(blocks), ...(items === 0 ? [] : [list(items)])),
    next: buttons(count, size),
  }));

describe('a view', () => {
  test('is within all that is measured where nothing of it is cut, and nowhere else', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(isWithin(view)).toBe(isWhole(view));
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['little', { body: root(paragraph('a')), next: [] }, true],
    ['a list that fits when it is written densely', { body: root(list(300)), next: [] }, true],
    ['too long a list', { body: root(list(700)), next: [] }, false],
    ['too many blocks', { body: root(...rules(30)), next: [] }, false],
    ['too many buttons', { body: root(paragraph('a')), next: buttons(700) }, false],
    ['a button that no message can carry', { body: root(paragraph('a')), next: buttons(1, 3000) }, false],
  ] satisfies readonly [string, View, boolean][])('%s', (_what, view, fits) => {
    expect([isWithin(view), isWhole(view)]).toEqual([fits, fits]);
  });

  test('takes as much as it is long', () => {
    const sizes = [1, 2, 3].map(
      (times) =>
        measure({ body: root(paragraph('ながい文。'.repeat(1000 * times))), next: [] }, 'ja')[1]?.used ?? 0,
    );
    expect(sizes[2]).toBeGreaterThan(15_000);
    expect((sizes[2] ?? 0) - (sizes[1] ?? 0)).toBe((sizes[1] ?? 0) - (sizes[0] ?? 0));
  });
});
