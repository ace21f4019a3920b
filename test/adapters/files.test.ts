import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm, symlink, truncate, utimes, writeFile, chmod } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createFiles, readMarkdownFile } from '../../adapters/files/index.ts';
import type { FileText } from '../../src/port.ts';

let base = '';
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'meetup-files-'));
  await chmod(base, 0o755); // so that a test may look at it as another user
});
afterAll(() => rm(base, { recursive: true, force: true }));

let folders = 0;

/** A new folder with these files; a value is its text or its bytes. */
async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = join(base, String((folders += 1)));
  await mkdir(root);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}

const paths = async (root: string): Promise<readonly string[]> =>
  (await createFiles(root).list()).map(({ path }) => path);

const read = (root: string, path: string): Promise<FileText> => createFiles(root).read(path);

const refused = (code: string, detail: string): unknown => ({
  text: null,
  problems: [{ line: 1, code, detail }],
});

describe('listing', () => {
  test('finds .md and .markdown in any case and at any depth, in the order of their paths', async () => {
    const root = await folderOf({
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
    const root = await folderOf(Object.fromEntries(names.map((name) => [name, name])));
    expect(await paths(root)).toEqual(names.toSorted());
    expect(await Promise.all(names.map(async (name) => (await read(root, name)).text))).toEqual(names);
  });

  test('leaves out dot-folders, node_modules and what editors and systems leave lying about', async () => {
    const root = await folderOf({
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
    const root = await folderOf({ 'a/b.md': '' });
    await symlink(root, join(root, 'a/round'));
    expect(await paths(root)).toEqual(['a/b.md']);
  });

  test('writes paths in NFC and finds the file again whose name is in NFD', async () => {
    const root = await folderOf({ 'カ\u3099/cafe\u0301.md': 'decomposed' });
    expect(await paths(root)).toEqual(['ガ/café.md'.normalize('NFC')]);
    expect(await read(root, 'ガ/café.md'.normalize('NFC'))).toEqual({ text: 'decomposed', problems: [] });
  });

  test('keeps two files apart whose names differ in their composition alone', async () => {
    const root = await folderOf({ 'e\u0301.md': 'decomposed', '\u00e9.md': 'composed' });
    const texts = (await paths(root)).map(async (path) => (await read(root, path)).text);
    expect(await Promise.all(texts)).toEqual(['decomposed', 'composed']);
  });

  test('follows a root that is itself a link', async () => {
    const root = await folderOf({ 'a.md': 'text' });
    await symlink(root, `${root}-link`);
    expect(await paths(`${root}-link`)).toEqual(['a.md']);
    expect((await read(`${root}-link`, 'a.md')).text).toBe('text');
  });

  test('rejects if the folder itself is not there', async () => {
    await expect(createFiles(join(base, 'nowhere')).list()).rejects.toMatchObject({ code: 'ENOENT' });
  });

  test('is quick with two thousand files', async () => {
    const root = await folderOf(
      Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`${index % 20}/${index}.md`, ''])),
    );
    const begun = performance.now();
    expect(await paths(root)).toHaveLength(2000);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

/** The stamp of the only file. */
const stamp = async (root: string): Promise<string | undefined> => (await createFiles(root).list())[0]?.stamp;

describe('a stamp', () => {
  test('stays while nothing happens', async () => {
    const root = await folderOf({ 'a.md': 'one' });
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
    const root = await folderOf({ 'a.md': 'one' });
    const before = await stamp(root);
    await change(root);
    expect(await stamp(root)).not.toBe(before);
  });
});

describe('what only looks like a file', () => {
  test('a pipe is told at once, not waited for', async () => {
    const root = await folderOf({});
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    expect(await paths(root)).toEqual(['pipe.md']);
    expect(await read(root, 'pipe.md')).toEqual(refused('file-not-regular', 'pipe'));
  });

  test('a socket', async () => {
    const root = await folderOf({});
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(root, 'socket.md'), done));
    expect(await read(root, 'socket.md')).toEqual(refused('file-not-regular', 'socket'));
    await new Promise((done) => server.close(done));
  });

  test('a folder named x.md, whose own files are found all the same', async () => {
    const root = await folderOf({ 'x.md/inner.md': 'inner' });
    expect(await paths(root)).toEqual(['x.md', 'x.md/inner.md']);
    expect(await read(root, 'x.md')).toEqual(refused('file-not-regular', 'folder'));
    expect((await read(root, 'x.md/inner.md')).text).toBe('inner');
  });

  test('a link, wherever it leads', async () => {
    const root = await folderOf({ 'a.md': 'here' });
    await symlink('/etc/hostname', join(root, 'out.md'));
    await symlink('a.md', join(root, 'in.md'));
    await symlink('nowhere', join(root, 'dangling.md'));
    expect(await paths(root)).toEqual(['a.md', 'dangling.md', 'in.md', 'out.md']);
    for (const name of ['out.md', 'in.md', 'dangling.md']) {
      expect(await read(root, name)).toEqual(refused('file-not-regular', 'link'));
    }
  });

  test('a file whose folder has become a link out of the root', async () => {
    const root = await folderOf({});
    const other = await folderOf({ 'secret.md': 'secret' });
    await symlink(other, join(root, 'notes'));
    expect(await read(root, 'notes/secret.md')).toEqual(refused('file-not-regular', 'link'));
  });

  test.each(['../secret.md', 'a/../../secret.md', '..\\secret.md', '/etc/secret.md', 'a\0b.md'])(
    'a path out of the root: %j',
    async (path) => {
      const root = await folderOf({ 'inside/a.md': '' });
      await writeFile(join(root, 'secret.md'), 'secret');
      expect((await read(join(root, 'inside'), path)).text).toBeNull();
    },
  );

  test('nothing but Markdown is read', async () => {
    const root = await folderOf({ '.env': 'TOKEN=1' });
    expect((await read(root, '.env')).text).toBeNull();
  });

  test('a file of 200 MB', async () => {
    const root = await folderOf({ 'large.md': '' });
    await truncate(join(root, 'large.md'), 200_000_000);
    expect(await read(root, 'large.md')).toEqual(refused('file-too-large', '200000000'));
  });

  test('a file that vanished after the listing', async () => {
    const root = await folderOf({ 'a.md': '' });
    await rm(join(root, 'a.md'));
    expect(await read(root, 'a.md')).toEqual(refused('file-unreadable', 'ENOENT'));
  });

  test('a file and a folder that may not be opened', async () => {
    const root = await folderOf({ 'a.md': '', 'closed/b.md': '' });
    await chmod(root, 0o755);
    await chmod(join(root, 'a.md'), 0);
    await chmod(join(root, 'closed'), 0);
    await asNobody(async () => {
      expect(await paths(root)).toEqual(['a.md', 'closed']);
      expect(await read(root, 'a.md')).toEqual(refused('file-unreadable', 'EACCES'));
      expect(await read(root, 'closed')).toEqual(refused('file-unreadable', 'folder'));
    });
    await chmod(join(root, 'closed'), 0o755);
  });
});

/** Permissions do not bind root: then the test becomes someone else for a while. */
async function asNobody(run: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return run();
  process.seteuid?.(65534);
  try {
    await run();
  } finally {
    process.seteuid?.(0);
  }
}

describe('a single file that a person names', () => {
  test('is read from anywhere and under any name, through a link too', async () => {
    const root = await folderOf({ 'a.txt': 'text' });
    await symlink('a.txt', join(root, 'link'));
    expect(await readMarkdownFile(join(root, 'link'))).toEqual({ text: 'text', problems: [] });
  });

  test('is a problem if it is not there or no file', async () => {
    expect(await readMarkdownFile(join(base, 'nowhere.md'))).toEqual(refused('file-unreadable', 'ENOENT'));
    expect(await readMarkdownFile(base)).toEqual(refused('file-not-regular', 'folder'));
    expect(await readMarkdownFile('/dev/zero')).toEqual(refused('file-not-regular', 'device'));
  });
});
