/** What was deleted can not be found on the disk any more: searched for in the bytes of every file of the data folder. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from '@jest/globals';
import { createFiles, createOwnFiles } from '../../adapters/files/index.ts';
import { hash } from '../../adapters/hash/index.ts';
import { createSqliteIndex, createSqliteState } from '../../adapters/sqlite/index.ts';
import { createLibrary } from '../../src/library.ts';
import type { Library, StateRecord } from '../../src/port.ts';
import { folderOf } from './temporary-folder.ts';

/** Words that nothing else has; the search cuts them out of a text in more than one way. */
const canaries = ['kanariya', 'カナリヤ鳥'] as const;

/** Files in which it stands, in UTF-8 or UTF-16. */
const filesWith = (folder: string, word: string): readonly string[] =>
  readdirSync(folder).filter((name) => {
    const bytes = readFileSync(join(folder, name));
    return bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'));
  });

const found = (folder: string): readonly string[] => [
  ...new Set(canaries.flatMap((word) => filesWith(folder, word))),
];

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe('a State', () => {
  const words = canaries.join(' ');

  /** Among others, some so long that they have pages of their own. */
  async function openState() {
    const folder = folderOf({});
    const state = createSqliteState(join(folder, 'state.db'));
    closing.push(state.close);
    for (let number = 0; number < 50; number += 1) {
      const value = { name: `${number % 2 === 0 ? words : 'other'} `.repeat(number % 5 === 0 ? 2000 : 1) };
      await state.put({ kind: 'note', key: String(number), version: null, value });
    }
    const isTheirs = ({ value }: StateRecord): boolean => JSON.stringify(value).includes(canaries[0]);
    return { folder, state, theirs: (await state.list('note')).filter(isTheirs) };
  }

  test('has nothing of a record that was taken away, once it is scrubbed', async () => {
    const { folder, state, theirs } = await openState();
    expect(found(folder)).not.toEqual([]);
    for (const record of theirs) await state.put({ ...record, value: null });
    await state.scrub();
    expect(found(folder)).toEqual([]);
    expect(await state.list('note')).toHaveLength(25);
  });

  test('has nothing of what a record said before', async () => {
    const { folder, state, theirs } = await openState();
    for (const record of theirs) await state.put({ ...record, value: 'less' });
    await state.scrub();
    expect(found(folder)).toEqual([]);
  });

  test('has nothing of it in its own file even before, but for its journal', async () => {
    const { folder, state, theirs } = await openState();
    await state.scrub();
    expect(found(folder)).toEqual(['state.db']);
    for (const record of theirs) await state.put({ ...record, value: null });
    await state.close();
    closing.length = 0;
    expect(found(folder)).toEqual([]);
  });
});

describe('an index', () => {
  const report = (words: string): string =>
    `---\ntitle: ${words}\ntags: [${words}]\n---\n\n## ${words} (${words})\n\n${`${words} `.repeat(30)}\n`;

  async function openLibrary(): Promise<{ readonly data: string; readonly library: Library }> {
    const [data, content] = [
      folderOf({}),
      folderOf({ 'mixed.md': report(`BuildKit ${canaries.join(' ')}`) }),
    ];
    const index = createSqliteIndex({ path: join(data, 'index-1.db'), version: 'test' });
    closing.push(() => index.close());
    const own = createOwnFiles(content);
    const library = createLibrary({
      content: createFiles(content),
      index,
      own,
      hash,
      now: () => new Date('2027-03-01T00:00:00Z'),
      pages: null,
    });
    await library.sync();
    return { data, library };
  }

  /** Its terms, also those of passages that are gone: beginnings that they share are written but once. */
  function termsIn(data: string): readonly unknown[] {
    const database = new DatabaseSync(join(data, 'index-1.db'));
    database.exec("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'search', 'row')");
    const terms = database.prepare('SELECT term FROM temp.terms').all();
    database.close();
    return terms.map(({ term }) => term);
  }

  test.each([
    ['was written anew without them', report('BuildKit')],
    ['is gone', null],
  ])('has nothing of words whose file %s, once it is scrubbed', async (_, after) => {
    const { data, library } = await openLibrary();
    const about = { text: 'kanariya', limit: 5, offset: 0 };
    expect((await library.search(about)).hits).not.toEqual([]);
    expect(found(data)).not.toEqual([]);
    expect(termsIn(data)).toContain('kanariya');
    const before = (await library.text('mixed.md')) ?? '';
    expect(await library.change({ path: 'mixed.md', before, after })).toBe(true);
    await library.scrub();
    expect(found(data)).toEqual([]);
    expect(termsIn(data)).not.toContain('kanariya');
    expect((await library.search(about)).hits).toEqual([]);
    expect((await library.search({ ...about, text: 'buildkit' })).hits.length > 0).toBe(after !== null);
  });
});
