/** Ranking by mechanism: what each kind of query finds first, over one small community. */
import { beforeAll, describe, expect, test } from '@jest/globals';
import { open, titles } from './shelf.ts';
import type { Opened } from './shelf.ts';

const report = (title: string, date: string, ...talks: readonly string[]): string =>
  `---\ntitle: "${title}"\ndate: ${date}\n---\n\n${talks.join('\n\n')}\n`;

const files = {
  'reports/2016-02-03-tokyo-6.md': report(
    'Docker Meetup Tokyo #6',
    '2016-02-03',
    '## Kubernetesの運用 - @hana_y\n\n監視の話。',
    '## docker-composeで開発 - 山田 太郎\n\n手元で動かす。',
    '## 懇親会\n\nReactとdockerの話をした。reactiveな設計の話も。',
  ),
  'reports/2017-04-05-tokyo-7.md': report(
    'Docker Meetup Tokyo vol.7',
    '2017-04-05',
    '## Reactでつくる管理画面 - @ichiro\n\n画面の話。Kubernetesで動かす。',
    '## Reactive Programming入門 - @jiro\n\nストリームの話。',
    '## サーバーレスの話 - [@hana_y](https://twitter.com/hana_y)\n\nserverlessとaccessibility。',
  ),
  'reports/2018-07-01-osaka-6.md': report(
    '大阪コンテナ会 第6回',
    '2018-07-01',
    '## Kubernatesをさわる - @saburo\n\nはじめて。',
    '## internationalizationのすすめ - @shiro\n\n訳す話。',
    '## Reactでつくる管理画面 - @ichiro\n\n再演。',
  ),
};

let world: Opened;
beforeAll(async () => {
  world = await open(files);
});

const mechanisms: Readonly<Record<string, readonly (readonly [query: string, first: string])[]>> = {
  'katakana by sound': [
    ['リアクト', 'Reactでつくる管理画面'],
    ['ドッカーコンポーズ', 'docker-composeで開発'],
    ['クバネティス', 'Kubernetesの運用'],
    ['クーベルネテス', 'Kubernetesの運用'],
  ],
  'a misspelt query': [
    ['kubenetes', 'Kubernetesの運用'],
    ['kuberntees', 'Kubernetesの運用'],
    ['dokcer compose', 'docker-composeで開発'],
  ],
  numeronyms: [
    ['k8s', 'Kubernetesの運用'],
    ['i18n', 'internationalizationのすすめ'],
    ['a11y', 'サーバーレスの話'],
  ],
  compounds: [
    ['dockercompose', 'docker-composeで開発'],
    ['docker compose', 'docker-composeで開発'],
    ['docker-compose', 'docker-composeで開発'],
    ['サーバレス', 'サーバーレスの話'],
    ['serverless', 'サーバーレスの話'],
  ],
  people: [
    ['hana_yさん', 'サーバーレスの話'],
    ['@hana_y', 'サーバーレスの話'],
    ['山田太郎', 'docker-composeで開発'],
    ['山田 太郎さん', 'docker-composeで開発'],
  ],
  'series and numbers': [
    ['Docker Meetup Tokyo#6', 'Docker Meetup Tokyo #6'],
    ['docker meetup tokyo 6', 'Docker Meetup Tokyo #6'],
    ['Docker Meetup Tokyo #7', 'Docker Meetup Tokyo vol.7'],
    ['docker meetup tokyo vol.6', 'Docker Meetup Tokyo #6'],
    ['docker meetup tokyo 第7回', 'Docker Meetup Tokyo vol.7'],
    ['大阪コンテナ会 vol.6', '大阪コンテナ会 第6回'],
  ],
  dates: [
    ['2018年7月', '大阪コンテナ会 第6回'],
    ['201807', '大阪コンテナ会 第6回'],
    ['2016', 'Docker Meetup Tokyo #6'],
    ['2017/4/5', 'Docker Meetup Tokyo vol.7'],
  ],
};

describe.each(Object.entries(mechanisms))('%s', (_, queries) => {
  test.each(queries)('%s: first %s', async (query, first) => {
    expect((await titles(world, query))[0]).toBe(first);
  });
});

/** Those of the titles that are among these, in the order of the hits. */
const ordered = async (query: string, ...of: readonly string[]): Promise<readonly string[]> =>
  (await titles(world, query)).filter((title) => of.includes(title));

describe('order', () => {
  test.each([
    [
      'the word itself, then its misspelling in a text',
      'kubernetes',
      ['Kubernetesの運用', 'Kubernatesをさわる'],
    ],
    ['a whole word, then a word that begins so', 'react', ['懇親会', 'Reactive Programming入門']],
    ['a talk about it, then a mention', 'docker', ['docker-composeで開発', '懇親会']],
  ])('%s', async (_, query, expected) => {
    expect(await ordered(query, ...expected)).toEqual(expected);
  });

  test('of what is as good the newest', async () => {
    const { library } = world;
    const { hits } = await library.search({ text: '管理画面', limit: 5, offset: 0 });
    expect(hits.map(({ date }) => date)).toEqual(['2018-07-01', '2017-04-05']);
  });
});
