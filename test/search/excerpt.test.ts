import type { PhrasingContent } from 'mdast';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Passage } from '../../src/port.ts';
import { excerptFor } from '../../src/search/excerpt.ts';
import { readQuery } from '../../src/search/query.ts';
import { readWords } from '../../src/search/word.ts';

const untold = { title: '', speakers: [] };

const excerpt = (text: string, query: string, told: Partial<Passage> = {}): readonly PhrasingContent[] =>
  excerptFor(readWords(readQuery(query).chunks))({ ...untold, ...told, text });

/** Strong text in square brackets. */
const shown = (nodes: readonly PhrasingContent[]): string =>
  nodes
    .map((node) => (node.type === 'strong' ? `[${shown(node.children)}]` : 'value' in node ? node.value : ''))
    .join('');

const plain = (nodes: readonly PhrasingContent[]): string => shown(nodes).replace(/[[\]]/gu, '');

const split = (text: string): readonly string[] =>
  Array.from(new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(text), ({ segment }) => segment);

describe('the best passage', () => {
  test('is the sentence that says most of the query', () => {
    const text = '監視の話はしない。コンテナの監視にはPrometheusを使う。おわり。';
    expect(shown(excerpt(text, 'prometheus 監視'))).toMatch(/^コンテナの\[監視\]には\[Prometheus\]を使う。/u);
  });

  test('begins with the text where nothing of it was searched for', () => {
    expect(shown(excerpt('はじめの文。つぎの文。', 'docker'))).toBe('はじめの文。つぎの文。');
  });

  test('of no text is nothing', () => {
    expect(excerpt('', 'docker')).toEqual([]);
  });

  test('of a long sentence is what stands around the hit', () => {
    const text = `${'あ'.repeat(300)}docker${'い'.repeat(300)}`;
    const result = plain(excerpt(text, 'docker'));
    expect(result).toContain('docker');
    expect(result.startsWith('…') && result.endsWith('…')).toBe(true);
    expect(split(result)).toHaveLength(160);
  });
});

describe('people see where a line ends', () => {
  test.each([
    ['Dockerに対応\nコンテナを入れる', '[Docker]に対応 / コンテナを入れる'],
    ['Dockerです。\n\nコンテナの話', '[Docker]です。コンテナの話'],
    ['Docker、\nコンテナ', '[Docker]、コンテナ'],
    ['「Dockerです。」と言う。次', '「[Docker]です。」と言う。次'],
    ['Docker is small.\nRkt is smaller.', '[Docker] is small. Rkt is smaller.'],
    ['Docker one\nDocker two', '[Docker] one / [Docker] two'],
    [
      `Docker ${'is a word of this long line '.repeat(2)}that\ngoes on`,
      `[Docker] ${'is a word of this long line '.repeat(2)}that goes on`,
    ],
  ])('%j', (text, expected) => {
    expect(shown(excerpt(text, 'docker'))).toBe(expected);
  });

  test('it begins with a sentence, in the middle of a line too', () => {
    const text = 'We met in May. Docker was there. It rained.';
    expect(shown(excerpt(text, 'docker'))).toBe('[Docker] was there. It rained.');
  });
});

describe('what the hit names anyway is left out', () => {
  const told = { title: 'Docker入門', speakers: [{ name: '山田 太郎', handle: 'yamada', url: null }] };

  test.each([
    'Speaker: @yamada',
    '@yamada さん',
    '発表者：山田 太郎 (@yamada)',
    '「Docker入門」',
    'docker 入門',
  ])('%s', (line) => {
    expect(shown(excerpt(`${line}\nコンテナの話`, 'docker', told))).toBe('コンテナの話');
  });

  test('unless there is nothing else', () => {
    expect(shown(excerpt('@yamada さん\nDocker入門', 'docker', told))).toBe('[Docker]入門');
  });

  test('a line that says more stays', () => {
    expect(shown(excerpt('@yamada さんのDocker', 'docker', told))).toBe('@yamada さんの[Docker]');
  });
});

describe('a cut', () => {
  test('falls between Latin words, not inside one', () => {
    const long = Array.from({ length: 40 }, (_, number) => `container${number}`).join(' ');
    const cut = plain(excerpt(long, 'container20'));
    expect(cut).toMatch(/^…container\d+ .* container\d+…$/);
    for (const word of cut.replaceAll('…', '').split(' ')) expect(long.split(' ')).toContain(word);
  });
});

describe('what was found is strong', () => {
  test.each([
    ['ＤＯＣＫＥＲの話', 'docker', '[ＤＯＣＫＥＲ]の話'],
    ['サーバーを立てる', 'サーバ', '[サーバー]を立てる'],
    ['power-assertの話', 'powerassert', '[power-assert]の話'],
    ['JavaScriptとJava', 'java', 'JavaScriptと[Java]'],
    ['ﾀｲﾌﾟの話', 'タイプ', '[ﾀｲﾌﾟ]の話'],
  ])('%s, asked for %s', (text, query, expected) => {
    expect(shown(excerpt(text, query))).toBe(expected);
  });

  test('markup of the text stays text', () => {
    const nodes = excerpt('<b>docker</b> と **bold** と [link](https://example.org)', 'docker');
    expect(nodes.map(({ type }) => type)).toEqual(['text', 'strong', 'text']);
    expect(nodes[2]).toEqual({ type: 'text', value: '</b> と **bold** と [link](https://example.org)' });
  });
});

test('never longer than 160 graphemes, never half a character, never a word that is not there', () => {
  const piece = fc.constantFrom('👨‍👩‍👧', '𠮷', 'が', 'docker ', 'か\u3099', '。', '\n', 'あ', '…');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 400 }), (pieces) => {
      const text = pieces.join('');
      const result = plain(excerpt(text, 'docker'));
      const characters = split(result);
      expect(characters.length).toBeLessThanOrEqual(160);
      const known = new Set([...split(text), '…', ' ', '/']);
      expect(characters.filter((character) => !known.has(character))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

/** The markup of what a search shows: `[` and `]` around what is strong would hide what the text itself has. */
const textOf = (nodes: readonly PhrasingContent[]): string =>
  nodes
    .map((node) => (node.type === 'strong' ? textOf(node.children) : 'value' in node ? node.value : ''))
    .join('');

const addressesOf = (text: string): readonly string[] =>
  text.match(/https?:\/\/[^\s<>"'「」『』（）、。，]+/giu) ?? [];

const isStrong = ({ type }: PhrasingContent): boolean => type === 'strong';

describe('an address', () => {
  const url = 'https://example.org/slides/of/the/talk';

  test('for which there is no room is left out', () => {
    const result = plain(
      excerpt(`${'あ'.repeat(60)}docker${'い'.repeat(85)} ${url} ${'う'.repeat(90)}`, 'docker'),
    );
    expect(result).toContain('docker');
    expect(result).not.toContain('http');
  });

  test('that is too long itself is no link any more', () => {
    const result = plain(excerpt(`${url}/${'a/'.repeat(80)}docker${'/b'.repeat(160)}`, 'docker'));
    expect(result).toContain('docker');
    expect(result).not.toContain('http');
  });

  test('in which a word was found is strong as a whole', () => {
    expect(shown(excerpt(`資料は ${url} です`, 'slides'))).toBe(`資料は [${url}] です`);
  });
});

describe('of any report', () => {
  const words = ['docker', '監視', 'サーバー', 'power-assert', 'Ｋ８ｓ'] as const;
  const other = fc.constantFrom(
    '👨‍👩‍👧',
    '🇯🇵',
    'か\u3099',
    '𠮷',
    '、',
    '。',
    '\n',
    ' ',
    'the ',
    'の',
    '長い文',
    'e\u0301',
    '[',
    '](',
  );
  const link = fc.constantFrom(
    '[資料](https://example.org/a_b?c=d)',
    '<https://example.org/>',
    'https://example.org/docker/監視',
  );
  const text = fc
    .array(fc.oneof({ weight: 9, arbitrary: other }, fc.constantFrom(...words), link), { maxLength: 120 })
    .map((pieces) => pieces.join(''));

  test('what was found by its text is shown strong', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...words), (before, word) => {
        const nodes = excerpt(`${before}\n${word}\n${before}`, word);
        expect(nodes.some(isStrong)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  test('every address in it is a whole one of the text, in one piece', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...words), (source, word) => {
        const known = new Set(addressesOf(source));
        for (const node of excerpt(source, word))
          expect(addressesOf(textOf([node])).filter((address) => !known.has(address))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  test('it has no half character, and nothing that could be a link: text and strong text alone', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...words), (source, word) => {
        const nodes = excerpt(source, word);
        for (const node of nodes) expect(['text', 'strong']).toContain(node.type);
        const characters = new Set([...split(source), '…', ' ', '/']);
        expect(split(textOf(nodes)).filter((character) => !characters.has(character))).toEqual([]);
        // What is strong begins and ends between characters, too.
        for (const node of nodes.filter(isStrong))
          for (const character of split(textOf([node]))) expect(characters).toContain(character);
      }),
      { numRuns: 100 },
    );
  });
});
