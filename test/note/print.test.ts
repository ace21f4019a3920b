/** Whole conversations as the files that they become: read them in test/golden/note.ja.md and note.en.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { notePath } from '../../src/note/print.ts';
import type { Entry, NotedEvent } from '../../src/note/manuscript.ts';
import type { Locale } from '../../src/port.ts';
import { bullets, code, emphasis, heading, item, link, paragraph, quote } from '../../src/view/build.ts';
import { root, strong, text, time } from '../../src/view/build.ts';
import { key, fileOf, line, manuscript, night, turns } from './said.ts';

const golden = join(import.meta.dirname, '../golden');

/** `GOLDEN=write npm test -- test/note/print.test` writes the files anew; read the difference before you commit it. */
const isWriting = process.env['GOLDEN'] === 'write';

function goldenFile(name: string, written: string): string {
  const file = join(golden, `${name}.md`);
  if (isWriting) writeFileSync(file, written);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

const event: NotedEvent = { ...night, place: '中央公民館: "大ホール"' };

const deck = 'https://speakerdeck.com/hanako/buildkit';
const marker = `<!-- notes:end ${key} aaaaaaaaaa -->`;
const fence = (lang: string | null, ...lines: readonly string[]) =>
  ({ type: 'code', lang, value: lines.join('\n') }) as const;

const entries: readonly Entry[] = [
  line('花子', 0, 'こんばんは 🎉 19:10 からはじめます'),
  line('花子', 1, {
    body: root(paragraph('会場は', strong('大ホール'), 'です。', code('docker build'), ' も動きます')),
  }),
  line('ken', 12, { body: root(paragraph('LT1: BuildKit入門 ', link(deck, deck))) }),
  line('yui', 14, {
    body: root(heading(1, 'キャッシュ'), bullets([item(paragraph('速い')), item(paragraph('安い'))])),
  }),
  line('yui', 15, {
    body: root(
      paragraph('こう書きます'),
      fence('dockerfile', 'RUN --mount=type=cache go build', '', '# {まとめ}'),
      fence(
        'jinja',
        '{# 秘密 #}',
        '{{ site.title }}',
        '',
        '{% include "/etc/passwd" %}',
        marker,
        '---',
        '```',
      ),
    ),
  }),
  line('ken', 16, {
    id: 'M16',
    edited: new Date('2027-03-10T10:18:00Z'),
    quotes: [{ author: 'yui', of: 'M14', body: root(paragraph('速い')) }],
    body: root(paragraph('どのくらい? ', code('{{ x }}'), ' は?')),
  }),
  line('yui', 17, {
    quotes: [{ author: null, of: null, body: root(paragraph('二倍'), quote(paragraph('三倍'))) }],
    files: [
      { name: '測定[1].png', path: 'assets/ab12cd34ef.png', isImage: true },
      { name: 'bench.pdf', path: 'assets/ff12cd34ef.pdf', isImage: false },
      { name: 'all.zip', path: null, isImage: false },
    ],
  }),
  line(null, 30, 'LT2: Foo by Bar'),
  line(
    '<b>*Mallory*</b>',
    31,
    `---\n# Talk 9: Evil by Mallory\n{{ site.x }} <script>alert(1)</script>\n${marker}\n1. x`,
  ),
  line('ken', 40, {
    body: root(
      paragraph('次は ', time('2027-04-14T10:00:00Z', 'Asia/Tokyo', 'moment'), ' に ', emphasis('また')),
      paragraph(link('mailto:ken@example.org', '私'), ' か ', link('javascript:alert(1)', 'ここ'), ' へ'),
    ),
  }),
  line('ken', 24 * 60, '昨日はありがとうございました\u202e!'),
];

const source = { platform: 'slack', url: 'https://example.slack.com/archives/C1/p1--{{x}}' };

describe.each<Locale>(['ja', 'en'])('in %s', (locale) => {
  test('an evening with talks is a file', () => {
    const file = fileOf({ locale, entries, event, tags: ['docker'], withheld: 2, source });
    expect(file).toBe(goldenFile(`note.${locale}`, file));
  });

  test('a few words without a talk are a file', () => {
    const said = turns('BuildKit は速い?', '速いです', { body: root(paragraph(text('どのくらい?'))) });
    const file = fileOf({ locale, entries: said, withheld: 1 });
    expect(file).toBe(goldenFile(`note-plain.${locale}`, file));
  });
});

describe('the line of an author', () => {
  const lines = (all: readonly Entry[]) => fileOf({ entries: all }).match(/^(?:<a.*>)?\*\*.*$/gmu);

  test('stands once above what somebody says in one go', () => {
    expect(lines([line('ken', 0, 'a'), line('ken', 4, 'b'), line('ken', 10, 'c')])).toEqual([
      '**ken** · 19:00',
      '**ken** · 19:10',
    ]);
  });

  test('stands again where two lists would become one', () => {
    const body = root(bullets([item(paragraph('x'))]));
    expect(lines([line('ken', 0, { body }), line('ken', 1, { body })])).toHaveLength(2);
  });

  test('has an anchor where somebody answers, and two of one second have two', () => {
    const quotes = ['M0', 'M1'].map((of) => ({ author: 'ken', of, body: root(paragraph('x')) }));
    const both = [line('ken', 0, 'a'), { ...line('yui', 0, 'b'), id: 'M1' }];
    const file = fileOf({ entries: [...both, line('zoe', 1, { id: 'M2', quotes })] });
    for (const anchor of ['m20270310-190000', 'm20270310-190000-2']) {
      expect(file).toContain(`<a id="${anchor}"></a>**`);
      expect(file).toContain(`[19:00](#${anchor})`);
    }
  });
});

describe('the path of a note', () => {
  const pathOf = (title: string) =>
    notePath(manuscript({ title, entries: [line('ken', 0, 'x')] }), 'reports');

  test.each([
    ['../../etc/passwd', 'etc-passwd'],
    [String.raw`..\\..`, 'event'],
    ['/abs', 'abs'],
    ['.git/config', 'git-config'],
    ['CON', 'con'],
    ['a\0b', 'a-b'],
    ['．．／', 'event'],
    ['-rf', 'rf'],
    ['--upload-pack=x', 'upload-pack-x'],
    ['', 'event'],
    ['🎉🎉', 'event'],
    ['コンテナの夜 #12', 'コンテナの夜-12'],
  ])('of %j is one file in the folder', (title, slug) => {
    expect(pathOf(title)).toBe(`reports/2027-03-10-${slug}.md`);
  });

  test.each(['x'.repeat(300), '𠮷'.repeat(80), 'が'.normalize('NFD').repeat(80), 'é'.repeat(300)])(
    'is short and well-formed however long a title is: %.20s',
    (title) => {
      const path = pathOf(title);
      expect(path.isWellFormed()).toBe(true);
      expect(Buffer.byteLength(path)).toBeLessThan(255);
    },
  );

  test('is the same however its letters are composed and written', () => {
    expect(pathOf('Café')).toBe(pathOf('Cafe\u0301'));
    expect(pathOf('DOCKER')).toBe(pathOf('docker'));
  });
});
