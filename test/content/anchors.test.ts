/** Every section of a report has one node in its tree that says where it begins, so that a page can be led to. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { array, assert, constantFrom, property } from 'fast-check';
import type { Nodes } from 'mdast';
import { plainText } from '../../src/content/plain.ts';
import { readReport, readSection } from '../../src/content/report.ts';
import { nodesOf } from '../../src/content/walk.ts';
import { ownContent } from '../world.ts';
import { context, lines } from './context.ts';

/** Nodes of the tree that say that a section begins there; of a part, or of the whole report. */
const anchorsIn = (text: string, { path = 'a.md', id = null as string | null } = {}): readonly Nodes[] =>
  nodesOf(readSection({ path, text }, context, id)?.body ?? { type: 'root', children: [] }).filter(
    ({ data }) => data?.section !== undefined,
  );

const idsIn = (nodes: readonly Nodes[]): readonly (string | undefined)[] =>
  nodes.map(({ data }) => data?.section);

/** Ids of the sections of a report, in the order of the file. */
const contentsOf = (text: string, path = 'a.md'): readonly string[] =>
  readReport({ path, text }, context).sections.map(({ id }) => id);

/** What the anchors are and say: `heading 箱の話`. */
const shapes = (text: string): readonly string[] =>
  anchorsIn(text).map((node) => `${node.type} ${plainText(node)}`);

describe('a section begins', () => {
  test.each([
    ['at its heading', lines('## 箱の話 - @x', '', '本文'), ['heading 箱の話 - @x']],
    [
      'at a heading written in HTML, with its text on the same line',
      lines('<h2>箱の話 by @x</h2><p>本文</p>', '', '<h3>大きさ</h3>'),
      ['heading 箱の話 by @x', 'heading 大きさ'],
    ],
    [
      'at a line that stands for a heading',
      lines('■ 箱の話', '', 'あれこれ', '', '■ 紐の話', '', 'それこれ'),
      ['heading ■ 箱の話', 'heading ■ 紐の話'],
    ],
    [
      'at the heading and the items of a list of talks',
      lines(
        '## LT',
        '',
        '- [@x](https://twitter.com/x)さん 箱の話',
        '- [@y](https://twitter.com/y)さん 紐の話',
      ),
      ['heading LT', 'listItem @xさん 箱の話', 'listItem @yさん 紐の話'],
    ],
    [
      'at an item, where no heading stands above',
      lines('- [@x](https://twitter.com/x)さん 箱の話', '- [@y](https://twitter.com/y)さん 紐の話'),
      ['listItem @xさん 箱の話', 'listItem @yさん 紐の話'],
    ],
    [
      'at a row of a table of talks, breaks left out',
      lines(
        '## 発表',
        '',
        '| 時間 | 発表者 | タイトル |',
        '| --- | --- | --- |',
        '| 19:00 | @x | 箱の話 |',
        '| 19:30 | | 休憩 |',
        '| 19:40 | @y | 紐の話 |',
      ),
      ['heading 発表', 'tableRow 19:00 @x 箱の話', 'tableRow 19:40 @y 紐の話'],
    ],
    [
      'at each of two headings of one name',
      lines('## 今後', '', '一', '', '## 今後', '', '二'),
      ['heading 今後', 'heading 今後'],
    ],
  ])('%s', (_, text, expected) => {
    expect(shapes(text)).toEqual(expected);
    expect(idsIn(anchorsIn(text))).toEqual(contentsOf(text));
  });

  test('nowhere in a report that is one talk without headings', () => {
    const text = lines(
      '---',
      'title: 箱の話をしてきました',
      'author: hanako',
      '---',
      '',
      '発表してきました。',
    );
    expect(readReport({ path: 'a.md', text }, context).isTalk).toBe(true);
    expect(anchorsIn(text)).toEqual([]);
  });

  test('also within a part that is read alone, but not for the part itself', () => {
    const text = lines('## 箱の話 - @x', '', '本文', '', '### 大きさ', '', '小', '', '## 紐の話 - @y');
    const [talk = '', part] = contentsOf(text);
    expect(idsIn(anchorsIn(text, { id: talk }))).toEqual([part]);
  });
});

const corpus = join(import.meta.dirname, '../../../shared/corpus/reports');

/** For one of so many reports below the folder where sections begin, and which there are. */
function compare(folder: string, one = 1): { readonly begun: unknown; readonly known: unknown } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .filter((_, index) => index % one === 0)
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  return {
    begun: files.map(({ path, text }) => [path, ...idsIn(anchorsIn(text, { path }))]),
    known: files.map(({ path, text }) => [path, ...contentsOf(text, path)]),
  };
}

describe('each section begins once, in the order of the file', () => {
  test.each([
    ['the sample community', ownContent],
    ['the fixtures', join(import.meta.dirname, '../fixtures/reports')],
  ])('of %s', (_, folder) => {
    const { begun, known } = compare(folder);
    expect(begun).toEqual(known);
  });

  test('of any mixture of shapes', () => {
    const block = constantFrom(
      '# 会の記録',
      '## 箱の話 - @x',
      '### 大きさ',
      '<h2>紐の話 by @y</h2><h3>長さ</h3>',
      '- [@z](https://twitter.com/z)さん ふたの話\n- [@w](https://twitter.com/w)さん 底の話',
      '1. 角の話 by @v\n   - 細部\n2. 角の話 by @v',
      '| speaker | title |\n| --- | --- |\n| @u | Corners |\n| @t | Edges |',
      '**見出しのような行**',
      '■ しるしの行',
      '```\n## 中\n```',
      '> ## 引用',
      '本文です。',
    );
    assert(
      property(array(block, { maxLength: 12 }), (blocks) => {
        const text = blocks.join('\n\n');
        expect(idsIn(anchorsIn(text))).toEqual(contentsOf(text));
      }),
    );
  });
});

// Skipped where the reports of others are not beside the project: they are not ours to include. The fixtures hold the same shapes.
const beside = existsSync(corpus) ? describe : describe.skip;

beside('each section of other people’s reports (skipped where they are not beside the project)', () => {
  test('begins once, in the order of the file', () => {
    const { begun, known } = compare(corpus, 8);
    expect(begun).toEqual(known);
  });
});
