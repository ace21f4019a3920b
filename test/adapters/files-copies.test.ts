/** Copies of what feeds said: whole or not there, and nobody else's to read. */
import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createCopies } from '../../adapters/files/index.ts';
import { folderOf } from './temporary-folder.ts';

const emptyFolder = (): string => join(folderOf({}), 'feeds');

const mode = (path: string): number => statSync(path).mode & 0o777;

/** The only file of the folder. */
const fileIn = (folder: string): string => join(folder, readdirSync(folder)[0] ?? '');

describe('a copy', () => {
  test('is what was written last under its key', async () => {
    const copies = createCopies(emptyFolder());
    await copies.write('a', '古い');
    await copies.write('b', 'other');
    await copies.write('a', '新しい');
    expect(await copies.read('a')).toBe('新しい');
    expect(await copies.read('b')).toBe('other');
  });

  test('outlives the process', async () => {
    const folder = emptyFolder();
    await createCopies(folder).write('a', 'x');
    expect(await createCopies(folder).read('a')).toBe('x');
  });

  test('is not there before it is written, and reading makes no folder', async () => {
    const folder = emptyFolder();
    expect(await createCopies(folder).read('a')).toBeNull();
    expect(() => statSync(folder)).toThrow('ENOENT');
  });

  test.each(['../../etc/passwd', '/etc/passwd', 'a\0b', '', 'x'.repeat(5000), '勉強会', '.'])(
    'may have any key (%#)',
    async (key) => {
      const folder = emptyFolder();
      const copies = createCopies(folder);
      await copies.write(key, 'x');
      expect(await copies.read(key)).toBe('x');
      expect(readdirSync(join(folder, '..'))).toEqual(['feeds']);
      expect(readdirSync(folder)).toEqual([expect.stringMatching(/^[\da-f]{64}$/)]);
    },
  );

  test('does not tell its key by its name: an address may be secret', async () => {
    const folder = emptyFolder();
    await createCopies(folder).write('https://calendar.example/s3cret', 'x');
    expect(fileIn(folder)).not.toContain('s3cret');
  });

  test('is for the user of the bot alone, and so is its folder', async () => {
    const folder = emptyFolder();
    await createCopies(folder).write('a', 'x');
    expect([mode(folder), mode(fileIn(folder))]).toEqual([0o700, 0o600]);
  });

  test('replaces one that others could read', async () => {
    const folder = emptyFolder();
    const copies = createCopies(folder);
    await copies.write('a', 'x');
    chmodSync(fileIn(folder), 0o666);
    await copies.write('a', 'y');
    expect(mode(fileIn(folder))).toBe(0o600);
  });

  /** A folder that stands where the copy of `a` belongs. */
  const blockedFolder = async (): Promise<string> => {
    const [folder, blocked] = [emptyFolder(), emptyFolder()];
    await createCopies(folder).write('a', 'x');
    for (const name of readdirSync(folder)) mkdirSync(join(blocked, name), { recursive: true });
    return blocked;
  };

  test('that can not be read is not there', async () => {
    expect(await createCopies(await blockedFolder()).read('a')).toBeNull();
  });

  test('that can not be written is an error, and leaves nothing beside it', async () => {
    const folder = await blockedFolder();
    await expect(createCopies(folder).write('a', 'y')).rejects.toThrow('EISDIR');
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('written many times at once is one of them, whole', async () => {
    const folder = emptyFolder();
    const texts = Array.from({ length: 20 }, (_, index) => String(index).repeat(10_000));
    const copies = createCopies(folder);
    await Promise.all(texts.map((text) => copies.write('a', text)));
    expect(texts).toContain(await copies.read('a'));
    expect(readdirSync(folder)).toHaveLength(1);
  });
});
