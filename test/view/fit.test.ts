/** A tree to limits: whole parts, and a count of the others. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Root } from 'mdast';
import { plainText } from '../../src/content/plain.ts';
import { bullets, heading, item, numbered, paragraph, root } from '../../src/view/build.ts';
import { fit } from '../../src/view/fit.ts';
import { anyTree } from '../any-tree.ts';

const upTo =
  (limit: number) =>
  (tree: Root): boolean =>
    plainText(tree).length <= limit;

/** Without what a table has between its cells. */
const letters = (tree: Root): string => plainText(tree).replace(/[\s|]/gu, '');

describe('a tree that is fitted', () => {
  test('is left alone where it fits', () => {
    const tree = root(heading(2, 'a'), paragraph('b'));
    expect(fit(tree, upTo(10))).toEqual({ body: tree, left: 0 });
  });

  test('keeps whole blocks, and counts the others', () => {
    const tree = root(paragraph('one'), paragraph('two'), paragraph('three'), paragraph('4'));
    expect(fit(tree, upTo(8))).toEqual({ body: root(paragraph('one'), paragraph('two')), left: 2 });
  });

  test('keeps whole items of a list, each of which counts', () => {
    const items = ['a', 'b', 'c', 'd'].map((name) => item(paragraph(name.repeat(5))));
    const tree = root(paragraph('x'), numbered(3, items), paragraph('y'));
    expect(fit(tree, upTo(14))).toEqual({
      body: root(paragraph('x'), numbered(3, items.slice(0, 2))),
      left: 3,
    });
  });

  test('does not end with a heading', () => {
    const tree = root(paragraph('a'), heading(3, 'b'), heading(4, 'c'), paragraph('d'.repeat(50)));
    expect(fit(tree, upTo(20))).toEqual({ body: root(paragraph('a')), left: 3 });
  });

  test('is cut within a part only where that is too long by itself', () => {
    const tree = root(paragraph('a'), paragraph('b'.repeat(5000)), paragraph('c'));
    const { body, left } = fit(tree, upTo(1000));
    expect(letters(body)).toMatch(/^ab{700,}$/);
    expect(left).toBe(2);
  });

  test('goes on with the number of an item that it cuts', () => {
    const items = ['a', 'b'].map((name) => item(paragraph(name), paragraph(name.repeat(5000))));
    const { body, left } = fit(root(numbered(7, items)), upTo(2000));
    expect(body.children[0]).toMatchObject({ type: 'list', start: 7 });
    expect(left).toBe(2);
  });

  test('is nothing at all where nothing fits', () => {
    expect(fit(root(bullets([item(paragraph('a'))])), (tree) => tree.children.length === 0)).toEqual({
      body: root(),
      left: 1,
    });
  });

  test('fits, and is a beginning', () => {
    fc.assert(
      fc.property(anyTree, fc.nat(400), (tree, limit) => {
        const { body, left } = fit(tree, upTo(limit));
        expect(plainText(body).length).toBeLessThanOrEqual(limit);
        expect(left === 0).toBe(plainText(tree).length <= limit);
        expect(letters(tree).startsWith(letters(body))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
