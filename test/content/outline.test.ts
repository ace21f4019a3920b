import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { outline } from '../../src/content/outline.ts';
import { lines, read } from './context.ts';

const headings = (text: string) =>
  outline(text)
    .slice(1)
    .map(({ level, heading }) => `${level} ${heading}`);

describe('a heading', () => {
  test.each([
    ['## a ##', '2 a'],
    ['##   a', '2 a'],
    ['## F#', '2 F#'],
    ['## C#入門', '2 C#入門'],
    ['## F# と C#', '2 F# と C#'],
    ['## C# ##', '2 C#'],
    ['C# and F #\n=====', '1 C# and F #'],
    ['##@nameさんの話', '2 @nameさんの話'],
    ['#[AWS] 勉強会 #1\n\nx', '1 [AWS] 勉強会 #1'],
    ['# #0 はじめての会', '1 #0 はじめての会'],
    ['Title\n=====', '1 Title'],
    ['Title\n------', '2 Title'],
    ['<h2 class="a">Title <b>x</b></h2>', '2 Title <b>x</b>'],
    ['<h3>\n  Title\n</h3>', '3 Title'],
  ])('is %j', (text, expected) => {
    expect(headings(text)).toEqual([expected]);
  });

  test.each([
    ['in a list', '- # syntax = x\n  ## y'],
    ['as an empty item below a word', '- Rio\n  - '],
    ['as a hashtag', '今日は\n\n#エンジニア #docker'],
    ['in code', '```\n# x\n```\n\n    # y'],
    ['in a comment', '<!--\n# x\n-->'],
    ['in verbatim HTML', '<pre>\n# x\n\n# y\n</pre>'],
    ['as a rule below a sentence', 'とても楽しい会でした。\n---\nまた行きます。'],
    ['in a quote', '> ## x'],
  ])('is not %s', (_, text) => {
    expect(headings(text)).toEqual([]);
  });

  test('is a bold line where there is no other', () => {
    expect(headings('**一つ目**\n\nx\n\n**二つ目**\n\ny')).toEqual(['2 一つ目', '2 二つ目']);
    expect(headings('# a\n\n**b**\n\nc')).toEqual(['1 a']);
  });

  test.each<[string, string, string[]]>([
    ['a sign', '■ 一\nx\n\n■ 二\ny', ['2 ■ 一', '2 ■ 二']],
    ['brackets', '# 会\n\n【一】\nx\n\n【二】\ny', ['1 会', '2 【一】', '2 【二】']],
    ['bold HTML', '<p><b>一</b></p>\n<p>x</p>\n<p><b>二</b></p>\n<p>y</p>', ['2 一', '2 二']],
    ['a sign in HTML', '<p>● 一</p>\n<p>x</p>\n<p>● 二</p>\n<p>y</p>', ['2 ● 一', '2 ● 二']],
  ])('is a line marked by %s that turns up again, where there is no other', (_, text, expected) => {
    expect(headings(text)).toEqual(expected);
  });

  test.each([
    ['only once', '■ 一\nx'],
    ['in a row like a list', '● 一\n\n● 二\n\n● 三\n\nx'],
    ['inside a paragraph', 'x\n■ 一\ny\n■ 二\nz'],
    ['as a sentence', '<p><b>楽しかった。</b></p>\n<p>x</p>\n<p><b>また行く。</b></p>\n<p>y</p>'],
    ['at the end', '■ 一\n\nx\n\n■ 二'],
  ])('is not such a line %s', (_, text) => {
    expect(headings(text)).toEqual([]);
  });

  test('knows its line in the file over a header, CRLF and templates of several lines', () => {
    const text = lines('---', 'title: a', '---', '', '{% include x', 'y=1 %}', '## a', 'x', '## b');
    expect(read(text.replaceAll('\n', '\r\n')).sections.map(({ line }) => line)).toEqual([7, 9]);
  });

  test('loses no line of the text', () => {
    const line = fc.constantFrom('# a', '##b', 'x', '', '- y', '```', '---', '<h2>z</h2>', '  - ', '===');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 15 }), (all) => {
        const text = all.join('\n');
        const kept = outline(text)
          .flatMap((part) => part.lines)
          .filter((one) => one === 'x').length;
        const asHeading = headings(text).filter((heading) => /^\d x$/.test(heading)).length;
        expect(kept + asHeading).toBe(all.filter((one) => one === 'x').length);
      }),
    );
  });
});
