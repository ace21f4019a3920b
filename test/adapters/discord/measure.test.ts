/** What is measured of a view is what decides whether Discord gets all of it. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { compile } from '../../../adapters/discord/compile.ts';
import { measure } from '../../../adapters/discord/measure.ts';
import type { Next, View } from '../../../src/port.ts';
import { bullets, item, paragraph, root } from '../../../src/view/build.ts';

const isWhole = (view: View): boolean =>
  !JSON.stringify(compile(view, { locale: 'en' }).components).includes('that did not fit here');

const isWithin = (view: View): boolean => measure(view, 'en').every(({ used, most }) => used <= most);

const buttons = (count: number, size = 1): readonly Next[] =>
  Array.from({ length: count }, (_, index) => ({
    label: `Read ${index}`,
    command: 'report',
    input: `${index} ${'x'.repeat(size)}`,
  }));

const list = (count: number) =>
  bullets(Array.from({ length: count }, (_, index) => item(paragraph(`Report ${index} of many words`))));

const rules = (count: number) =>
  Array.from({ length: count }, () => [paragraph('a'), { type: 'thematicBreak' } as const]).flat();

const file = { name: 'a.ics', type: 'text/calendar', text: 'x' };

/** From next to nothing to far too much, of each kind. */
const views: fc.Arbitrary<View> = fc
  .record({
    items: fc.oneof(fc.nat(60), fc.nat(400)),
    blocks: fc.oneof(fc.nat(5), fc.nat(40)),
    count: fc.oneof(fc.nat(8), fc.nat(40)),
    size: fc.constantFrom(1, 20, 120),
    files: fc.nat(7),
  })
  .map(({ items, blocks, count, size, files }) => ({
    body: root(...rules(blocks), ...(items === 0 ? [] : [list(items)])),
    next: buttons(count, size),
    files: Array.from({ length: files }, () => file),
  }));

describe('a view', () => {
  test('is within all that is measured where nothing of it is cut, and nowhere else', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(isWithin(view)).toBe(isWhole(view));
      }),
      { numRuns: 80 },
    );
  });

  test.each([
    ['little', { body: root(paragraph('a')), next: [] }, true],
    ['a long list', { body: root(list(100)), next: [] }, true],
    ['too long a list', { body: root(list(400)), next: [] }, false],
    ['too many rules', { body: root(...rules(30)), next: [] }, false],
    ['too many buttons', { body: root(paragraph('a')), next: buttons(26) }, false],
    ['a button that no message can carry', { body: root(paragraph('a')), next: buttons(1, 120) }, false],
    [
      'more files than a message has',
      { body: root(paragraph('a')), next: [], files: Array.from({ length: 6 }, () => file) },
      false,
    ],
  ] satisfies readonly [string, View, boolean][])('%s', (_what, view, fits) => {
    expect([isWithin(view), isWhole(view)]).toEqual([fits, fits]);
  });

  test('takes as many characters as it is long', () => {
    const of = (words: string) =>
      measure({ body: root(paragraph(words)), next: [] }, 'ja').find((each) => each.of === 'characters')
        ?.used ?? 0;
    expect(of('ながい文'.repeat(2000)) - of('ながい文')).toBe(4 * 1999);
  });
});
