import { describe, expect, test } from '@jest/globals';
import { plainText } from '../../src/content/plain.ts';
import { readSection } from '../../src/content/report.ts';
import { nodesOf } from '../../src/content/walk.ts';
import { context, lines, read } from './context.ts';

const text = lines(
  '# 会の記録',
  '',
  '## 箱の話 - @x',
  '箱<script>alert(1)</script>です。{% raw %} [外](javascript:alert(1)) [内][1] ![絵](/a.png) ![写真](//img.example.com/b.png)',
  '',
  '### 大きさ',
  '- 大',
  '- 小',
  '',
  '## LT',
  '',
  '- [@y](https://twitter.com/y)さん ふたの話',
  '- [@z](https://twitter.com/z)さん 紐の話',
  '',
  '[1]: https://example.com/inside',
);
const source = { path: 'a.md', text };
const section = (title: string) => {
  const id = read(text, 'a.md').sections.find((one) => one.title === title)?.id ?? '';
  return readSection(source, context, id);
};

describe('a section to be read in place', () => {
  test('has no heading of its own but those of its subsections', () => {
    expect(section('箱の話')?.body.children.map(({ type }) => type)).toEqual([
      'paragraph',
      'heading',
      'list',
    ]);
  });

  test('knows the headings above it', () => {
    expect(section('大きさ')?.path).toEqual(['会の記録', '箱の話']);
    expect(section('ふたの話')?.path).toEqual(['会の記録', 'LT']);
  });

  test('is the item, for a talk in a list', () => {
    expect(plainText(section('紐の話')?.body ?? { type: 'root', children: [] })).toBe('@zさん 紐の話');
  });

  test('leaves out the talks below it', () => {
    expect(plainText(section('会の記録')?.body ?? { type: 'root', children: [] })).not.toContain('箱');
  });

  test('of no id is the whole report', () => {
    const whole = readSection(source, context, null);
    expect(whole?.body.children.filter(({ type }) => type === 'heading')).toHaveLength(4);
  });

  test('of an unknown id is null', () => {
    expect(readSection(source, context, 'nothing')).toBeNull();
  });

  test('has no HTML, no references, and only links to the web', () => {
    const nodes = nodesOf(readSection(source, context, null)?.body ?? { type: 'root', children: [] });
    expect(nodes.map(({ type }) => type)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/html|definition|Reference|yaml/)]),
    );
    const urls = nodes.flatMap((node) => ('url' in node ? [node.url] : []));
    expect(urls).toEqual([
      'https://example.com/inside',
      'https://img.example.com/b.png',
      'https://twitter.com/y',
      'https://twitter.com/z',
    ]);
    expect(JSON.stringify(nodes[0])).not.toMatch(/alert|raw %/);
  });
});

describe('an id', () => {
  test('survives an edit elsewhere, and tells sections of one name apart', () => {
    const ids = (edited: string) => read(edited, 'a.md').sections.map(({ id }) => id);
    const doubled = `${text}\n\n## 今後\n\n## 今後`;
    expect(new Set(ids(doubled)).size).toBe(ids(doubled).length);
    expect(ids(doubled).slice(0, -2)).toEqual(ids(text.replace('箱<', '別の箱<')));
  });
});
