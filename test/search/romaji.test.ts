import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { plainRomaji, romajiOf } from '../../src/search/romaji.ts';

describe('kana in Latin letters', () => {
  test.each([
    ['はせがわ', 'hasegawa'],
    ['ハセガワ', 'hasegawa'],
    ['しんいち', 'shinichi'],
    ['じゅんこ', 'junko'],
    ['りょうた', 'ryouta'],
    ['はっとり', 'hattori'],
    ['はっちょう', 'hacchou'],
    ['ヴィクトル', 'vikutoru'],
    ['ジェフ', 'jefu'],
    ['づか', 'zuka'],
  ])('%s is %s', (kana, romaji) => {
    expect(romajiOf(kana)).toBe(romaji);
  });

  test.each(['山田', 'yamada', 'やまだ太郎', ''])('%j is not kana throughout', (text) => {
    expect(romajiOf(text)).toBeNull();
  });
});

describe('spellings of one sound are one', () => {
  test.each([
    ['satou', 'sato'],
    ['satoh', 'sato'],
    ['ohshima', 'oshima'],
    ['syouta', 'shota'],
    ['tiba', 'chiba'],
    ['tuda', 'tsuda'],
    ['huzita', 'fujita'],
    ['shuzo', 'shuzo'],
    ['homma', 'honma'],
    ['yuuki', 'yuki'],
    ['hatchou', 'haccho'],
  ])('%s is %s', (one, other) => {
    expect(plainRomaji(one)).toBe(plainRomaji(other));
  });

  test('again changes nothing for kana', () => {
    const kana = fc.string({
      unit: fc.constantFrom(...Array.from('あかしちつふじょうんっやた')),
      maxLength: 8,
    });
    fc.assert(
      fc.property(kana, (text) => {
        const once = plainRomaji(romajiOf(text) ?? '');
        expect(plainRomaji(once)).toBe(once);
      }),
    );
  });
});
