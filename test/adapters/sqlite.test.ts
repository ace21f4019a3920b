import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { createSqliteIndex } from '../../adapters/sqlite/index.ts';
import type { SqliteIndex } from '../../adapters/sqlite/index.ts';
import { toMatch } from '../../adapters/sqlite/expression.ts';
import type { Expression, IndexedFile, MatchRequest, Passage } from '../../src/port.ts';
import { folderOf } from './temporary-folder.ts';

const opened: SqliteIndex[] = [];
afterEach(() => {
  for (const index of opened.splice(0)) index.close();
});

const place = (): string => join(folderOf({}), 'index.db');

function open(path: string, version = '1'): SqliteIndex {
  const index = createSqliteIndex({ path, version });
  opened.push(index);
  return index;
}

const passage = (id: string, fields: Partial<Passage> = {}): Passage => ({
  id,
  kind: 'talk',
  file: 'a.md',
  section: id,
  line: 3,
  title: id,
  path: [],
  report: { id: 'r', title: 'R' },
  speakers: [],
  slides: [],
  date: '2018-03-12',
  series: null,
  number: null,
  tags: [],
  text: 'text',
  ...fields,
});

const noTerms = { text: '', context: '', keys: '' };

/** A file with one passage that is found by `text`. */
const file = (path: string, text: string, more: Partial<IndexedFile> = {}): IndexedFile => ({
  path,
  stamp: '1',
  shown: '',
  passages: [{ passage: passage(path, { file: path }), terms: { ...noTerms, text } }],
  cards: [{ kind: 'tag', key: '', data: path }],
  words: [{ text, sound: text.slice(0, 1) }],
  ...more,
});

const request = (where: Expression, more: Partial<MatchRequest> = {}): MatchRequest => ({
  where,
  prefer: [],
  from: null,
  before: null,
  kinds: null,
  today: '2026-11-22',
  limit: 10,
  offset: 0,
  ...more,
});

const at = new Date('2026-11-22T03:00:00Z');
const ids = async (index: SqliteIndex, where: Expression, more: Partial<MatchRequest> = {}) =>
  (await index.match(request(where, more))).passages.map(({ id }) => id);

describe('expressions', () => {
  test.each<[Expression, string | null]>([
    [{ term: 'say"hi"' }, '""'],
    [{ term: 'a b' }, '""'],
    [{ term: 'a\0b' }, '""'],
    [{ term: 'a', prefix: true, in: ['text', 'keys'] }, '{text keys} : "a" *'],
    [{ any: [{ term: 'a' }, { term: 'a' }] }, '("a")'],
    [{ all: [{ term: 'a' }, { any: [{ term: 'b' }, { term: 'c' }] }] }, '("a" AND ("b" OR "c"))'],
    [{ all: [] }, null],
    [{ any: [] }, '""'],
  ])('%j', (expression, query) => {
    expect(toMatch(expression)).toBe(query);
  });

  test('no term, whatever is in it, is syntax or an error', async () => {
    const index = open(place());
    await index.put({ gone: [], files: [file('a.md', 'docker')], at });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.boolean(), async (term, prefix) => {
        const found = await ids(index, { all: [{ term, prefix, in: ['text', 'keys'] }, { term: 'none' }] });
        expect(found).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('what nothing can match matches nothing, beside a term too', async () => {
    const index = open(place());
    await index.put({ gone: [], files: [file('a.md', 'docker')], at });
    expect(await ids(index, { all: [{ any: [] }, { term: 'docker' }] })).toEqual([]);
    expect(await ids(index, { all: [{ all: [] }, { term: 'docker' }] })).toEqual(['a.md']);
  });
});

const dated = (path: string, fields: Partial<Passage>, shown = ''): IndexedFile =>
  file(path, 'docker', {
    shown,
    passages: [{ passage: passage(path, { file: path, ...fields }), terms: { ...noTerms, text: 'docker' } }],
  });

describe('match', () => {
  test('terms with signs are terms of their own', async () => {
    const index = open(place());
    const files = ['c', 'c++', 'f#', '8.8', '東京', 'नमस्ते', '𰀀𰀁'].map((text, number) =>
      file(`${number}.md`, text),
    );
    await index.put({ gone: [], files, at });
    expect(await ids(index, { term: 'c' })).toEqual(['0.md']);
    expect(await ids(index, { term: 'c++' })).toEqual(['1.md']);
    expect(await ids(index, { term: 'f#' })).toEqual(['2.md']);
    expect(await ids(index, { term: '8.8' })).toEqual(['3.md']);
    expect(await ids(index, { term: '東京' })).toEqual(['4.md']);
    expect(await ids(index, { term: 'नमस्ते' })).toEqual(['5.md']);
    expect(await ids(index, { term: '𰀀𰀁' })).toEqual(['6.md']);
  });

  test('days, kinds and what is shown only later', async () => {
    const index = open(place());
    await index.put({
      gone: [],
      files: [
        dated('day', { date: '2018-03-12' }),
        dated('month', { date: '2018-03', kind: 'report' }),
        dated('year', { date: '2018' }),
        dated('none', { date: null }),
        dated('later', { date: '2027-01-01' }, '2027-01-01'),
      ],
      at,
    });
    const where = { term: 'docker' };
    const found = async (more: Partial<MatchRequest>) => (await ids(index, where, more)).toSorted();
    expect(await found({})).toEqual(['day', 'month', 'none', 'year']);
    expect(await found({ from: '2018-03-01', before: '2018-04-01' })).toEqual(['day', 'month', 'year']);
    expect(await found({ before: '2018-03-12' })).toEqual(['month', 'year']);
    expect(await found({ kinds: ['report'] })).toEqual(['month']);
    expect(await found({ today: '2027-01-01', from: '2027' })).toEqual(['later']);
    expect(await ids(index, { all: [] }, { from: '2018', limit: 2 })).toEqual(['day', 'month']);
  });

  test('what is preferred comes first, what few have before what many have, then the latest', async () => {
    const index = open(place());
    const files = ['old', 'common old', 'common new', 'rare old', 'new'].map((text, number) =>
      file(`${text}.md`, `docker ${text}`, {
        passages: [
          {
            passage: passage(text, {
              file: `${text}.md`,
              date: text.includes('new') ? '2020' : `201${number}`,
            }),
            terms: { ...noTerms, text: `docker ${text}` },
          },
        ],
      }),
    );
    await index.put({ gone: [], files, at });
    const prefer = [{ term: 'common' }, { term: 'rare' }];
    const page = async (limit: number, offset: number) =>
      ids(index, { term: 'docker' }, { prefer, limit, offset });
    expect(await page(4, 0)).toEqual(['rare old', 'common new', 'common old', 'new']);
    expect([...(await page(2, 0)), ...(await page(2, 2)), ...(await page(2, 4))]).toEqual([
      ...(await page(4, 0)),
      'old',
    ]);
  });

  test('counts what matches, up to a thousand', async () => {
    const index = open(place());
    const docker = Array.from({ length: 1001 }, (_, number) => file(`${number}.md`, 'docker'));
    await index.put({ gone: [], files: [...docker, file('x.md', 'podman')], at });
    const total = async (term: string) => (await index.match(request({ term }, { limit: 1 }))).total;
    expect([await total('docker'), await total('podman'), await total('none')]).toEqual([1000, 1, 0]);
  });

  test('looks at no more than it is told to, at the latest, whenever they were taken in', async () => {
    const index = open(place());
    const dates = ['2018-03-12', null, '2026-01-02', '2018', '2018-03'];
    for (const date of dates) await index.put({ gone: [], files: [dated(date ?? 'none', { date })], at });
    const looked = async (scan: number) => {
      const { passages, total } = await index.match(request({ term: 'docker' }, { scan }));
      expect(total).toBe(scan);
      return passages.map(({ id }) => id);
    };
    expect(await looked(2)).toEqual(['2026-01-02', '2018-03-12']);
    expect(await looked(5)).toEqual(['2026-01-02', '2018-03-12', '2018-03', '2018', 'none']);
  });
});

describe('put', () => {
  test('replaces what it had of a file, and forgets what is gone', async () => {
    const index = open(place());
    await index.put({ gone: [], files: [file('a.md', 'docker'), file('b.md', 'docker')], at });
    await index.put({ gone: ['b.md'], files: [file('a.md', 'podman', { stamp: '2' })], at });
    expect(await ids(index, { term: 'docker' })).toEqual([]);
    expect(await ids(index, { term: 'podman' })).toEqual(['a.md']);
    expect(await index.list('tag')).toEqual([
      { kind: 'tag', key: '', data: 'a.md', file: 'a.md', shown: '' },
    ]);
    expect(await index.files()).toEqual([{ path: 'a.md', stamp: '2' }]);
    expect(await index.state()).toEqual({ changedAt: at, changes: 2 });
  });

  test('all of a batch or nothing', async () => {
    const index = open(place());
    const broken = { ...file('b.md', 'x'), cards: [{ kind: 'tag', key: '', data: 1n }] };
    await expect(index.put({ gone: [], files: [file('a.md', 'docker'), broken], at })).rejects.toThrow(
      'BigInt',
    );
    expect(await index.files()).toEqual([]);
    expect(await ids(index, { term: 'docker' })).toEqual([]);
  });

  test('a folder that is taken in by many batches is put in order behind the last, also by who comes after a kill', async () => {
    const path = place();
    const ordered = (): unknown => {
      const database = new DatabaseSync(path);
      const options = database
        .prepare("SELECT k, v FROM search_config WHERE k LIKE '%merge' ORDER BY k")
        .all();
      const pieces = database.prepare('SELECT count(DISTINCT segid) AS pieces FROM search_idx').get();
      database.close();
      return [...options.map(({ v }) => v), pieces?.['pieces']];
    };
    const batch = (from: number) =>
      Array.from({ length: 30 }, (_none, n) => file(`${from + n}.md`, `docker word${from + n}`));
    const killed = open(path);
    for (let from = 0; from < 600; from += 30)
      await killed.put({ gone: [], files: batch(from), at, more: true });
    expect(ordered()).toEqual([0, 400, 20]);
    const next = open(path);
    await next.put({ gone: [], files: batch(600), at });
    expect(ordered()).toMatchObject([16, 16, expect.any(Number)]);
    await killed.put({ gone: [], files: [], at });
    expect(ordered()).toEqual([16, 16, 1]);
    expect(await ids(next, { all: [{ term: 'docker' }, { term: 'word599' }] })).toEqual(['599.md']);
  });

  test('a word goes with the last file that uses it', async () => {
    const index = open(place());
    await index.put({
      gone: [],
      files: [file('a.md', 'docker'), file('b.md', 'docker'), file('c.md', 'go')],
      at,
    });
    await index.put({ gone: ['a.md', 'c.md', 'never.md'], files: [], at });
    expect(await index.words()).toEqual(['docker']);
    await index.put({ gone: [], files: [file('b.md', 'podman', { stamp: '2' })], at });
    expect(await index.words()).toEqual(['podman']);
  });

  test('keys of cards are listed once', async () => {
    const index = open(place());
    const cards = ['x', 'y', 'x'].map((key) => ({ kind: 'tag', key, data: key }));
    await index.put({ gone: [], files: [file('a.md', 'docker', { cards })], at });
    expect([...(await index.keys('tag'))].toSorted()).toEqual(['x', 'y']);
    expect(await index.keys('other')).toEqual([]);
  });

  test('keys are the same list until one of them comes or goes, be it by another process', async () => {
    const path = place();
    const [index, other] = [open(path), open(path)];
    const tagged = (of: string, key: string, stamp = '1') =>
      file(of, 'docker', { stamp, cards: [{ kind: 'tag', key, data: null }] });
    await index.put({ gone: [], files: [tagged('a.md', 'x'), tagged('b.md', 'y')], at });
    const keys = await index.keys('tag');
    await other.put({ gone: [], files: [tagged('a.md', 'x', '2')], at });
    expect(await index.keys('tag')).toBe(keys);
    await other.put({ gone: ['b.md'], files: [tagged('a.md', 'z', '3')], at });
    expect(await index.keys('tag')).toEqual(['z']);
  });

  test('of the cards that are shown it is counted how many have which key', async () => {
    const index = open(place());
    const cards = ['x', 'y', 'x'].map((key) => ({ kind: 'tag', key, data: null }));
    const later = { cards, shown: '2027-01-01' };
    await index.put({ gone: [], files: [file('a.md', 'docker', { cards }), file('b.md', 'go', later)], at });
    const uses = async (today: string) =>
      (await index.uses('tag', today)).map(({ key, count }) => [key, count]);
    expect(await uses('2026-12-31')).toEqual([
      ['x', 2],
      ['y', 1],
    ]);
    expect(await uses('2027-01-01')).toEqual([
      ['x', 4],
      ['y', 2],
    ]);
  });

  test('words are kept once, by their sound, the most used first', async () => {
    const index = open(place());
    await index.put({
      gone: [],
      files: [file('a.md', 'apt'), file('b.md', 'docker'), file('c.md', 'docker')],
      at,
    });
    expect(await index.words()).toEqual(['docker', 'apt']);
    expect(await index.words(['d', 'x'])).toEqual(['docker']);
  });
});

const filled = async (path: string, version = '1'): Promise<void> => {
  const index = createSqliteIndex({ path, version });
  await index.put({ gone: [], files: [file('a.md', 'docker')], at });
  index.close();
};

describe('the file', () => {
  test('keeps what it has until the next start', async () => {
    const path = place();
    await filled(path);
    expect(await ids(open(path), { term: 'docker' })).toEqual(['a.md']);
  });

  test('another version starts anew', async () => {
    const path = place();
    await filled(path);
    expect(await open(path, '2').files()).toEqual([]);
  });

  test('in a folder that is not there yet', async () => {
    const path = join(folderOf({}), 'deep', 'er', 'index.db');
    open(path);
    expect(existsSync(path)).toBe(true);
  });

  test('what is no database is moved aside, not overwritten', async () => {
    const path = place();
    writeFileSync(path, 'not a database, but someone may need it '.repeat(200));
    expect(await open(path).files()).toEqual([]);
    expect(readFileSync(`${path}.broken-1`, 'utf8')).toMatch(/^not a database/u);
  });

  test('a database of someone else is moved aside', async () => {
    const path = place();
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE theirs (x); INSERT INTO theirs VALUES (1)');
    other.close();
    writeFileSync(`${path}.broken-1`, 'taken');
    expect(await open(path).files()).toEqual([]);
    const kept = new DatabaseSync(`${path}.broken-2`, { readOnly: true });
    expect(kept.prepare('SELECT x FROM theirs').get()).toEqual({ x: 1 });
    kept.close();
  });

  test('one that breaks while it is in use says so, is replaced, and can be filled again', async () => {
    const path = place();
    const many = Array.from({ length: 300 }, (_, number) => file(`${number}.md`, `word${number} docker`));
    const first = createSqliteIndex({ path, version: '1' });
    await first.put({ gone: [], files: many, at });
    first.close();
    const bytes = readFileSync(path);
    // The header and the schema stay as they are, so that it opens; everything after is noise.
    bytes.fill(0xa5, 4096 * 12);
    writeFileSync(path, bytes);
    const index = open(path);
    await expect(ids(index, { term: 'docker' })).rejects.toThrow('malformed');
    await index.put({ gone: [], files: [file('new.md', 'podman')], at });
    expect(await ids(index, { term: 'podman' })).toEqual(['new.md']);
    expect(existsSync(`${path}.broken-1`)).toBe(true);
  });

  test('deleted between two starts it is made again', async () => {
    const path = place();
    await filled(path);
    rmSync(path);
    expect(await open(path).files()).toEqual([]);
  });
});
