import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { cut } from '../../src/search/cut.ts';
import { runsOf } from '../../src/search/script.ts';
import { bigramsOf, latinWords } from '../../src/search/segment.ts';

describe('what is cut for the index', () => {
  test('has every two neighbours of a Japanese run, and the last character', () => {
    expect(cut('東京都').pairs).toEqual(['東京', '京都', '都']);
  });

  test('has neighbouring Latin words as one', () => {
    expect(cut('web socket, server').pairs).toEqual(['websocket']);
    expect(cut('web の socket').pairs).not.toContain('websocket');
  });

  test('has compounds beside their parts', () => {
    expect(cut('docker-composeで').latin).toEqual(['dockercompose', 'docker', 'compose']);
  });

  test('has katakana whole', () => {
    expect(cut('最近のサーバサイド').katakana).toEqual(['サーバサイド']);
  });

  test('has what recurs once', () => {
    const { latin, pairs } = cut('docker と 東京, 東京 と docker');
    expect(latin).toEqual(['docker']);
    expect(pairs).toEqual(['と', '東京', '京']);
  });
});

const texts = fc.array(
  fc.oneof(
    fc.constantFrom('docker', 'web', 'node.js', 'サーバ', '監視', '𠮷野家', 'がﾞ', ' ', '、', 'の', '-'),
    fc.string({ unit: 'binary', maxLength: 4 }),
    fc.string({ unit: fc.integer({ min: 0x30_40, max: 0x31_00 }).map((code) => String.fromCharCode(code)) }),
  ),
);

test('it is all words, bigrams and runs of katakana of any text, whatever was cut before', () => {
  fc.assert(
    fc.property(texts, (parts) => {
      const text = parts.join('');
      const runs = runsOf(text);
      const of = (script: string): readonly string[] =>
        runs.flatMap((run) => (run.script === script ? [run.text] : []));
      const found = cut(text);
      expect(new Set(found.latin)).toEqual(new Set(of('latin').flatMap(latinWords)));
      expect(new Set(found.katakana)).toEqual(
        new Set(of('ja').flatMap((ja) => ja.match(/[ァ-ヺー]+/gu) ?? [])),
      );
      const bigrams = of('ja').flatMap(bigramsOf);
      expect(found.pairs).toEqual(expect.arrayContaining(bigrams));
      const japanese = found.pairs.filter((pair) => runsOf(pair).some(({ script }) => script === 'ja'));
      expect(new Set(japanese)).toEqual(new Set(bigrams));
    }),
    { numRuns: 1000 },
  );
});
