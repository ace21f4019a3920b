import { describe, expect, test } from '@jest/globals';
import { cut } from '../../src/search/cut.ts';
import { vocabularyOf } from '../../src/search/vocabulary.ts';

const wordsIn = (text: string): readonly string[] => vocabularyOf([cut(text)]).map((word) => word.text);

describe('the words that somebody can have meant', () => {
  test('are Latin and katakana words, each once, with their sounds', () => {
    expect(vocabularyOf([cut('react と リアクト'), cut('react')])).toEqual([
      { text: 'react', sound: 'rkt' },
      { text: 'リアクト', sound: 'rkt' },
    ]);
  });

  test('are compounds and their parts', () => {
    expect(wordsIn('docker-compose')).toEqual(['dockercompose', 'docker', 'compose']);
  });

  test('are of an address its parts alone', () => {
    expect(wordsIn('speakerdeck.com/hanako/docker')).toEqual(['speakerdeck', 'com', 'hanako', 'docker']);
  });
});
