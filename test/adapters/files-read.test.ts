import { execFileSync } from 'node:child_process';
import { chmod, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createFiles, readMarkdownFile } from '../../adapters/files/index.ts';
import type { FileText } from '../../src/port.ts';
import { folderOf } from './temporary-folder.ts';

const paths = async (root: string): Promise<readonly string[]> =>
  (await createFiles(root).list()).map(({ path }) => path);

const read = (root: string, path: string): Promise<FileText> => createFiles(root).read(path);

const refused = (code: string, detail: string): unknown => ({
  text: null,
  problems: [{ line: 1, code, detail }],
});

describe('what only looks like a file', () => {
  test('a pipe is told at once, not waited for', async () => {
    const root = folderOf({});
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
    expect(await paths(root)).toEqual(['pipe.md']);
    expect(await read(root, 'pipe.md')).toEqual(refused('file-not-regular', 'pipe'));
  });

  test('a socket', async () => {
    const root = folderOf({});
    const server = createServer();
    await new Promise<void>((done) => server.listen(join(root, 'socket.md'), done));
    expect(await read(root, 'socket.md')).toEqual(refused('file-not-regular', 'socket'));
    await new Promise((done) => server.close(done));
  });

  test('a folder named x.md, whose own files are found all the same', async () => {
    const root = folderOf({ 'x.md/inner.md': 'inner' });
    expect(await paths(root)).toEqual(['x.md', 'x.md/inner.md']);
    expect(await read(root, 'x.md')).toEqual(refused('file-not-regular', 'folder'));
    expect((await read(root, 'x.md/inner.md')).text).toBe('inner');
  });

  test('a link, wherever it leads', async () => {
    const root = folderOf({ 'a.md': 'here' });
    await symlink('/etc/hostname', join(root, 'out.md'));
    await symlink('a.md', join(root, 'in.md'));
    await symlink('nowhere', join(root, 'dangling.md'));
    expect(await paths(root)).toEqual(['a.md', 'dangling.md', 'in.md', 'out.md']);
    for (const name of ['out.md', 'in.md', 'dangling.md']) {
      expect(await read(root, name)).toEqual(refused('file-not-regular', 'link'));
    }
  });

  test('a file whose folder has become a link out of the root', async () => {
    const root = folderOf({});
    const other = folderOf({ 'secret.md': 'secret' });
    await symlink(other, join(root, 'notes'));
    expect(await read(root, 'notes/secret.md')).toEqual(refused('file-not-regular', 'link'));
  });

  test.each(['../secret.md', 'a/../../secret.md', '..\\secret.md', '/etc/secret.md', 'a\0b.md'])(
    'a path out of the root: %j',
    async (path) => {
      const root = folderOf({ 'inside/a.md': '' });
      await writeFile(join(root, 'secret.md'), 'secret');
      expect((await read(join(root, 'inside'), path)).text).toBeNull();
    },
  );

  test('nothing but Markdown is read', async () => {
    const root = folderOf({ '.env': 'TOKEN=1' });
    expect((await read(root, '.env')).text).toBeNull();
  });

  test('a file of 200 MB', async () => {
    const root = folderOf({ 'large.md': '' });
    await truncate(join(root, 'large.md'), 200_000_000);
    expect(await read(root, 'large.md')).toEqual(refused('file-too-large', '200000000'));
  });

  test('a file that vanished after the listing', async () => {
    const root = folderOf({ 'a.md': '' });
    await rm(join(root, 'a.md'));
    expect(await read(root, 'a.md')).toEqual(refused('file-unreadable', 'ENOENT'));
  });

  test('a file and a folder that may not be opened', async () => {
    const root = folderOf({ 'a.md': '', 'closed/b.md': '' });
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
    const root = folderOf({ 'a.txt': 'text' });
    await symlink('a.txt', join(root, 'link'));
    expect(await readMarkdownFile(join(root, 'link'))).toEqual({ text: 'text', problems: [] });
  });

  test('is a problem if it is not there or no file', async () => {
    const root = folderOf({});
    expect(await readMarkdownFile(join(root, 'nowhere.md'))).toEqual(refused('file-unreadable', 'ENOENT'));
    expect(await readMarkdownFile(root)).toEqual(refused('file-not-regular', 'folder'));
    expect(await readMarkdownFile('/dev/zero')).toEqual(refused('file-not-regular', 'device'));
  });
});
