import { describe, expect, test } from '@jest/globals';
import { hash } from '../adapters/hash/index.ts';
import { createSqliteIndex } from '../adapters/sqlite/index.ts';
import { createLibrary, indexVersion } from '../src/library.ts';
import { folderOf, now, open, titles } from './search/shelf.ts';
import type { Opened } from './search/shelf.ts';

const report = (title: string, body: string, fields = ''): string =>
  `---\ntitle: "${title}"\n${fields}---\n\n${body}\n`;

const first = report(
  'みなと会 #1',
  `## コンテナの監視 - @yamada_t\n\nPrometheusの話。\n\n### アラート\n\n鳴らしすぎない。`,
  'date: 2018-03-12\nseries: みなと会\nnumber: 1\ntags: [Docker, 監視]\n',
);
const second = report(
  'みなと会 #2',
  `## 速いビルド - 山田太郎 (@yamada_t)\n\nキャッシュの話。\n\n## 認証 - @himitsu\n\nトークン。`,
  'date: 2019-07-01\nseries: みなと会\nnumber: 2\ntags: [docker]\n',
);
const hidden = report('下書き', '## 秘密 - @draftman\n\n本文', 'draft: true\ntags: [draft]\n');
const event = `---\ntitle: 'みなと会 #3'\nstart: 2026-12-10 19:00\nend: 2026-12-10 21:00\n---\n`;

const files = {
  'reports/a.md': first,
  'reports/b.md': second,
  'reports/c.md': hidden,
  'events/e.md': event,
};

const everything = { limit: 50, offset: 0 };

describe('sync', () => {
  test('reads everything once, then nothing, and says what it did', async () => {
    const { library, folder } = await open(files);
    expect(folder.reads.toSorted()).toEqual(Object.keys(files).toSorted());
    expect(await library.sync()).toMatchObject({ files: 4, read: 0, unchanged: 4, removed: 0 });
    expect(folder.reads).toHaveLength(4);
  });

  test('an edit, an addition and a deletion are seen, and exactly what changed is read', async () => {
    const opened = await open(files);
    const { library, folder } = opened;
    folder.reads.splice(0);
    folder.files.set('reports/a.md', first.replace('Prometheus', 'Zabbix'));
    folder.files.set('reports/new.md', report('新しい会', '## Podman入門 - @sato\n\nはじめに'));
    folder.files.delete('reports/b.md');
    expect(await library.sync()).toMatchObject({ files: 4, read: 2, unchanged: 2, removed: 1 });
    expect(folder.reads.toSorted()).toEqual(['reports/a.md', 'reports/new.md']);
    expect(await titles(opened, 'prometheus')).toEqual([]);
    expect(await titles(opened, 'zabbix')).toEqual(['コンテナの監視']);
    expect((await titles(opened, 'podman')).length).toBeGreaterThan(0);
    expect(await titles(opened, 'キャッシュ')).toEqual([]);
    expect(
      (await library.names({ kind: 'speaker', ...everything })).items.map(({ key }) => key),
    ).not.toContain('himitsu');
  });

  test('concurrent callers share one look', async () => {
    const { library, folder } = await open(files);
    folder.files.set('reports/a.md', `${first}\nもっと`);
    folder.reads.splice(0);
    const [one, two] = await Promise.all([library.sync(), library.sync()]);
    expect(one).toBe(two);
    expect(folder.reads).toEqual(['reports/a.md']);
  });

  test('tells how far it is', async () => {
    const many = Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`${at}.md`, `# ${at}`]));
    const { library, folder } = await open({});
    for (const [path, text] of Object.entries(many)) folder.files.set(path, text);
    const steps: number[] = [];
    await library.sync(({ done, of }) => {
      expect(of).toBe(150);
      steps.push(done);
    });
    expect(steps).toEqual([0, 100, 150]);
  });

  test('another zone reads all again: it decides what their dates mean', async () => {
    const { library, folder } = await open({ ...files, 'community.md': '---\nzone: Asia/Tokyo\n---\n' });
    folder.files.set('community.md', '---\nzone: Europe/Berlin\n---\n');
    expect(await library.sync()).toMatchObject({ read: 5 });
    expect((await library.settings()).zone).toBe('Europe/Berlin');
    folder.files.set('community.md', '---\nzone: Europe/Berlin\nname: みなと\n---\n');
    expect(await library.sync()).toMatchObject({ read: 1 });
    expect((await library.settings()).name).toBe('みなと');
  });

  test('a library that is opened again reads nothing', async () => {
    const { index } = await open(files);
    const folder = folderOf(files);
    const again = createLibrary({ content: folder, index, hash, now: () => now, pages: null });
    expect((await again.search({ text: 'prometheus', limit: 5, offset: 0 })).total).toBe(1);
    await again.sync();
    expect(folder.reads).toEqual([]);
  });

  test('an answer says how old what is known is, and which commit it was read from', async () => {
    const { index } = await open(files);
    let commit: string | null = 'aaaaaaa';
    const of = { content: folderOf(files), index, hash, pages: null };
    const again = createLibrary({ ...of, now: () => now, commit: () => commit });
    const asOf = async () => (await again.search({ text: 'prometheus', limit: 5, offset: 0 })).asOf;
    expect(await asOf()).toEqual({ changedAt: now, commit: null });
    await again.sync();
    commit = 'bbbbbbb';
    expect(await asOf()).toEqual({ changedAt: now, commit: 'aaaaaaa' });
    await again.sync();
    expect(await asOf()).toEqual({ changedAt: now, commit: 'bbbbbbb' });
  });

  test('what another process took in is seen with the next look', async () => {
    const { library, index } = await open(files);
    await library.reports(everything);
    const folder = folderOf({ ...files, 'reports/d.md': report('四つめ', '本文') });
    await createLibrary({
      content: folder,
      index,
      hash,
      now: () => new Date(now.getTime() + 1000),
      pages: null,
    }).sync();
    const other = createLibrary({ content: folder, index, hash, now: () => now, pages: null });
    await other.sync();
    expect((await other.reports(everything)).items.map(({ title }) => title)).toContain('四つめ');
  });

  test('a file that can not be read is known by its problem, and the others are found', async () => {
    const opened = await open(files);
    const { library, folder } = opened;
    const content = {
      ...folder,
      read: async (path: string) =>
        path === 'reports/a.md'
          ? { text: null, problems: [{ line: 0, code: 'file-too-large' as const, detail: '200000000' }] }
          : folder.read(path),
    };
    const index = createSqliteIndex({ path: ':memory:', version: '1' });
    const other = createLibrary({ content, index, hash, now: () => now, pages: null });
    await other.sync();
    expect((await other.status()).problems).toContainEqual({
      file: 'reports/a.md',
      line: 0,
      code: 'file-too-large',
      detail: '200000000',
    });
    expect((await other.search({ text: 'キャッシュ', limit: 5, offset: 0 })).total).toBe(1);
    expect((await library.status()).problems).toEqual([]);
  });

  test('the version of an index names the analyser and ICU', () => {
    expect(indexVersion('78.3')).not.toBe(indexVersion('79.0'));
  });
});

describe('status', () => {
  test('counts what is known, hidden reports too, and says how old it is', async () => {
    const { library } = await open(files);
    expect(await library.status()).toMatchObject({
      files: 4,
      reports: 3,
      talks: 4,
      events: 1,
      checkedAt: now,
      changedAt: now,
      isReadable: true,
    });
  });

  test('says when the folder can not be read any more, and keeps what it held', async () => {
    const { folder, library } = await open(files);
    const found = await folder.list();
    Object.assign(folder, { list: () => Promise.reject(new Error('ENOENT')) });
    await expect(library.sync()).rejects.toThrow('ENOENT');
    expect(await library.status()).toMatchObject({ reports: 3, isReadable: false });
    Object.assign(folder, { list: async () => found });
    await library.sync();
    expect(await library.status()).toMatchObject({ isReadable: true });
  });
});

describe('addresses', () => {
  test('reports have one on the community’s site, events have their own', async () => {
    const site = '---\nsite: https://example.org/:year/:slug/\n---\n';
    const { library } = await open({ ...files, 'community.md': site });
    const { hits } = await library.search({ text: 'みなと会', ...everything });
    expect(hits.find(({ kind }) => kind === 'report')?.url).toMatch(
      /^https:\/\/example\.org\/20\d\d\/[ab]\/$/,
    );
    expect(hits.find(({ kind }) => kind === 'event')?.url).toBeNull();
  });

  test('a hit, a reading and an entry of the list lead to the same page of ours', async () => {
    const pages = 'http://127.0.0.1:3000/meetup';
    const { library } = await open(files, { pages });
    const [newest] = (await library.reports(everything)).items;
    const page = `${pages}/reports/${hash('reports/b.md')}`;
    expect(newest?.url).toBe(page);
    expect((await library.read(newest?.id ?? ''))?.url).toBe(page);
    const { hits } = await library.search({ text: 'キャッシュ', limit: 1, offset: 0 });
    expect(hits[0]?.url).toBe(`${page}#${hits[0]?.id}`);
    expect((await library.read(hits[0]?.id ?? ''))?.url).toBe(hits[0]?.url);
  });

  test('without a site and pages of our own there are none', async () => {
    const { library } = await open(files);
    const { hits } = await library.search({ text: 'みなと会', ...everything });
    expect(hits.map(({ url }) => url)).toEqual(hits.map(() => null));
  });
});

const names = async ({ library }: Opened, kind: 'speaker' | 'series' | 'tag', like?: string) =>
  (await library.names({ kind, ...(like === undefined ? {} : { like }), ...everything })).items;

describe('names', () => {
  test('a person is one entry for all writings, most talks first', async () => {
    const found = await names(await open(files), 'speaker');
    expect(found.map(({ count }) => count)).toEqual([2, 1]);
    expect(found[1]).toMatchObject({ key: 'himitsu' });
  });

  test('settings merge names and hide people', async () => {
    const opened = await open({
      ...files,
      'community.md': '---\npeople:\n  - names: [himitsu]\n    hidden: true\n---\n',
    });
    expect((await names(opened, 'speaker')).map(({ key }) => key)).not.toContain('himitsu');
  });

  test('the key of a person finds every talk that was counted, whatever name stands there', async () => {
    const third = report('みなと会 #4', '## 三つめ - 山田太郎\n\n本文', 'date: 2020-01-01\n');
    const opened = await open({ ...files, 'reports/d.md': third });
    const [person] = await names(opened, 'speaker');
    expect(person?.count).toBe(3);
    const filter = `speaker:${person?.key ?? ''} type:talk`;
    expect((await titles(opened, filter)).toSorted()).toEqual(
      ['コンテナの監視', '三つめ', '速いビルド'].toSorted(),
    );
    expect((await titles(opened, '山田太郎')).toSorted()).toEqual(
      expect.arrayContaining(['コンテナの監視', '三つめ', '速いビルド']),
    );
  });

  test('tags that differ in case are one', async () => {
    expect(await names(await open(files), 'tag')).toEqual([
      { name: 'docker', key: 'docker', count: 2 },
      { name: '監視', key: '監視', count: 1 },
    ]);
  });

  test('what hidden reports name is not listed', async () => {
    const opened = await open(files);
    expect((await names(opened, 'tag')).map(({ key }) => key)).not.toContain('draft');
    expect((await names(opened, 'speaker')).map(({ key }) => key)).not.toContain('draftman');
  });

  test.each([
    ['ｄｏ', 'docker'],
    ['監', '監視'],
  ])('%s is the beginning of %s', async (like, key) => {
    expect((await names(await open(files), 'tag', like)).map((entry) => entry.key)).toEqual([key]);
  });

  test('any word of a name may begin so, and a part in the middle may not', async () => {
    const opened = await open({ 'a.md': report('Docker Meetup Tokyo #4', '本文') });
    expect(await names(opened, 'series', 'meetup t')).toHaveLength(1);
    expect(await names(opened, 'series', 'eetup')).toEqual([]);
  });

  test('whoever is listed by a name is found by the handle that stood beside it, too', async () => {
    const found = await names(await open({ 'b.md': second }), 'speaker', 'YAMADA');
    expect(found).toMatchObject([{ name: '山田太郎', key: '山田太郎' }]);
  });

  test('who is called exactly so comes before those with more talks', async () => {
    const talks = ['@satoshi', '@satoshi', '@sato'].map((name, at) => `## 話${at} - ${name}\n\n本文`);
    const opened = await open({ 'a.md': report('会', talks.join('\n\n')) });
    expect((await names(opened, 'speaker', 'sat')).map(({ key }) => key)).toEqual(['satoshi', 'sato']);
    expect((await names(opened, 'speaker', '@Sato')).map(({ key }) => key)).toEqual(['sato', 'satoshi']);
  });
});

describe('reports', () => {
  test('newest first, with the number of talks', async () => {
    const { library } = await open(files);
    const { items, total } = await library.reports(everything);
    expect(items.map(({ title, talks }) => [title, talks])).toEqual([
      ['みなと会 #2', 2],
      ['みなと会 #1', 1],
    ]);
    expect(total).toBe(2);
  });

  test('those of a series by number, page by page', async () => {
    const { library } = await open(files);
    const page = await library.reports({ series: 'みなと会', limit: 1, offset: 1 });
    expect(page).toMatchObject({ items: [{ number: 1 }], total: 2 });
    expect((await library.reports({ series: '別の会', ...everything })).total).toBe(0);
  });

  test.each([
    ['みなと', ['みなと会 #2', 'みなと会 #1']],
    ['＃１', ['みなと会 #1']],
    ['会', ['みなと会 #2', 'みなと会 #1']],
    ['なと', []],
    ['', ['みなと会 #2', 'みなと会 #1']],
  ])('whose title, or a word in it, begins like %j', async (like, expected) => {
    const { library } = await open(files);
    const { items } = await library.reports({ like, ...everything });
    expect(items.map(({ title }) => title)).toEqual(expected);
  });

  test('what was listed changes with the files and with the day', async () => {
    let today = now;
    const folder = folderOf(files);
    const index = createSqliteIndex({ path: ':memory:', version: 'test' });
    const library = createLibrary({ content: folder, index, hash, now: () => today, pages: null });
    const count = async () => (await library.reports({ like: 'みなと', ...everything })).total;
    await library.sync();
    expect(await count()).toBe(2);
    folder.files.set('reports/d.md', report('みなと会 #4', '本文', 'date: 2026-11-23\n'));
    await library.sync();
    expect(await count()).toBe(2);
    today = new Date('2026-11-23T03:00:00Z');
    expect(await count()).toBe(3);
  });
});

const idOf = async ({ library }: Opened, text: string): Promise<string> =>
  (await library.search({ text, limit: 1, offset: 0 })).hits[0]?.id ?? '';

describe('read', () => {
  test('a talk by its id, with where it stands', async () => {
    const opened = await open(files);
    const { library } = opened;
    const reading = await library.read(await idOf(opened, 'アラート'));
    expect(reading).toMatchObject({
      report: { file: 'reports/a.md', title: 'みなと会 #1' },
      section: { line: 13 },
      path: ['コンテナの監視'],
    });
    expect(reading?.body.children.length).toBeGreaterThan(0);
  });

  test('a whole report, with its contents', async () => {
    const opened = await open(files);
    const { library } = opened;
    const reading = await library.read(await idOf(opened, 'みなと会 2'));
    expect(reading?.section).toBeNull();
    expect(reading?.contents).toHaveLength(2);
  });

  test('survives a structured clone', async () => {
    const opened = await open(files);
    const { library } = opened;
    const reading = await library.read(await idOf(opened, 'アラート'));
    expect(structuredClone(reading)).toEqual(reading);
  });

  test.each(['nosuchid00', '', '"', 'a b'])('%j is nothing', async (id) => {
    const { library } = await open(files);
    expect(await library.read(id)).toBeNull();
  });

  test('what is gone, or hidden, is nothing', async () => {
    const opened = await open(files);
    const { library } = opened;
    const id = await idOf(opened, 'キャッシュ');
    opened.folder.files.delete('reports/b.md');
    expect(await library.read(id)).toBeNull();
    await library.sync();
    expect(await library.read(id)).toBeNull();
    expect(await library.read(hash('reports/c.md'))).toBeNull();
  });
});

const between = async (from: string, to: string) => {
  const { library } = await open(files);
  return library.happenings({ from: new Date(from), to: new Date(to) });
};

describe('happenings', () => {
  test('events that are not over and start before the end', async () => {
    expect(await between('2026-12-10T11:00:00Z', '2027-01-01T00:00:00Z')).toMatchObject([
      { title: 'みなと会 #3', status: 'scheduled', inferred: false },
    ]);
    expect(await between('2026-12-10T12:00:00Z', '2027-01-01T00:00:00Z')).toEqual([]);
    expect(await between('2026-11-22T00:00:00Z', '2026-12-10T10:00:00Z')).toEqual([]);
  });
});
