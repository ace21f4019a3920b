import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Explanation, Library } from '../../src/port.ts';
import { open } from './shelf.ts';
import type { Opened } from './shelf.ts';

const files = {
  'community.md': '---\npeople:\n  - names: [kakure]\n    hidden: true\n---\n',
  'reports/2018-03-12-minato.md': `---
title: みなとコンテナ会 #1
date: 2018-03-12
tags: [docker, kubernetes]
---

## Kubernetesの監視 - @hana_y

ノードの監視にはPrometheusを使う。kakureさんに聞いた。

## docker composeの話 - @kakure

開発環境と監視。
`,
};

let world: Opened;
let library: Library;
beforeAll(async () => {
  world = await open(files);
  ({ library } = world);
});

const request = (text: string) => ({ text, limit: 10, offset: 0 });
const explain = async (text: string): Promise<Explanation> => library.explain(request(text));

describe('an explanation', () => {
  test.each(['監視', 'kubenetes 監視', 'みなとコンテナ会 1', 'tag:docker hana_y', 'クバネティス prometheus'])(
    'of %s has the hits of the search, and their scores add up',
    async (text) => {
      const { hits, total } = await library.search(request(text));
      const explained = await explain(text);
      expect(hits.length).toBeGreaterThan(0);
      expect(explained.total).toBe(total);
      expect(explained.hits.map(({ line, score }) => ({ line, score }))).toEqual(
        hits.map(({ line, score }) => ({ line, score })),
      );
      for (const { score, coverage, reasons } of explained.hits) {
        const sum = reasons
          .map(({ share, findings }) => share * findings.reduce((all, { worth }) => all + worth, 0))
          .reduce((all, each) => all + each, 0);
        expect(score).toBeCloseTo(sum * coverage, 9);
      }
    },
  );

  test('says what the query was understood as', async () => {
    const { words, filters } = await explain(
      'kubenetes "監視には" tag:docker year:2018 after:2017 type:talk',
    );
    expect(words.map(({ text, required }) => ({ text, required }))).toEqual([
      { text: 'kubenetes', required: false },
      { text: '監視には', required: true },
    ]);
    expect(words[0]?.variants).toContainEqual({ text: 'kubernetes', why: 'slip', weight: 0.7 });
    expect(filters).toEqual([
      { name: 'tag', value: 'docker' },
      { name: 'year', value: '2018' },
      { name: 'after', value: '2017-01-01' },
      { name: 'type', value: 'talk' },
    ]);
  });

  test('names the place and the form of each word, the greatest first', async () => {
    const { hits } = await explain('kubenetes 監視 zzyzx');
    const [slip, exact, missing] = hits[0]?.reasons ?? [];
    expect(slip?.findings[0]).toMatchObject({
      field: 'title',
      variant: { text: 'kubernetes', why: 'slip' },
    });
    expect(exact?.findings.map(({ field }) => field)).toEqual(expect.arrayContaining(['title', 'body']));
    expect(missing?.findings).toEqual([]);
    expect(hits[0]?.coverage).toBeLessThan(1);
  });

  test('of nothing is nothing', async () => {
    expect(await explain('')).toEqual({ words: [], filters: [], faults: [], hits: [], total: 0 });
  });

  test('does not name who does not want to be found', async () => {
    expect(JSON.stringify(await explain('監視'))).not.toContain('kakure');
  });
});
