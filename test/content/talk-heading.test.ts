import { describe, expect, test } from '@jest/globals';
import { inlineOf } from '../../src/content/inline.ts';
import { readTalkLine } from '../../src/content/talk-heading.ts';
import { readPhrasing } from '../../src/content/tree.ts';
import { lines, read } from './context.ts';

const readLine = (text: string) => readTalkLine(inlineOf(readPhrasing(text, new Map())));

/** `name@handle` of each. */
const people = (text: string) =>
  readLine(text).speakers.map(({ name, handle }) => `${name ?? ''}@${handle ?? ''}`);

describe('the title of a heading', () => {
  test.each([
    ['LT枠1『箱の「ふた」』', '箱の「ふた」'],
    ['LT-1 コンテナで　動かす', 'コンテナで　動かす'],
    ['LT 01: Hello', 'Hello'],
    ['3コマ目「モナド」', 'モナド'],
    ['セッション1: 型の話', '型の話'],
    ['15分枠(1)：name1：「速いビルド」', '速いビルド'],
    ['13:20-14:00 Scaling by @x', 'Scaling'],
    ['[Room A] Fast things by Hanako / Example (gold sponsor)', 'Fast things'],
    ['Keynote', 'Keynote'],
    ['Keynote: The future', 'The future'],
    ['木の話（仮）', '木の話'],
    ['プロキシを作ってみた（仮', 'プロキシを作ってみた（仮'],
    ['20分で分かる最近の箱', '20分で分かる最近の箱'],
    ['LTも濃かった', 'LTも濃かった'],
    ['docker-compose と CI @x', 'docker-compose と CI'],
    ['docker-composeとその先 - @x', 'docker-composeとその先'],
    ['CI/CD をはじめる @x', 'CI/CD をはじめる'],
    ['箱、はじめの一歩 @x', '箱、はじめの一歩'],
    ['docker-compose - 山田 @x', 'docker-compose'],
    ['枝を切る(@x)', '枝を切る'],
    ['速いビルド - 山田太郎 (@x)', '速いビルド'],
    ['F#', 'F#'],
    ['F# と C#', 'F# と C#'],
    ['In Production(using A and B)', 'In Production(using A and B)'],
  ])('%s is without decoration', (text, title) => {
    expect(readLine(text).title).toBe(title);
  });

  test.each(['TBD', '-', '(タイトル見逃し)', 'LT6 (題名失念)', '未定', '？'])('%s is not known', (text) => {
    expect(readLine(text).title).toBeNull();
  });
});

describe('the speakers of a heading', () => {
  test.each([
    ['title by @x', ['@x']],
    ['「title」by name_1', ['name_1@']],
    ['「title」by 竹内さん', ['竹内@']],
    ['title – [@x](https://twitter.com/x)', ['@x']],
    ['title &#8211; name1', ['name1@']],
    ['お答えします。- 吾郷 試', ['吾郷 試@']],
    ['title\t@x', ['@x']],
    ['木の話 (@x)', ['@x']],
    ['title（山田さん）', ['山田@']],
    ['title: @x', ['@x']],
    ['@x さん: title', ['@x']],
    ['@xさん「title」', ['@x']],
    ['name1 "how it works"', ['name1@']],
    ['うづらさん', ['うづら@']],
    ['やっさん', ['やっさん@']],
    ['木の話 - おっさん', ['おっさん@']],
    ['木の話 - Mookさん', ['Mook@']],
    ['木の話 - @foo さん', ['@foo']],
    ['[名前（@x）さん / Twitter](https://twitter.com/x)', ['名前@x']],
    ['title by @a, @b', ['@a', '@b']],
    ['title (Hanako Sample, @x)', ['Hanako Sample@x']],
    ['title - Hanako Sample (@x)', ['Hanako Sample@x']],
    ['title - 山田太郎（@x）さん', ['山田太郎@x']],
    ['「title」Hanako Sampleさん', ['Hanako Sample@']],
  ])('%s are found', (text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  test.each([
    'React / Flux を実案件で使ってみた',
    'C/C++ を Web へ',
    'テンプレートの仕様',
    'Powered by Containers',
    'ツールの紹介 - connpass',
    '型の話 - 前編',
    'バージョン 1.10 - 2.0',
  ])('%s names nobody', (text) => {
    expect(people(text)).toEqual([]);
  });
});

describe('a family name and a given name behind a title, with nothing but a space', () => {
  const report = (...headings: readonly string[]) =>
    read(
      lines('# 会の記録', ...headings.flatMap((heading) => [`## ${heading}`, '', '話', ''])),
    ).sections.slice(1);

  test('are speakers where three talks are written so', () => {
    const sections = report('Small boxes 山田 花子', '箱の話 加藤 誠', 'Ropes 鈴木 一郎');
    expect(sections.map(({ title }) => title)).toEqual(['Small boxes', '箱の話', 'Ropes']);
    expect(sections.flatMap(({ speakers }) => speakers.map(({ name }) => name))).toEqual([
      '山田 花子',
      '加藤 誠',
      '鈴木 一郎',
    ]);
  });

  test('are words of the title where fewer are', () => {
    const sections = report('Boxes 障害 対応', '箱の話 構築 手順', 'Ropes');
    expect(sections.map(({ title }) => title)).toEqual(['Boxes 障害 対応', '箱の話 構築 手順', 'Ropes']);
  });
});
