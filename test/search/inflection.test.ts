/** English words in their other regular forms, as far as the index has them. */
import { describe, expect, test } from '@jest/globals';
import { inflectionsOf } from '../../src/search/inflection.ts';
import { lexiconOf } from '../../src/search/lexicon.ts';

const known =
  'build builds building builder built deploy deploys deployed deploying deployment cache caches cached caching run runs running runner query queries box boxes class classes new news set sets setting settings test testing tested window windows redi redis str string statu status rail plan planned plane planes'.split(
    ' ',
  );

const formsOf = (text: string): readonly string[] =>
  inflectionsOf(text, lexiconOf(known))
    .flatMap((form) => ('text' in form ? [form.text] : []))
    .toSorted();

describe('regular forms', () => {
  test.each([
    ['build', ['building', 'builds']],
    ['building', ['build', 'builds']],
    ['deployed', ['deploy', 'deploying', 'deploys']],
    ['caching', ['cache', 'cached', 'caches']],
    ['running', ['run', 'runs']],
    ['query', ['queries']],
    ['queries', ['query']],
    ['boxes', ['box']],
    ['classes', ['class']],
    ['planned', ['plan']],
    ['planes', ['plane']],
    ['tests', ['test', 'tested', 'testing']],
    ['settings', ['setting']],
  ])('of %s: %j', (text, forms) => {
    expect(formsOf(text)).toEqual(forms);
  });
});

describe('precision', () => {
  test.each([
    'news',
    'windows',
    'redis',
    'string',
    'status',
    'builder',
    'deployment',
    'runner',
    'rails',
    'nowhere',
  ])('%s is a word of its own', (text) => {
    expect(formsOf(text)).toEqual([]);
  });

  test('a short word has none, and none is worth as much as the word itself', () => {
    expect(formsOf('run')).toEqual([]);
    const weights = inflectionsOf('caches', lexiconOf(known)).map(({ weight }) => weight);
    expect(Math.max(...weights)).toBeLessThan(1);
  });
});
