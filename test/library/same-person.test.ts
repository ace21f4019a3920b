import { describe, expect, test } from '@jest/globals';
import { sameByReading, sameBySlides } from '../../src/library/same-person.ts';
import { hits, open, titles } from '../search/shelf.ts';

describe('by how a name is read', () => {
  test.each([
    [['Hanako Yamada', 'yamadahanako'], 1],
    [['やまだはなこ', 'hanako', 'yamadahanako'], 1],
    [['やまだ はなこ', 'hanakoyamada'], 1],
    [['オオシマ・ショウタ', 'ohshimasyouta'], 1],
    // A given name is that of many.
    [['けんたろう', 'kentaro'], 0],
    // Two accounts are read so.
    [['おおしましょうた', 'oshimashota', 'ohshimasyouta'], 0],
    // No dictionary is asked how kanji are read.
    [['山田花子', 'yamadahanako'], 0],
    [['Hanako Yamada', 'hanako'], 0],
  ])('%j: %i pairs', (names, count) => {
    expect(sameByReading(names)).toHaveLength(count);
  });
});

const decks = (...shown: readonly (readonly [speaker: string, owner: string])[]) =>
  sameBySlides(shown.map(([speaker, owner]) => ({ speaker, owner })));

describe('by whose slides are shown', () => {
  test('the account of somebody who also speaks by its name', () => {
    expect(decks(['山田 花子', 'hanay'], ['hana_y', 'hanay'])).toEqual([['山田花子', 'hanay']]);
  });

  test('not of an account that nobody here speaks as: it may have been cited', () => {
    expect(decks(['山田 花子', 'somebody'])).toEqual([]);
  });

  test('not of an account with several speakers: it may be a company', () => {
    expect(decks(['山田 花子', 'acme'], ['鈴木 一郎', 'acme'], ['acme', 'acme'])).toEqual([]);
  });

  test('not of two accounts: each is its own', () => {
    expect(decks(['taro', 'hanay'], ['hana_y', 'hanay'])).toEqual([]);
    expect(decks(['山田 花子', 'a'], ['a', 'a'], ['山田 花子', 'b'], ['b', 'b'])).toEqual([]);
  });
});

const report = (...talks: readonly string[]): string => `---\ntitle: 集まり\n---\n\n${talks.join('\n\n')}\n`;

describe('one person is found by all names', () => {
  test('of a report that shows the slides', async () => {
    const world = await open({
      'a.md': report('## 「木の話」 by 山田 花子\n\nスライド: [木の話](https://speakerdeck.com/hana_y/tree)'),
      'b.md': report('## 草の話 - @hana_y\n\nスライド: [草の話](https://speakerdeck.com/hana_y/grass)'),
      'c.md': report('## 花の話 - @hana_y\n\n花'),
    });
    expect((await titles(world, '山田花子')).toSorted()).toEqual(['木の話', '花の話', '草の話'].toSorted());
    expect((await titles(world, 'speaker:山田花子')).length).toBe(3);
    expect((await hits(world, 'hana_y'))[0]?.speakers).toMatchObject([{ handle: 'hana_y' }]);
  });

  test('of a reading, and then whoever is called by its first half', async () => {
    const world = await open({
      'a.md': report(
        '## 木の話 - やまだはなこ',
        '## 草の話 - @yamadahanako',
        '## 石の話 - yamada',
        '## 土の話 - hanako',
      ),
    });
    const found = await titles(world, 'yamadahanako');
    expect(found.slice(0, 2).toSorted()).toEqual(['木の話', '草の話']);
    expect(found[2]).toBe('石の話');
    expect(found).not.toContain('土の話');
    expect((await titles(world, 'やまだはなこ')).slice(0, 2).toSorted()).toEqual(['木の話', '草の話']);
  });
});
