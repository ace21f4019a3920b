/** Japanese words in their other forms: which are found, which are another word, and what is cut from a query. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { conjugated } from '../../src/search/conjugation.ts';
import { readQuery } from '../../src/search/query.ts';
import { readWords } from '../../src/search/word.ts';
import { open, titles } from './shelf.ts';
import type { Opened } from './shelf.ts';

const formsOf = (text: string): readonly string[] =>
  conjugated(text).flatMap((form) => ('text' in form ? [form.text] : []));

const wordsOf = (text: string): readonly string[] =>
  readWords(readQuery(text).chunks).map((word) => word.text);

const isIn = (sentence: string) => (form: string) => sentence.includes(form);

describe('the other forms of a word', () => {
  test.each([
    ['速い', ['速く動く', '速さ', '速かった', '速ければ', '速そうだ']],
    ['速かった', ['速い', '速く']],
    ['新しく', ['新しい', '新しさ']],
    ['動かす', ['動かして', '動かした', '動かさない', '動かせば', '動かそう']],
    ['動かした', ['動かす', '動かし方']],
    ['使う', ['使って', '使い方', '使った', '使わない']],
    ['使って', ['使う', '使い']],
    ['学ぶ', ['学んだ', '学び']],
    ['試した', ['試す', '試してみる']],
    ['書く', ['書いた', '書き方']],
    ['泳ぐ', ['泳いだ']],
    ['持つ', ['持って']],
    ['読む', ['読んだ', '読み']],
    ['作る', ['作った', '作り方', '作ろう']],
    ['分かる', ['分かった', '分からない']],
    ['見る', ['見た', '見ない', '見られる']],
    ['調べる', ['調べた', '調べて', '調べます']],
    ['調べた', ['調べる', '調べられる']],
    ['行った', ['行く', '行かない']],
    ['行く', ['行った', '行ってきた']],
    ['来た', ['来る', '来ない', '来られる']],
    ['速い', ['早い', '早くなる']],
    ['作る', ['創った', '造り']],
  ])('of %s are in %j', (text, sentences) => {
    const forms = formsOf(text);
    expect(sentences.filter((sentence) => !forms.some(isIn(sentence)))).toEqual([]);
  });

  test.each([
    ['動かす', ['動く', '動いた', '自動', '動作']],
    ['動く', ['動かす', '動かした', '動かせる']],
    ['速い', ['高速化', '速度', '速報', '早朝']],
    ['試す', ['試験', '試み']],
    ['学ぶ', ['学校', '大学']],
    ['書く', ['図書館', '書籍']],
    ['使う', ['使用', '天使']],
    ['上げる', ['上がる']],
  ])('of %s are not in %j', (text, sentences) => {
    const forms = formsOf(text);
    expect(sentences.filter((sentence) => forms.some(isIn(sentence)))).toEqual([]);
  });

  test.each(['監視', '速', 'コンテナ', 'ほげ', '僕たち', '皆さん'])('%s has none', (text) => {
    expect(formsOf(text)).toEqual([]);
  });

  test('are few, kanji followed by kana, and worth less than what was typed, whatever was typed', () => {
    const kana = fc.string({
      unit: fc.constantFrom(...Array.from('いくさかっければすしてたつうるんでぶむみり')),
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom(...Array.from('速動使学試作見')), kana, (kanji, rest) => {
        const forms = conjugated(kanji + rest);
        expect(forms.length).toBeLessThan(100);
        for (const form of forms) {
          expect(form.weight).toBeLessThan(1);
          expect('text' in form && form.text).toMatch(/\p{Script=Han}\p{Script=Hiragana}+$/u);
        }
      }),
    );
  });
});

describe('of a query the okurigana', () => {
  test.each([
    ['速かった', ['速かった']],
    ['新しくなる', ['新しく']],
    ['動かしてみた話', ['動かして', '話']],
    ['テストを書いた', ['テスト', '書いた']],
    ['学んだこと', ['学んだ']],
    ['組み込んだ', ['組み込んだ']],
  ])('stays with its kanji: %s', (query, words) => {
    expect(wordsOf(query)).toEqual(words);
  });

  test.each([
    ['箱の話', ['箱', '話']],
    ['本から', ['本']],
    ['面接を突破した', ['面接', '突破']],
    ['人たちへ', ['人']],
    ['書き方', ['書き方']],
  ])('is told from particles: %s', (query, words) => {
    expect(wordsOf(query)).toEqual(words);
  });
});

describe('a search', () => {
  const talk = (title: string): string => `## ${title} - @hanako\n\n本文`;
  const forms = ['速いビルド', 'ビルドを速くする', '速さの話', 'ビルドが早くなる', '高速化の話', '早朝の会'];
  let world: Opened;
  beforeAll(async () => {
    world = await open({
      'a.md': `---\ntitle: 記録\ndate: 2018-01-01\n---\n\n${forms.map(talk).join('\n\n')}\n`,
    });
  });

  test('finds a word in its other forms, below the very form', async () => {
    const found = await titles(world, '速い');
    expect(found[0]).toBe('速いビルド');
    expect(found.toSorted()).toEqual(forms.slice(0, 4).toSorted());
  });

  test('of what was quoted finds that form alone', async () => {
    expect(await titles(world, '"速い"')).toEqual(['速いビルド']);
  });
});
