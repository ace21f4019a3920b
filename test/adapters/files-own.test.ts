/** Files that people and the bot both write: read to the byte, replaced wholly or not at all. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createOwnFiles } from '../../adapters/files/index.ts';
import { folderOf } from './temporary-folder.ts';

const own = new URL('../../adapters/files/own.ts', import.meta.url).href;

const textOf = (folder: string, path = 'a.md'): string => readFileSync(join(folder, path), 'utf8');

/** Names of all that stands below, whether it is shown or not. */
const everything = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();

const change = (folder: string, before: string, after: string | null, path = 'a.md'): Promise<boolean> =>
  createOwnFiles(folder).change({ path, before, after });

describe('a text', () => {
  test.each(['', '\uFEFF# 勉強会\r\n', 'a\rb\n\n', '\0\u0085\u2028', '\uFEFF\uFEFF'])(
    '%j is read to the byte',
    async (text) => {
      expect(await createOwnFiles(folderOf({ 'r/a.md': text })).text('r/a.md')).toBe(text);
    },
  );

  test('that is not there is null, and so is what is no file', async () => {
    const folder = folderOf({ 'real.md': 'x', 'r/a.md': '' });
    symlinkSync('real.md', join(folder, 'link.md'));
    symlinkSync('nowhere', join(folder, 'dangling.md'));
    mkdirSync(join(folder, 'folder.md'));
    spawnSync('mkfifo', [join(folder, 'pipe.md')]);
    const files = createOwnFiles(folder);
    for (const path of ['none.md', 'none/a.md', 'link.md', 'dangling.md', 'folder.md', 'pipe.md'])
      expect([path, await files.text(path)]).toEqual([path, null]);
  });

  test('that is not UTF-8 is said to be none, with its name', async () => {
    const folder = folderOf({ 'r/sjis.md': Uint8Array.of(0x95, 0xd7, 0x8b, 0xad) });
    await expect(createOwnFiles(folder).text('r/sjis.md')).rejects.toMatchObject({
      code: 'file-not-text',
      facts: { name: 'sjis.md' },
    });
    await expect(change(folder, 'x', 'y', 'r/sjis.md')).rejects.toMatchObject({ code: 'file-not-text' });
  });

  test('has its name in NFC, however the disk writes it', async () => {
    const path = 'がっこう/ぶどう.md';
    const folder = folderOf({ [path.normalize('NFD')]: 'x' });
    expect(await createOwnFiles(folder).text(path)).toBe('x');
    expect(await change(folder, 'x', 'y', path)).toBe(true);
    expect(textOf(folder, path.normalize('NFD'))).toBe('y');
    expect(everything(folder)).toHaveLength(2);
  });

  test.each(['../a.md', '/etc/hostname', 'a/../../b.md', '.git/config', '', 'r//a.md', 'a\0.md', 'r\\a.md'])(
    'is not looked for at %j',
    async (path) => {
      const folder = folderOf({ 'a.md': 'outside', 'home/b.md': '' });
      const files = createOwnFiles(join(folder, 'home'));
      await expect(files.text(path)).rejects.toThrow('no place in the folder');
      await expect(files.change({ path, before: 'outside', after: 'x' })).rejects.toThrow(
        'no place in the folder',
      );
      await expect(files.keep({ path, bytes: Uint8Array.of(1) })).rejects.toThrow('no place in the folder');
      expect(textOf(folder)).toBe('outside');
    },
  );

  test('is not reached by a folder that is a link', async () => {
    const folder = folderOf({ 'outside/a.md': 'x', 'home/b.md': '' });
    symlinkSync('../outside', join(folder, 'home/r'));
    await expect(change(join(folder, 'home'), 'x', 'y', 'r/a.md')).rejects.toThrow('no folder');
    expect(textOf(folder, 'outside/a.md')).toBe('x');
  });
});

describe('a change', () => {
  test('replaces the whole, where it is what it was', async () => {
    const folder = folderOf({ 'a.md': '\uFEFFold\r\n' });
    expect(await change(folder, '\uFEFFold\r\n', '\uFEFFnew\r\n$&')).toBe(true);
    expect(textOf(folder)).toBe('\uFEFFnew\r\n$&');
    expect(everything(folder)).toEqual(['a.md']);
  });

  test.each([
    ['somebody has changed it', 'a.md', 'other'],
    ['only its line ends are others', 'a.md', 'old\r\n'],
    ['it is gone', 'b.md', 'old\n'],
    ['its folder is gone', 'b/a.md', 'old\n'],
  ])('is not made where %s', async (_, path, before) => {
    const folder = folderOf({ 'a.md': 'old\n' });
    expect(await change(folder, before, 'new', path)).toBe(false);
    expect(await change(folder, before, null, path)).toBe(false);
    expect([everything(folder), textOf(folder)]).toEqual([['a.md'], 'old\n']);
  });

  test('takes a file away', async () => {
    const folder = folderOf({ 'r/a.md': 'old' });
    expect(await change(folder, 'old', null, 'r/a.md')).toBe(true);
    expect(everything(folder)).toEqual(['r']);
  });

  test('keeps whose it is, and who may read it', async () => {
    const folder = folderOf({ 'a.md': 'old' });
    chmodSync(join(folder, 'a.md'), 0o664);
    const before = statSync(join(folder, 'a.md'));
    await change(folder, 'old', 'new');
    const { mode, uid, gid } = statSync(join(folder, 'a.md'));
    expect({ mode, uid, gid }).toEqual({ mode: before.mode, uid: before.uid, gid: before.gid });
  });

  test('never replaces a link, nor what it leads to', async () => {
    const folder = folderOf({ 'b.md': 'old' });
    symlinkSync('b.md', join(folder, 'a.md'));
    expect(await change(folder, 'old', 'new')).toBe(false);
    expect(lstatSync(join(folder, 'a.md')).isSymbolicLink()).toBe(true);
    expect(textOf(folder, 'b.md')).toBe('old');
  });
});

describe('an asset', () => {
  const bytes = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 255);
  const keep = (folder: string, content = bytes): Promise<void> =>
    createOwnFiles(folder).keep({ path: 'assets/ab.png', bytes: content });

  test('is put there once, with the folders on the way', async () => {
    const folder = folderOf({});
    await keep(folder);
    const { ino, mtimeMs } = statSync(join(folder, 'assets/ab.png'));
    await keep(folder);
    expect(statSync(join(folder, 'assets/ab.png'))).toMatchObject({ ino, mtimeMs });
    expect(new Uint8Array(readFileSync(join(folder, 'assets/ab.png')))).toEqual(bytes);
    expect(everything(folder)).toEqual(['assets', 'assets/ab.png']);
  });

  test.each([
    ['other bytes', (place: string) => writeFileSync(place, 'other')],
    ['a folder', (place: string) => mkdirSync(place)],
    ['a link', (place: string) => symlinkSync('/etc/hostname', place)],
  ])('never takes the place of %s', async (_, take) => {
    const folder = folderOf({ 'assets/b.png': '' });
    take(join(folder, 'assets/ab.png'));
    await expect(keep(folder)).rejects.toThrow('other bytes have that name');
    expect(everything(folder)).toEqual(['assets', 'assets/ab.png', 'assets/b.png']);
  });
});

test('what a killed process has left is removed by the next that writes there, when an hour is over', async () => {
  const left = ['.new-0123456789abcdef', '.new-fedcba9876543210'] as const;
  const folder = folderOf({ 'a.md': 'old', [left[0]]: 'half', [left[1]]: 'half', '.new-mine': '' });
  const longAgo = new Date(Date.now() - 61 * 60_000);
  for (const name of [left[0], '.new-mine']) utimesSync(join(folder, name), longAgo, longAgo);
  await change(folder, 'old', 'new');
  expect(everything(folder)).toEqual([left[1], '.new-mine', 'a.md'].toSorted());
});

/** Does it in a process of its own that `trick` has made something of, and says what came of it. */
const inProcess = (folder: string, trick: string) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import fs from 'node:fs';
       import { syncBuiltinESMExports } from 'node:module';
       const { createOwnFiles } = await import(${JSON.stringify(own)});
       const { change } = createOwnFiles(${JSON.stringify(folder)});
       const folder = ${JSON.stringify(folder)};
       const attempt = () => change({ path: 'a.md', before: 'old', after: 'whole' })
         .catch(({ name, code }) => name + ' ' + code);
       ${trick}
       syncBuiltinESMExports();
       fs.writeSync(1, String(await attempt()));`,
    ],
    { encoding: 'utf8' },
  );

describe('a process that changes a file', () => {
  test('and is killed leaves it as it was or as it is to be, whenever that is', () => {
    const seen: string[] = [];
    for (let step = 1; ; step += 1) {
      const folder = folderOf({ 'a.md': 'old' });
      const { signal } = inProcess(
        folder,
        `let steps = 0;
         for (const name of ['openSync', 'writeFileSync', 'fchownSync', 'fchmodSync', 'fsyncSync', 'renameSync', 'rmSync']) {
           const change = fs[name];
           fs[name] = (...input) => {
             if (++steps === ${step}) process.kill(process.pid, 'SIGKILL');
             return change(...input);
           };
         }`,
      );
      seen.push(textOf(folder));
      if (signal === null) break;
    }
    // Up to the renaming, and from then on; the last one was not killed.
    expect([...new Set(seen)]).toEqual(['old', 'whole']);
    expect(seen.length).toBeGreaterThan(10);
  }, 30_000); // a process each

  test('does not where somebody saves it while it is being written', () => {
    const folder = folderOf({ 'a.md': 'old' });
    const { stdout } = inProcess(
      folder,
      `const sync = fs.fsyncSync;
       fs.fsyncSync = (file) => { fs.writeFileSync(folder + '/a.md', 'mine'); return sync(file); };`,
    );
    expect(stdout).toBe('false');
    expect([everything(folder), textOf(folder)]).toEqual([['a.md'], 'mine']);
  });

  test.each([
    ['the disk is full', 'writeFileSync', 'ENOSPC', 'UserError folder-read-only'],
    ['it is full when it comes to the disk', 'fsyncSync', 'EDQUOT', 'UserError folder-read-only'],
    ['it is read-only', 'openSync', 'EROFS', 'UserError folder-read-only'],
    ['it breaks', 'renameSync', 'EIO', 'Error EIO'],
  ])('says so where %s, and nothing of it is left', (_, name, code, said) => {
    const folder = folderOf({ 'a.md': 'old' });
    const { stdout } = inProcess(
      folder,
      `const able = fs.${name};
       fs.${name} = (...input) => {
         if ('${name}' === 'openSync' && input[1] !== 'wx') return able(...input);
         throw Object.assign(new Error('no'), { code: '${code}' });
       };`,
    );
    expect(stdout).toBe(said);
    expect([everything(folder), textOf(folder)]).toEqual([['a.md'], 'old']);
  });

  // Root may write everywhere, so it becomes somebody else.
  test('does not replace a file that is protected from writing by way of its folder', () => {
    const folder = folderOf({ 'a.md': 'old' });
    chmodSync(folder, 0o777);
    chmodSync(join(folder, 'a.md'), 0o444);
    const { stdout } = inProcess(folder, `if (process.getuid() === 0) process.setuid(65534);`);
    expect(stdout).toBe('UserError folder-read-only');
    expect(textOf(folder)).toBe('old');
    expect(existsSync(join(folder, 'a.md'))).toBe(true);
  });
});
