import { beforeAll, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { hits, open, titles } from './shelf.ts';
import type { Opened } from './shelf.ts';

const report = (title: string, body: string, fields = ''): string =>
  `---\ntitle: "${title}"\n${fields}---\n\n${body}\n`;

const folder = {
  'community.md': `---
aliases:
  - [継続的インテグレーション, CI]
people:
  - names: [山田太郎, yamada_t]
  - names: [ひみつ花子, himitsu]
    hidden: true
site: https://example.org/:year/:slug/
---
`,
  'reports/2018-03-12-minato-1.md': report(
    'みなとコンテナ会 #1 に行ってきた',
    `会場は東京都の港区でした。

## Kubernetesで動かすバッチ処理 - @yamada_t

夜間のバッチ処理を載せ替えた話。ノードの監視にはPrometheusを使っている。

## JavaScriptのビルドを速くする - @suzuki

webpackをやめて、キャッシュを効かせた。サーバレスの話も少し。

### まとめ

次はService Workerを試す。

## 感想

Javaの話も聞きたかった。懇親会ではdockerの本が当たった。
`,
    'date: 2018-03-12\ntags: [docker, kubernetes]\n',
  ),
  'reports/2019-07-01-minato-6.md': report(
    'みなとコンテナ会 #6',
    `## docker composeとその先 @himitsu

開発環境の作り方。サーバーレスとの使い分け。

## Goで書くCLI - @sato

Googleのやり方ではなく、小さなGoのやり方。

## 機械学習の基盤 - 山田太郎

GPUを分け合う。認証も自前で。
`,
    'date: 2019-07-01\ntags: [docker, 機械学習]\n',
  ),
  'reports/2020-01-15-javahiroba.md': report(
    'Java広場に参加しました',
    `## Javaの新しいGC @kato

止まらないJavaのために。

## C++からの移り方 - @kobayashi

C++とF#の比較。型推論について。
`,
    'date: 2020-01-15\ntags: [java]\n',
  ),
  'reports/secret.md': report('未公開の下書き', 'zzzhidden', 'draft: true\n'),
  'reports/2031-01-01-future.md': report('未来のレポート', 'zzzfuture', 'date: 2031-01-01\n'),
  'events/2027.md': report('みなとコンテナ会 #9', 'GPU特集', 'start: 2027-03-10 19:00\nplace: 大阪\n'),
};

let world: Opened;
beforeAll(async () => {
  world = await open(folder);
});

describe('what is found', () => {
  test.each([
    ['東京', 'みなとコンテナ会 #1 に行ってきた'],
    ['監視', 'Kubernetesで動かすバッチ処理'],
    ['認証', '機械学習の基盤'],
    ['c++', 'C++からの移り方'],
    ['docker compose', 'docker composeとその先'],
    ['クバネティス', 'Kubernetesで動かすバッチ処理'],
    ['ｋｕｂｅｒｎｅｔｅｓ', 'Kubernetesで動かすバッチ処理'],
    ['kubenetes', 'Kubernetesで動かすバッチ処理'],
    ['k8s', 'Kubernetesで動かすバッチ処理'],
    ['サービスワーカー', 'まとめ'],
    ['serviceworker', 'まとめ'],
    ['"夜間のバッチ"', 'Kubernetesで動かすバッチ処理'],
    ['2019年7月', 'みなとコンテナ会 #6'],
    ['みなとコンテナ会 6', 'みなとコンテナ会 #6'],
    ['第6回 みなとコンテナ会', 'みなとコンテナ会 #6'],
    ['suzuki', 'JavaScriptのビルドを速くする'],
  ])('%s: first %s', async (text, title) => {
    expect((await titles(world, text))[0]).toBe(title);
  });

  test('サーバレス and サーバーレス are one word', async () => {
    const found = await titles(world, 'サーバレス');
    expect(found).toContain('JavaScriptのビルドを速くする');
    expect(found).toContain('docker composeとその先');
  });

  test.each(['terraform', 'ブロックチェーン', 'zzyzx', '量子', '"バッチ監視"'])(
    'nothing is found for %s',
    async (text) => {
      expect(await titles(world, text)).toEqual([]);
    },
  );
});

test('what is quoted must be there, whatever else is found', async () => {
  expect(await titles(world, '"夜間のバッチ" docker')).toEqual(['Kubernetesで動かすバッチ処理']);
});

test('a word at the end of a very long text is found, and shown', async () => {
  const body = `${`${'とても長い話が続く。'.repeat(50)}\n\n`.repeat(80)}さいごにbuildpacksの話。`;
  const opened = await open({ 'a.md': report('長い話', `## 発表\n\n${body}`) });
  const [hit] = await hits(opened, 'buildpacks');
  expect(JSON.stringify(hit?.excerpt)).toContain('buildpacks');
});

test.each(['server2', 'nano1', 'c#勉強会'])('%s is a word, not a number of a series', async (text) => {
  const opened = await open({ 'a.md': report('ほかの会', `## ${text}の話\n\n本文`) });
  expect((await titles(opened, text)).length).toBeGreaterThan(0);
  expect(await titles(world, text)).toEqual([]);
});

describe('events', () => {
  const tagged = 'start: 2027-03-10 19:00\ntags: [docker, zig]\n';
  const body = `${'ほかの話が続く。'.repeat(600)}\n\nさいごにdockerの話を少し。`;
  const files = {
    'events/tagged.md': report('春の会', '詳細は後日', tagged),
    'events/talks.md': report(
      '夏の会',
      '詳細は後日',
      'start: 2027-07-10 19:00\ntalks: [{ title: Nixの話 }]\n',
    ),
    'a.md': report('みなと会', `## 長い発表\n\n${body}`),
  };

  test('by a tag alone an event comes after whoever says the word', async () => {
    expect(await titles(await open(files), 'docker')).toEqual(['長い発表', '春の会']);
  });

  test('by a tag alone an event is no answer to the words that it lacks', async () => {
    const opened = await open(files);
    expect(await titles(opened, 'zig 発表')).toEqual(['長い発表']);
    expect(await titles(opened, 'zig docker')).toContain('春の会');
  });

  test('an event is found by the talks that it announces', async () => {
    expect(await titles(await open(files), 'nix')).toEqual(['夏の会']);
  });
});

describe('infix traps', () => {
  test('java is not javascript', async () => {
    const found = await titles(world, 'java');
    expect(found.slice(0, 2).toSorted()).toEqual(['Javaの新しいGC', 'Java広場に参加しました']);
    expect(found.indexOf('感想')).toBeGreaterThan(-1);
    const trap = found.indexOf('JavaScriptのビルドを速くする');
    expect(trap === -1 || trap > found.indexOf('感想')).toBe(true);
  });

  test('go is not google', async () => {
    expect(await titles(world, 'go')).toEqual(['Goで書くCLI']);
  });

  test('a talk about it outranks a mention', async () => {
    const found = await titles(world, 'docker');
    expect(found.indexOf('docker composeとその先')).toBeLessThan(found.indexOf('感想'));
  });
});

describe('filters', () => {
  test('a tag alone lists what has it, the newest first', async () => {
    const found = await hits(world, 'tag:docker type:report');
    expect(found.map(({ title }) => title)).toEqual([
      'みなとコンテナ会 #6',
      'みなとコンテナ会 #1 に行ってきた',
    ]);
  });

  test('a tag is matched as a whole', async () => {
    expect(await titles(world, 'tag:dock')).toEqual([]);
  });

  test('full-width colon and space', async () => {
    expect(await titles(world, 'gpu　tag：機械学習')).toEqual(['機械学習の基盤']);
  });

  test('after, before and year', async () => {
    expect(await titles(world, 'サーバレス after:2019')).toEqual(['docker composeとその先']);
    expect(await titles(world, 'サーバレス before:2019')).toEqual(['JavaScriptのビルドを速くする']);
    expect(await titles(world, 'サーバレス year:2018')).toEqual(['JavaScriptのビルドを速くする']);
  });

  test('place and type', async () => {
    expect(await titles(world, 'gpu place:大阪')).toEqual(['みなとコンテナ会 #9']);
    expect(await titles(world, 'gpu type:talk')).toEqual(['機械学習の基盤']);
  });

  test('days alone are enough to ask', async () => {
    const found = await hits(world, 'after:2020-01-01 before:2020-02-01 type:report');
    expect(found.map(({ title }) => title)).toEqual(['Java広場に参加しました']);
  });

  test('all names of a person find all of their talks', async () => {
    const found = ['Kubernetesで動かすバッチ処理', '機械学習の基盤'];
    expect((await titles(world, 'speaker:yamada_t')).toSorted()).toEqual(found);
    expect((await titles(world, 'speaker:山田太郎さん')).toSorted()).toEqual(found);
  });
});

describe('the filter of a speaker', () => {
  const talkBy = (handle: string): string =>
    report(`${handle}の報告`, `## ${handle}の話 - @${handle}\n\n本文`);

  test('is exact where somebody is called so, and a beginning where nobody is', async () => {
    const opened = await open({ 'a.md': talkBy('dee'), 'b.md': talkBy('deeeet'), 'c.md': talkBy('deepak') });
    const speakers = async (text: string): Promise<string> =>
      (await hits(opened, text)).map(({ speakers: [speaker] }) => speaker?.handle ?? '').join(' ');
    expect(await speakers('speaker:dee type:talk')).toBe('dee');
    expect(await speakers('speaker:DEE type:talk')).toBe('dee');
    expect(await speakers('speaker:deep type:talk')).toBe('deepak');
    expect(await speakers('speaker:de type:talk')).toBe('dee deeeet deepak');
  });

  test('does not count who is only in a draft', async () => {
    const opened = await open({
      'a.md': talkBy('deeeet'),
      'b.md': talkBy('dee').replace('---\n', '---\ndraft: true\n'),
    });
    expect(await titles(opened, 'speaker:dee type:talk')).toEqual(['deeeetの話']);
  });
});

describe('settings', () => {
  test('aliases are searched as well', async () => {
    const opened = await open({ ...folder, 'ci.md': report('CIの話', 'CIを直す') });
    expect((await titles(opened, '継続的インテグレーション'))[0]).toBe('CIの話');
  });

  test('who does not want to be found is not found by name, nor named', async () => {
    expect(await titles(world, 'speaker:himitsu')).toEqual([]);
    const [talk] = await hits(world, 'docker-compose');
    expect(talk).toMatchObject({ title: 'docker composeとその先', speakers: [] });
  });

  test('nor by their name in plain words, anywhere but in titles of reports; what they said is found', async () => {
    const body = `## Zigの話 - @kakure\n\nzigを@KAKUREさんと\nかくれ みの に聞いた。\n\n## zigの感想 かくれみの\n\nよかった。`;
    const opened = await open({
      'community.md': '---\npeople:\n  - names: [kakure, かくれみの, かくれ みの]\n    hidden: true\n---\n',
      'a.md': report('みなと会', body),
      'b.md': report('kakureさんの会', 'ほかの話'),
    });
    expect(await titles(opened, 'kakure')).toEqual(['kakureさんの会']);
    expect(await titles(opened, 'かくれみの')).toEqual([]);
    expect(await titles(opened, '"かくれ みの"')).toEqual([]);
    const found = await hits(opened, 'zig');
    expect(found[0]?.title).toBe('Zigの話');
    expect(JSON.stringify(found.map(({ excerpt }) => excerpt))).not.toMatch(/kakure|かくれ/iu);
  });

  test('hits carry the address of the community’s own page', async () => {
    expect((await hits(world, 'バッチ処理'))[0]?.url).toBe('https://example.org/2018/minato-1/');
  });
});

describe('what is not shown', () => {
  test('drafts and reports of the future are not found', async () => {
    expect(await titles(world, 'zzzhidden')).toEqual([]);
    expect(await titles(world, 'zzzfuture')).toEqual([]);
    expect(await titles(world, 'type:report after:2030')).toEqual([]);
  });
});

async function search(text: string, part: { limit?: number; offset?: number } = {}) {
  const { library } = world;
  return library.search({ text, limit: 5, offset: 0, ...part });
}

describe('the answer', () => {
  test('a hit says where it stands', async () => {
    const [hit] = await hits(world, 'service worker');
    expect(hit).toMatchObject({
      kind: 'section',
      file: 'reports/2018-03-12-minato-1.md',
      section: 'まとめ',
      path: ['JavaScriptのビルドを速くする'],
      date: '2018-03-12',
      number: 1,
    });
    const line = folder['reports/2018-03-12-minato-1.md'].split('\n')[(hit?.line ?? 0) - 1];
    expect(line).toBe('### まとめ');
  });

  test('pages go on where the last one ended', async () => {
    const all = await hits(world, 'docker');
    const second = await search('docker', { limit: 2, offset: 2 });
    expect(second.hits).toEqual(all.slice(2, 4));
    expect(second.total).toBe(all.length);
  });

  test('pages never repeat nor skip a hit, however many there are', async () => {
    const talks = Array.from(
      { length: 260 },
      (_, at) => `## ${at % 3 === 0 ? 'Zig' : '言語'}の話${at}\n\nzigのこと。`,
    );
    const { library } = await open({ 'a.md': report('長い会', talks.join('\n\n')) });
    const seen: string[] = [];
    for (let offset = 0; offset < 300; offset += 30) {
      const page = await library.search({ text: 'zig', limit: 30, offset });
      expect(page.total).toBe(260);
      seen.push(...page.hits.map(({ id }) => id));
    }
    expect(seen).toHaveLength(260);
    expect(new Set(seen).size).toBe(260);
  });

  test('a suggestion only where nothing is found, and only one that finds something', async () => {
    expect((await search('promethues')).hits).not.toEqual([]);
    expect(await search('qromethues')).toMatchObject({ hits: [], suggestion: 'prometheus' });
    expect((await search('docker')).suggestion).toBeNull();
    expect((await search('xyz')).suggestion).toBeNull();
  });

  test('an empty query finds nothing and is no error', async () => {
    expect(await search(' 　')).toMatchObject({
      hits: [],
      total: 0,
      suggestion: null,
      correction: null,
      faults: [],
    });
  });
});

describe('safety', () => {
  test.each([
    '"',
    'foo"',
    '*',
    'NEAR(a b,1',
    'hello AND',
    'NOT',
    '-hello',
    '()',
    '%',
    '_',
    '\\',
    "'; drop table passage; --",
    '"'.repeat(5000),
    '('.repeat(3000),
    'a\0b',
    'x '.repeat(20_000),
    'title:x',
    'keys:secret',
    '{a b}:x',
    'a*',
    '^a',
    'a:b:c"d',
    '+',
    '#',
    '第回',
    'ー',
    '\ud800',
  ])('%j is answered', async (text) => {
    const answer = await search(text);
    expect(answer.hits.length).toBeLessThanOrEqual(5);
  });

  test('any string is answered', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
        const answer = await search(text, { limit: 3 });
        expect(answer.total).toBeGreaterThanOrEqual(answer.hits.length);
      }),
      { numRuns: 100 },
    );
  });
});

test('a talk is found by each of its own words', async () => {
  const letters = fc.constantFrom(...Array.from('abcdegkmnopstuvwz東京監視基盤設計サトリ'));
  const word = fc.string({ unit: letters, minLength: 2, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 5 }), async (words) => {
      const opened = await open({ 'a.md': report('無題', `## 発表\n\n${words.join(' ')}\n`) });
      for (const each of words) expect((await titles(opened, each)).length).toBeGreaterThan(0);
    }),
    { numRuns: 15 },
  );
});
