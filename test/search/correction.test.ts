import { describe, expect, test } from '@jest/globals';
import { replaceWord } from '../../src/search/correction.ts';
import { open } from './shelf.ts';
import type { Opened } from './shelf.ts';

const report = (...talks: readonly string[]): string =>
  `---\ntitle: 集まり\ntags: [docker]\n---\n\n${talks.map((talk) => `## ${talk}の話\n\n本文`).join('\n\n')}\n`;

const search = async ({ library }: Opened, text: string) => library.search({ text, limit: 5, offset: 0 });

const files = { 'a.md': report('Kubernetes', '監視', 'Terraform') };

describe('spelling that was corrected is said', () => {
  test('with what it was taken for, and how to ask for the word itself', async () => {
    const world = await open(files);
    const { hits, correction } = await search(world, 'kubenetes');
    expect(hits.map(({ title }) => title)).toEqual(['Kubernetesの話']);
    expect(correction).toEqual({
      words: [{ typed: 'kubenetes', meant: 'kubernetes' }],
      asTyped: '"kubenetes"',
    });
    expect(await search(world, '"kubenetes"')).toMatchObject({
      hits: [],
      correction: null,
      suggestion: '"kubernetes"',
    });
  });

  test('of several words, the others and the filters as they are', async () => {
    const { correction } = await search(await open(files), 'tag:docker Kubenetes 監視 terrafrom');
    expect(correction).toEqual({
      words: [
        { typed: 'kubenetes', meant: 'kubernetes' },
        { typed: 'terrafrom', meant: 'terraform' },
      ],
      asTyped: 'tag:docker "kubenetes" 監視 "terrafrom"',
    });
  });

  test.each(['kubernetes', 'クーバネティス', 'k8s', 'kuber', '監視', 'zzyzx', ''])(
    'not for %j: it is what was typed, or nothing',
    async (text) => {
      expect((await search(await open(files), text)).correction).toBeNull();
    },
  );

  test('not where a text has the word as it was typed', async () => {
    const world = await open({ ...files, 'b.md': report('Kubenetes') });
    const { hits, correction } = await search(world, 'kubenetes');
    expect(hits.map(({ title }) => title)).toEqual(['Kubenetesの話', 'Kubernetesの話']);
    expect(correction).toBeNull();
  });

  test('on every page of the answer', async () => {
    const { library } = await open({ 'a.md': report(...Array.from({ length: 9 }, () => 'Kubernetes')) });
    const second = await library.search({ text: 'kubenetes', limit: 5, offset: 5 });
    expect(second.correction?.words).toEqual([{ typed: 'kubenetes', meant: 'kubernetes' }]);
  });
});

test.each([
  ['tag:dokcer dokcer', 'tag:dokcer docker'],
  ['dokcer-compose', 'docker-compose'],
  ['ほか', 'ほか'],
])('in %j the word is replaced where it stands by itself', (query, expected) => {
  expect(replaceWord(query, 'dokcer', 'docker')).toBe(expected);
});
