/** Digests that were kept as files are digests, and nothing else. */
import { expect, test } from '@jest/globals';
import { open, titles } from '../search/shelf.ts';

const digest = (period: string, date: string, text: string): string =>
  `---\ntitle: Digest ${period}\ndate: ${date}\ndigest: ${period}\nlocale: en\ntags: [docker]\n---\n\n## Knots by @ahab\n\n${text}\n`;

const files = {
  'reports/a.md': '---\ntitle: Harbour\ndate: 2026-11-02\n---\n\n## Nets by @ishmael\n\nText.\n',
  'digests/2026-w46.md': digest('2026-W46', '2026-11-09T09:00:00+09:00', 'Rope of the first week.'),
  'digests/2026-w47.md': digest('2026-W47', '2026-11-16T09:00:00+09:00', 'Rope of the second week.'),
  'digests/2026-w47-2.md': digest('2026-W47', '2026-11-16T00:00:01Z', 'Rope for others.'),
  'digests/draft.md': digest('2026-W48', '2026-11-23', 'Rope').replace('locale', 'draft: true\nlocale'),
  'digests/about.md': '---\ntitle: About our digests\ndate: 2026-10-01\n---\n\nThey are about sails.\n',
};

const all = { limit: 50, offset: 0 };

test('are listed newest first, with their text', async () => {
  const { library } = await open(files);
  const digests = await library.digests();
  expect(digests.map(({ file, period }) => [file, period])).toEqual([
    ['digests/2026-w47-2.md', '2026-W47'],
    ['digests/2026-w47.md', '2026-W47'],
    ['digests/2026-w46.md', '2026-W46'],
  ]);
  expect(digests[2]).toMatchObject({ title: 'Digest 2026-W46', locale: 'en' });
  expect(digests[2]?.text).toBe('## Knots by @ahab\n\nRope of the first week.');
});

test('are found by no search, and counted as no report, talk, speaker or tag', async () => {
  const opened = await open(files);
  const { library } = opened;
  expect(await titles(opened, 'rope')).toEqual([]);
  expect(await titles(opened, 'speaker:ahab')).toEqual([]);
  const { items, total } = await library.reports(all);
  expect([items.map(({ title }) => title), total]).toEqual([['Harbour', 'About our digests'], 2]);
  expect((await library.catalogue()).map(({ title }) => title)).toEqual(['About our digests', 'Harbour']);
  expect(await library.names({ kind: 'tag', ...all })).toEqual({ items: [], total: 0 });
  const { items: speakers } = await library.names({ kind: 'speaker', ...all });
  expect(speakers.map(({ key }) => key)).toEqual(['ishmael']);
  expect(await library.completions({ title: 'digest 2026', word: 'rope' })).toEqual({
    titles: [],
    words: [],
  });
  expect(await library.status()).toMatchObject({ files: 6, reports: 3, talks: 2, problems: [] });
});

test('do not hide what else lies beside them', async () => {
  const opened = await open(files);
  expect(await titles(opened, 'sails')).toEqual(['About our digests']);
});

test('come and go with their files', async () => {
  const { library, folder } = await open(files);
  folder.files.delete('digests/2026-w47.md');
  folder.files.set('digests/2026-w48.md', digest('2026-W48', '2026-11-23T09:00:00+09:00', 'Rope.'));
  await library.sync();
  expect((await library.digests()).map(({ file }) => file)).toEqual([
    'digests/2026-w48.md',
    'digests/2026-w47-2.md',
    'digests/2026-w46.md',
  ]);
});
