import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readInput, writeInput } from '../../src/command/input.ts';

const options = {
  text: { type: 'text', rest: true },
  page: { type: 'number', min: 1, max: 1000 },
  back: { type: 'text' },
} as const;

const failure = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

describe('the input of a command', () => {
  test.each([
    ['buildkit', { text: 'buildkit', page: undefined, back: '' }],
    ['buildkit page:2', { text: 'buildkit', page: 2, back: '' }],
    ['page:2 buildkit', { text: 'buildkit', page: 2, back: '' }],
    ['buildkit　page：２', { text: 'buildkit', page: 2, back: '' }],
    ['buildkit tag:docker', { text: 'buildkit tag:docker', page: undefined, back: '' }],
    ['tag：docker', { text: 'tag：docker', page: undefined, back: '' }],
    ['"page:2 of the slides"', { text: '"page:2 of the slides"', page: undefined, back: '' }],
    [
      'abc back:"search ""root権限"" page:2"',
      { text: 'abc', page: undefined, back: 'search "root権限" page:2' },
    ],
    ['text:"hello there" you', { text: 'hello there you', page: undefined, back: '' }],
    ['constructor:x __proto__:y', { text: 'constructor:x __proto__:y', page: undefined, back: '' }],
    ['', { text: '', page: undefined, back: '' }],
  ])('%s', (line, values) => {
    expect(readInput(options, line)).toEqual(values);
  });

  test('keeps the lines of a text that may have several', () => {
    const long = { ...options, back: { type: 'text', long: true } } as const;
    expect(readInput(long, { text: 'a', back: ' one\r\ntwo\n\nthree\n' }).back).toBe('one\ntwo\n\nthree');
    expect(readInput(options, { text: 'a', back: ' one\r\ntwo' }).back).toBe('one two');
  });

  test('comes from the fields of a form as well', () => {
    expect(readInput(options, { text: ' 監視 ', page: '3' })).toEqual({ text: '監視', page: 3, back: '' });
  });

  test.each([
    ['page:two', 'not-a-number', { option: 'page', value: 'two' }],
    ['page:1.5', 'not-a-number', { option: 'page', value: '1.5' }],
    ['page:0', 'number-out-of-range', { option: 'page', value: '0', min: 1, max: 1000 }],
  ])('%s is the mistake of a person: %s', (line, code, facts) => {
    expect(failure(() => readInput(options, line))).toMatchObject({ code, facts });
  });

  test('is read back as it was written, whatever it holds', () => {
    const words = fc.array(fc.stringMatching(/^[a-zA-Z#監視サーバー.+/-]{1,12}$/u), { maxLength: 5 });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 1000 }), fc.string(), (rest, page, back) => {
        const tidy = back.replace(/[\s　]+/gu, ' ').trim();
        const line = writeInput(rest.join(' '), { page, back: tidy });
        expect(readInput(options, line)).toEqual({ text: rest.join(' '), page, back: tidy });
      }),
    );
  });

  test('any text is read without a failure that is not a person’s', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (line) => {
        const result = failure(() => readInput(options, line));
        expect(Error.isError(result) ? (result as { name?: string }).name : 'values').toMatch(
          /^(values|UserError)$/,
        );
      }),
    );
  });
});
