/** What is known of each file must be what the index holds, whoever wrote it. */
import { expect, test } from '@jest/globals';
import { createSqliteIndex } from '../../adapters/sqlite/index.ts';
import { createKnown } from '../../src/library/known.ts';
import type { Index, IndexedFile } from '../../src/port.ts';

const at = new Date('2026-11-22T03:00:00Z');

const file = (path: string, stamp: string): IndexedFile => ({
  path,
  stamp,
  shown: '',
  passages: [],
  cards: [],
  words: [],
});

/** A real index that counts how often all of its files were read. */
function counted(): { readonly index: Index; readonly reads: () => number } {
  const index = createSqliteIndex({ path: ':memory:', version: '1' });
  let reads = 0;
  const files: Index['files'] = () => {
    reads += 1;
    return index.files();
  };
  return { index: { ...index, files }, reads: () => reads };
}

test('what was put through it is known without reading all again', async () => {
  const { index, reads } = counted();
  const known = createKnown(index);
  expect([...(await known.stamps())]).toEqual([]);
  await known.put({ gone: [], files: [file('a.md', '1'), file('b.md', '1')], at });
  await known.put({ gone: ['b.md'], files: [file('a.md', '2')], at });
  expect([...(await known.stamps())]).toEqual([['a.md', '2']]);
  expect(reads()).toBe(1);
});

test('what another process has put is read', async () => {
  const { index, reads } = counted();
  const known = createKnown(index);
  await known.stamps();
  await index.put({ gone: [], files: [file('other.md', '1')], at });
  await known.put({ gone: [], files: [file('own.md', '1')], at });
  expect(new Map(await known.stamps())).toEqual(
    new Map([
      ['other.md', '1'],
      ['own.md', '1'],
    ]),
  );
  expect(reads()).toBe(2);
});

test('what could not be put is not known', async () => {
  const { index } = counted();
  const known = createKnown(index);
  await known.stamps();
  const broken = { ...file('a.md', '1'), cards: [{ kind: 'tag', key: '', data: 1n }] };
  await expect(known.put({ gone: [], files: [broken], at })).rejects.toThrow('BigInt');
  expect([...(await known.stamps())]).toEqual([]);
});
