import { rename, symlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createFiles } from '../../adapters/files/index.ts';
import type { FileText } from '../../src/port.ts';
import { folderOf } from './temporary-folder.ts';

const paths = async (root: string): Promise<readonly string[]> =>
  (await createFiles(root).list()).map(({ path }) => path);

const read = (root: string, path: string): Promise<FileText> => createFiles(root).read(path);

describe('listing', () => {
  test('finds .md and .markdown in any case and at any depth, in the order of their paths', async () => {
    const root = folderOf({
      'b.MD': '',
      'a/z.markdown': '',
      'a/b/c/d.Md': '',
      'README.md': '',
      'notes.txt': '',
      'x.mdx': '',
      '.md': '',
    });
    expect(await paths(root)).toEqual(['.md', 'README.md', 'a/b/c/d.Md', 'a/z.markdown', 'b.MD']);
  });

  test('takes names as people write them', async () => {
    const names = ['#3 感想.md', 'a b：？“.md', '勉強会/第1回-ja..md', '-rf.md', 'a\nb.md'];
    const root = folderOf(Object.fromEntries(names.map((name) => [name, name])));
    expect(await paths(root)).toEqual(names.toSorted());
    expect(await Promise.all(names.map(async (name) => (await read(root, name)).text))).toEqual(names);
  });

  test('leaves out dot-folders, node_modules and what editors and systems leave lying about', async () => {
    const root = folderOf({
      '.git/a.md': '',
      'a/node_modules/b.md': '',
      'a/.obsidian/c.md': '',
      '._d.md': '',
      '.#e.md': '',
      '.hidden.md': '',
    });
    expect(await paths(root)).toEqual(['.hidden.md']);
  });

  test('does not go through a link to a folder, and so ends where a link leads back', async () => {
    const root = folderOf({ 'a/b.md': '' });
    await symlink(root, join(root, 'a/round'));
    expect(await paths(root)).toEqual(['a/b.md']);
  });

  test('writes paths in NFC and finds the file again whose name is in NFD', async () => {
    const root = folderOf({ 'カ\u3099/cafe\u0301.md': 'decomposed' });
    expect(await paths(root)).toEqual(['ガ/café.md'.normalize('NFC')]);
    expect(await read(root, 'ガ/café.md'.normalize('NFC'))).toEqual({ text: 'decomposed', problems: [] });
  });

  test('keeps two files apart whose names differ in their composition alone', async () => {
    const root = folderOf({ 'e\u0301.md': 'decomposed', '\u00e9.md': 'composed' });
    const texts = (await paths(root)).map(async (path) => (await read(root, path)).text);
    expect(await Promise.all(texts)).toEqual(['decomposed', 'composed']);
  });

  test('follows a root that is itself a link', async () => {
    const root = folderOf({ 'a.md': 'text' });
    await symlink(root, `${root}-link`);
    expect(await paths(`${root}-link`)).toEqual(['a.md']);
    expect((await read(`${root}-link`, 'a.md')).text).toBe('text');
  });

  test('rejects if the folder itself is not there', async () => {
    await expect(createFiles(join(folderOf({}), 'nowhere')).list()).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });

  test('is quick with a thousand files', async () => {
    const names = Array.from({ length: 1000 }, (_, index) => [`${index % 20}/${index}.md`, '']);
    const root = folderOf(Object.fromEntries(names));
    const begun = performance.now();
    expect(await paths(root)).toHaveLength(1000);
    expect(performance.now() - begun).toBeLessThan(500);
  });
});

/** The stamp of the only file. */
const stamp = async (root: string): Promise<string | undefined> => (await createFiles(root).list())[0]?.stamp;

describe('a stamp', () => {
  test('stays while nothing happens', async () => {
    const root = folderOf({ 'a.md': 'one' });
    expect(await stamp(root)).toBe(await stamp(root));
  });

  test.each<[string, (root: string) => Promise<unknown>]>([
    ['the text grows', (root) => writeFile(join(root, 'a.md'), 'longer')],
    ['the same length is written', (root) => writeFile(join(root, 'a.md'), 'two')],
    [
      'another file of the same size and time takes its place',
      async (root) => {
        const when = new Date('2020-01-01');
        await writeFile(join(root, 'new'), 'two');
        await Promise.all([utimes(join(root, 'a.md'), when, when), utimes(join(root, 'new'), when, when)]);
        await rename(join(root, 'new'), join(root, 'a.md'));
      },
    ],
  ])('changes when %s', async (_, change) => {
    const root = folderOf({ 'a.md': 'one' });
    const before = await stamp(root);
    await change(root);
    expect(await stamp(root)).not.toBe(before);
  });
});
