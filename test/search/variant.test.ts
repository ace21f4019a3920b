import { describe, expect, test } from '@jest/globals';
import { readQuery } from '../../src/search/query.ts';
import { soundOf } from '../../src/search/sound.ts';
import { lexiconOf } from '../../src/search/lexicon.ts';
import type { Vocabulary } from '../../src/search/lexicon.ts';
import { withVariants } from '../../src/search/variant.ts';
import { readWords } from '../../src/search/word.ts';
import type { Word } from '../../src/search/word.ts';

const words = (text: string): readonly Word[] => readWords(readQuery(text).chunks);

const textsOf = (found: readonly Word[]): readonly string[] =>
  found.flatMap(({ forms }) => forms.map((form) => ('text' in form ? form.text : form.parts.join(' '))));

const vocabularyOf = (known: readonly string[]): Vocabulary => ({
  all: async () => lexiconOf(known),
  sounding: async (sounds) => known.filter((word) => sounds.includes(soundOf(word))),
});

/** All that is looked for where the index has these words. */
const variants = async (text: string, ...known: readonly string[]): Promise<readonly string[]> =>
  textsOf(await withVariants(words(text), vocabularyOf(known)));

describe('variants of a word', () => {
  test('katakana as spoken, whole and in parts', async () => {
    expect(await variants('テラフォーム', 'terraform')).toContain('terraform');
    expect(await variants('サービスワーカー', 'service', 'worker')).toContain('service worker');
    expect(await variants('ヘッドレスクローム', 'headless', 'chrome')).toContain('headlesschrome');
  });

  test('an r after a vowel that is heard, and only where no word has it', async () => {
    expect(await variants('クーベルネテス', 'kubernetes')).toContain('kubernetes');
    expect(await variants('マルチ', 'multi', 'match')).not.toContain('match');
    expect(await variants('ラスト', 'rust', 'last')).toEqual(expect.arrayContaining(['rust', 'last']));
  });

  test('Latin as it is said', async () => {
    expect(await variants('serverless', 'サーバーレス')).toContain('サーバーレス');
    expect(await variants('go', 'ゴー')).not.toContain('ゴー');
  });

  test('a name in hiragana', async () => {
    expect(await variants('はせがわようすけ', 'hasegawayosuke')).toContain('hasegawayosuke');
  });

  test('an unknown word one slip away from a known one', async () => {
    expect(await variants('typescirpt', 'typescript')).toContain('typescript');
    expect(await variants('jaba', 'java')).not.toContain('java');
  });

  test('of a known short word only an exchange of neighbours', async () => {
    expect(await variants('dokcer', 'dokcer', 'docker')).toContain('docker');
    expect(await variants('react', 'react', 'reach')).not.toContain('reach');
  });

  test('numeronyms, both ways', async () => {
    expect(await variants('k8s', 'kubernetes', 'kilometers')).toContain('kubernetes');
    expect(await variants('kubernetes', 'k8s')).toContain('k8s');
    expect(await variants('i18n', 'internationalization', 'information')).not.toContain('information');
  });

  test('libraries with and without their suffix', async () => {
    expect(await variants('vue.js')).toEqual(expect.arrayContaining(['vuejs', 'vue']));
    expect(await variants('vue')).toContain('vuejs');
  });

  test('neighbours written as one', async () => {
    expect(await variants('docker con')).toContain('dockercon');
  });

  test('what was typed is worth most', async () => {
    const [word] = await withVariants(
      words('kubernetes'),
      vocabularyOf(['k8s', 'kubernates', 'クーバネティス']),
    );
    const [typed, ...others] = word?.forms ?? [];
    expect(typed).toMatchObject({ text: 'kubernetes', weight: 1 });
    const found = others.filter((form) => 'text' in form && form.text !== 'kubernetesjs');
    expect(found.length).toBeGreaterThan(2);
    expect(found.every(({ weight }) => weight < 1)).toBe(true);
  });
});
