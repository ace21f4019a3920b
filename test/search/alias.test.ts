import { describe, expect, test } from '@jest/globals';
import { withAliases } from '../../src/search/alias.ts';
import { readQuery } from '../../src/search/query.ts';
import { readWords } from '../../src/search/word.ts';
import type { Form, Word } from '../../src/search/word.ts';

const words = (text: string): readonly Word[] => readWords(readQuery(text).chunks);

const textOf = (form: Form): string => ('text' in form ? form.text : form.parts.join(' '));

const things = [
  ['continuous integration', '継続的インテグレーション', 'CI'],
  ['建築', 'architecture'],
];
const people = [['山田 花子', 'hana_y']];

const forms = (text: string): readonly Form[] =>
  withAliases(words(text), { things, people }).flatMap((word) => word.forms);

const texts = (text: string): readonly string[] => forms(text).map(textOf);

describe('words for one thing', () => {
  test('a word, a run of words and an abbreviation stand for each other', () => {
    expect(texts('CI')).toContain('継続的インテグレーション');
    expect(texts('continuous integration')).toContain('ci');
    expect(texts('継続的インテグレーション')).toContain('continuous integration');
  });

  test('every word of the run has them', () => {
    const all = withAliases(words('continuous integration'), { things, people });
    expect(all.map((word) => word.forms.map(textOf).includes('ci'))).toEqual([true, true]);
  });

  test('three words are also their initials, two are not', () => {
    expect(texts('content security policy')).toContain('csp');
    expect(texts('docker build')).not.toContain('db');
  });

  test('others keep to themselves', () => {
    expect(texts('docker')).toEqual(words('docker').flatMap((word) => word.forms.map(textOf)));
  });
});

describe('names of one person', () => {
  test.each(['hana_y', '山田花子', '山田 花子'])(
    '%s is looked for by all of them, and as who speaks',
    (typed) => {
      expect(texts(typed)).toEqual(expect.arrayContaining(['speaker:山田花子', 'speaker:hanay']));
      expect(forms(typed).filter(({ why }) => why === 'person').length).toBeGreaterThan(2);
    },
  );

  test('another name is worth less than what was typed', () => {
    const [typed, ...others] = forms('hana_y').filter(({ why }) => why === 'typed' || why === 'person');
    expect(typed?.weight).toBe(1);
    expect(others.every(({ weight }) => weight < 1)).toBe(true);
  });
});
