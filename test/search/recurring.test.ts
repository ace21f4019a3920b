import { expect, test } from '@jest/globals';
import { recurring } from '../../src/search/recurring.ts';

test('what recurs is made once, and more words than are kept are all made right', () => {
  const made: string[] = [];
  const louder = recurring((word: string) => {
    made.push(word);
    return `${word}!`;
  });
  expect(['go', 'rust', 'go'].map(louder)).toEqual(['go!', 'rust!', 'go!']);
  expect(made).toEqual(['go', 'rust']);
  const many = Array.from({ length: 50_000 }, (_, at) => `word${at}`);
  expect(many.map(louder)).toEqual(many.map((word) => `${word}!`));
  expect(louder('go')).toBe('go!');
});
