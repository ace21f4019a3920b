import { describe, expect, test } from '@jest/globals';
import { assert, property, string } from 'fast-check';
import { allOf, beginningLike, beginningsOf } from '../../src/search/beginning.ts';
import { keyOf } from '../../src/search/key.ts';

const begins = (like: string, ...writings: readonly string[]): boolean =>
  beginningLike(like)(beginningsOf(writings));

describe('what a text begins like', () => {
  test.each([
    ['dock', 'Docker Meetup Tokyo', true],
    ['ＭＥＥＴ', 'Docker Meetup Tokyo', true],
    ['meetup to', 'Docker Meetup Tokyo', true],
    ['meetupto', 'Docker-Meetup-Tokyo', true],
    ['eetup', 'Docker Meetup Tokyo', false],
    ['ocker', 'Docker', false],
    ['監', 'コンテナの監視', true],
    ['ｺﾝﾃ', 'コンテナの監視', true],
    ['視', 'コンテナの監視', false],
    ['サーバ', 'サーバーのはなし', true],
    ['勉強', 'Docker勉強会', true],
    ['c++', 'The C++ night', true],
    ['', '', true],
    ['a', '!!!', false],
  ])('%j, %j: %j', (like, text, expected) => {
    expect(begins(like, text)).toBe(expected);
  });

  test('is known for each of its writings, and none runs on into the next', () => {
    expect(begins('yamada', '山田太郎', 'yamada_t')).toBe(true);
    expect(begins('太郎yamada', '山田 太郎', 'yamada_t')).toBe(false);
  });

  test('has the letters of the key, whatever the text', () => {
    assert(
      property(string({ unit: 'grapheme' }), (text) => {
        expect(beginningsOf([text]).letters).toBe(`\n${keyOf(text)}\n`);
        expect(begins(text, text)).toBe(true);
        expect(allOf(text)(beginningsOf(['x', text]))).toBe(true);
      }),
    );
  });

  test('is all of it only from end to end', () => {
    expect(allOf('Sato')(beginningsOf(['佐藤', '@sato']))).toBe(true);
    expect(allOf('sat')(beginningsOf(['佐藤', '@sato']))).toBe(false);
  });
});
