/** What digests choose from: every report with its talks. */
import { expect, jest, test } from '@jest/globals';
import { elsewhere } from '../../src/library/elsewhere.ts';
import { open } from '../search/shelf.ts';

const report = `---
title: 'Harbour #1'
date: 2026-11-10
event_date: 2026-11-02
series: Harbour
number: 1
tags: [Docker, 監視]
---

## Watching containers by Hanako Yamada (@hanako)

Slides: <https://speakerdeck.com/hanako/watching>

## Nets and Taro Himitsu by Taro Himitsu

Text.

## Impressions

It was good.
`;

const alone = `---
title: I spoke about knots
author: Ahab
date: '2026-10'
---

登壇しました。Slides: <https://speakerdeck.com/ahab/knots>
`;

const files = {
  'reports/a.md': report,
  'reports/b.md': alone,
  'reports/draft.md': '---\ntitle: Draft\ndraft: true\n---\n\n## Secret - @someone\n',
  'reports/later.md': '---\ntitle: Later\ndate: 2026-11-23\n---\n',
  'events/e.md': '---\ntitle: Next\nstart: 2026-12-10 19:00\n---\n',
};

test('has every report that may be seen, as it is listed, with when it was published, its tags and its talks', async () => {
  const { library } = await open(files, { pages: 'https://meetup.example' });
  const { items } = await library.reports({ limit: 50, offset: 0 });
  const catalogue = await library.catalogue();
  expect(catalogue).toMatchObject(items.toSorted((left, right) => (left.file < right.file ? -1 : 1)));
  expect(catalogue.map(({ title, date, published, tags }) => ({ title, date, published, tags }))).toEqual([
    { title: 'Harbour #1', date: '2026-11-02', published: '2026-11-10', tags: ['docker', '監視'] },
    { title: 'I spoke about knots', date: '2026-10', published: '2026-10', tags: [] },
  ]);
});

test('has the ids under which talks are read, who gave them, and their slides; what is no talk is not among them', async () => {
  const { library } = await open(files);
  const [harbour] = await library.catalogue();
  expect(harbour?.parts.map(({ title, slides }) => [title, slides])).toEqual([
    ['Watching containers', ['https://speakerdeck.com/hanako/watching']],
    ['Nets and Taro Himitsu', []],
  ]);
  expect(harbour?.parts[0]?.speakers).toEqual([{ name: 'Hanako Yamada', handle: 'hanako', url: null }]);
  const read = await Promise.all(harbour?.parts.map(({ id }) => library.read(id)) ?? []);
  expect(read.map((reading) => reading?.section?.title)).toEqual(harbour?.parts.map(({ title }) => title));
});

test('of a report that is the account of one talk, has the report itself for a talk', async () => {
  const { library } = await open(files);
  const [, knots] = await library.catalogue();
  expect(knots).toMatchObject({ talks: 1, parts: [{ id: knots?.id, title: 'I spoke about knots' }] });
  expect(knots?.parts[0]?.slides).toEqual(['https://speakerdeck.com/ahab/knots']);
});

test('names nobody who does not want to be found', async () => {
  const settings = '---\npeople:\n  - { names: [Taro Himitsu], hidden: true }\n---\n';
  const { library } = await open({ ...files, 'community.md': settings });
  const catalogue = await library.catalogue();
  expect(JSON.stringify(catalogue)).not.toMatch(/himitsu/i);
  expect(catalogue[0]?.parts[1]).toMatchObject({ title: 'Nets and …', speakers: [] });
  expect(catalogue[0]?.parts[0]?.speakers).toHaveLength(1);
});

test('is read from the index once for each change, and from no file', async () => {
  const { library, index, folder } = await open(files);
  const list = jest.spyOn(index, 'list');
  folder.reads.splice(0);
  const before = await library.catalogue();
  expect(await library.catalogue()).toEqual(before);
  expect(list.mock.calls.filter(([kind]) => kind === 'talks')).toHaveLength(1);
  expect(folder.reads).toEqual([]);
  folder.files.set('reports/c.md', report.replace('Harbour #1', 'Harbour #2'));
  await library.sync();
  expect((await library.catalogue()).map(({ title }) => title)).toEqual([
    'Harbour #1',
    'I spoke about knots',
    'Harbour #2',
  ]);
});

test('for those who can not reach our own pages, has no addresses of them', async () => {
  const pages = 'https://meetup.example';
  const { library } = await open(files, { pages });
  const urls = (await library.catalogue()).map(({ url }) => url?.startsWith(`${pages}/reports/`));
  expect(urls).toEqual([true, true]);
  expect((await elsewhere(library, pages).catalogue()).map(({ url }) => url)).toEqual([null, null]);
});
