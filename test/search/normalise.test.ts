import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fold, foldTraced, isSimple } from '../../src/search/normalise.ts';

describe('fold', () => {
  test.each([
    ['ＲｅａｃｔＪＳ', 'reactjs'],
    ['ﾀｲﾌﾟｽｸﾘﾌﾟﾄ', 'タイプスクリプト'],
    ['サーバー', 'サーバ'],
    ['サーバーを', 'サーバを'],
    ['〜から～まで', '~から~まで'],
    ['don’t “quote”', 'don\'t "quote"'],
    ['2018–2019', '2018-2019'],
    ['zero\u200bwidth\ufeff', 'zerowidth'],
  ])('%s is compared as %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('the long vowel of short words tells them apart and stays', () => {
    expect(fold('キー')).toBe('キー');
    expect(fold('キー')).not.toBe(fold('キ'));
    expect(fold('サーバーレス')).toBe('サーバーレス');
  });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });
});

describe('foldTraced', () => {
  const japanese = fc.string({ unit: fc.constantFrom(...'aＡｶﾞプサーバー〜𠮷é\u200b 。'.split('')) });
  const composing = fc.string({
    unit: fc.constantFrom(...Array.from('ΣςİßﬁÅ\u0301ｶﾞ\u3099\u200b\u200d\ufe0f\u1100\u1161\u11a8가')),
  });
  const anything = fc.string({ unit: 'binary' });

  test.each(['ｶ\u200bﾞ', 'サ\u200bﾞーー', '\u1100\u200d\u1161', '㉠\uffc2', 'ΟΔΟΣ'])(
    '%j has one folded text',
    (text) => {
      expect(foldTraced(text).text).toBe(fold(text));
    },
  );

  test('its text is the folded text', () => {
    fc.assert(
      fc.property(fc.oneof(japanese, composing, anything), (text) => {
        expect(foldTraced(text).text).toBe(fold(text));
      }),
    );
  });

  test('where it came from is never within a grapheme', () => {
    const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.oneof(japanese, composing, anything), (text) => {
        const starts = Array.from(graphemes.segment(text), ({ index }) => index);
        expect([...starts, text.length]).toEqual(expect.arrayContaining([...foldTraced(text).from]));
      }),
    );
  });

  test('what is simple has a grapheme for each code unit', () => {
    const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });
    const simple = Array.from({ length: 0x1_0000 }, (_, unit) => `a${String.fromCharCode(unit)}1`).filter(
      isSimple,
    );
    expect(simple.length).toBeGreaterThan(30_000);
    const text = simple.join('');
    expect(Array.from(graphemes.segment(text)).length).toBe(text.length);
  });

  test('every code unit knows where it came from', () => {
    const { text, from } = foldTraced('ﾊﾟﾌｫ と サーバーを');
    const at = text.indexOf('を');
    expect('ﾊﾟﾌｫ と サーバーを'.slice(from[at])).toBe('を');
    expect(from).toHaveLength(text.length + 1);
  });
});
