import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readFrontMatter } from '../../src/content/front-matter.ts';
import { lines } from './context.ts';

const codes = (text: string) => readFrontMatter(text).problems.map(({ line, code }) => `${line} ${code}`);

describe('a header', () => {
  test('in YAML leaves dates and times as they are written', () => {
    const { data, body, bodyLine } = readFrontMatter('---\ndate: 2018-03-12\nat: 19:00\n---\nx');
    expect({ ...data }).toEqual({ date: '2018-03-12', at: '19:00' });
    expect([body, bodyLine]).toEqual(['x', 5]);
  });

  test('in TOML is read, escapes and dates among it', () => {
    const { data, bodyLine } = readFrontMatter('+++\ntitle = "\\u7B2C3\\u56DE"\ndate = 2018-01-02\n+++\nx');
    expect({ ...data, bodyLine }).toEqual({ title: '第3回', date: '2018-01-02', bodyLine: 5 });
  });

  test('without fences is read where it starts with a known key', () => {
    expect({ ...readFrontMatter('Title: a\nTags: b; c;\n\nx').data }).toEqual({ title: 'a', tags: 'b; c;' });
    expect(readFrontMatter('Note: this is prose\n').body).toBe('Note: this is prose\n');
  });

  test('counts lines over a BOM, blank lines and CRLF', () => {
    const text = '\uFEFF\r\n---\r\ntitle: a\r\n---\r\nbody\r\n';
    expect(readFrontMatter(text)).toMatchObject({ bodyLine: 5, body: 'body\n' });
  });

  test('gets back what a space and # cut off, and says so', () => {
    const { data, problems } = readFrontMatter(
      '---\ntitle: Meetup #3 の記録\ndescription: #Kaigi 2025\n---\n',
    );
    expect({ ...data }).toEqual({ title: 'Meetup #3 の記録', description: '#Kaigi 2025' });
    expect(problems.map(({ line, code, detail }) => [line, code, detail])).toEqual([
      [2, 'value-cut', 'title'],
      [3, 'value-cut', 'description'],
    ]);
  });

  test.each(['---js', '---javascript', '---JS', '---coffee', '---json', '---constructor', '+++js', ';;;'])(
    'that opens with %s is never run: it is text with a problem, the second time as the first',
    (opening) => {
      const text = `${opening}\n{ x: (globalThis.wasRun = true) }\n---\nbody`;
      expect([readFrontMatter(text).body, codes(text)]).toEqual([text, ['1 front-matter-language']]);
      expect(codes(text)).toEqual(['1 front-matter-language']);
      expect(globalThis).not.toHaveProperty('wasRun');
    },
  );

  test.each([
    ['a duplicate key', '---\ntitle: a\ntitle: b\n---\n', '3 front-matter-broken'],
    ['a bracket that starts a title', '---\ntitle: [x] y\n---\n', '2 front-matter-broken'],
    ['a tab', '---\ntitle: a\ntags:\n\t- b\n---\n', '4 front-matter-broken'],
    ['no closing fence', '---\ntitle: a\nbody', '1 front-matter-unclosed'],
    ['a list', '---\n- a\n- b\n---\n', '1 front-matter-not-a-map'],
    ['prose between rules', '---\nfoo\n---\n', '1 front-matter-not-a-map'],
    [
      'a bomb of aliases',
      '---\na: &a [x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n---\n',
      '2 front-matter-broken',
    ],
  ])('with %s is a problem, twice the same', (_, text, problem) => {
    expect([codes(text), codes(text)]).toEqual([[problem], [problem]]);
  });

  test('that is broken still says what its lines say', () => {
    const { data } = readFrontMatter('---\ntitle: [x] y\ntags:\n\t- a\n---\n');
    expect({ ...data }).toEqual({ title: '[x] y', tags: ['a'] });
  });

  test('tolerates full-width colons and spaces', () => {
    expect({ ...readFrontMatter(lines('---', 'title： 全角', '---')).data }).toEqual({ title: '全角' });
  });

  test('can not reach a prototype', () => {
    readFrontMatter('---\n__proto__:\n  polluted: true\n---\n');
    readFrontMatter('---\n__proto__: x\ntitle: [a] b\n---\n');
    expect({}).not.toHaveProperty('polluted');
  });

  test('longer than 64 KiB is text', () => {
    expect(codes(`---\na: ${'x'.repeat(70_000)}\n---\n`)).toEqual(['1 front-matter-too-long']);
  });

  test('never throws, and no line of the body is lost', () => {
    const line = fc.constantFrom(
      '---',
      '+++',
      '...',
      'title: a',
      'tags: [',
      '- x',
      '',
      '\t- y',
      'a: *b',
      ' #c',
      'k = 1',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (all) => {
        const { body, bodyLine } = readFrontMatter(all.join('\n'));
        expect(body).toBe(all.slice(bodyLine - 1).join('\n'));
      }),
    );
  });
});
