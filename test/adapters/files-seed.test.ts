import { spawnSync } from 'node:child_process';
import { chmodSync, constants, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { seedContent } from '../../adapters/files/index.ts';
import { folderOf } from './temporary-folder.ts';

const sample = { 'community.md': 'name', 'events/a.md': 'event', 'reports/2015/b.md': 'リポート' };

/** Every file below a folder with its text. */
const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );

const isWritable = (path: string): boolean => (statSync(path).mode & constants.S_IWUSR) !== 0;

describe('seeding', () => {
  test('copies every file of the sample, and says so', () => {
    const data = folderOf({});
    expect(seedContent(folderOf(sample), join(data, 'content'))).toBe(true);
    expect(filesIn(data)).toEqual({
      'content/community.md': 'name',
      'content/events/a.md': 'event',
      'content/reports/2015/b.md': 'リポート',
    });
  });

  test('makes the folders on the way', () => {
    const data = folderOf({});
    seedContent(folderOf(sample), join(data, 'a/b/content/'));
    expect(filesIn(join(data, 'a/b'))).toMatchObject({ 'content/community.md': 'name' });
    expect(readdirSync(join(data, 'a/b'))).toEqual(['content']);
  });

  test.each([
    ['what people wrote', { 'content/mine.md': 'mine' }],
    ['a file', { content: 'a file of that name' }],
  ])('leaves alone %s', (_, files) => {
    const data = folderOf(files);
    expect(seedContent(folderOf(sample), join(data, 'content'))).toBe(false);
    expect(filesIn(data)).toEqual(files);
  });

  test('leaves alone an empty folder: someone emptied it', () => {
    const content = folderOf({});
    expect(seedContent(folderOf(sample), content)).toBe(false);
    expect(readdirSync(content)).toEqual([]);
  });

  test('leaves alone a link that leads nowhere: a disk may not be there yet', () => {
    const data = folderOf({});
    symlinkSync(join(data, 'unmounted'), join(data, 'content'));
    expect(seedContent(folderOf(sample), join(data, 'content'))).toBe(false);
    expect(readdirSync(data)).toEqual(['content']);
  });

  test('does nothing the second time, even when the sample has changed', () => {
    const content = join(folderOf({}), 'content');
    seedContent(folderOf(sample), content);
    expect(seedContent(folderOf({ 'new.md': '' }), content)).toBe(false);
    expect(filesIn(content)).toEqual(sample);
  });

  test('gives its owner the right to write, although nobody may write the sample', () => {
    const from = folderOf(sample);
    for (const path of ['community.md', 'events/a.md']) chmodSync(join(from, path), 0o444);
    for (const path of ['events', '']) chmodSync(join(from, path), 0o555);
    const content = join(folderOf({}), 'content');
    seedContent(from, content);
    const copies = ['', 'events', 'community.md', 'events/a.md'].map((path) => join(content, path));
    expect(copies.filter((path) => !isWritable(path))).toEqual([]);
    for (const path of ['', 'events']) chmodSync(join(from, path), 0o755);
  });

  test('takes files alone: a link could lead anywhere', () => {
    const from = folderOf(sample);
    symlinkSync('/etc/hostname', join(from, 'link.md'));
    const content = join(folderOf({}), 'content');
    seedContent(from, content);
    expect(filesIn(content)).toEqual(sample);
  });

  test('sweeps away what a killed one left behind', () => {
    const data = folderOf({
      'content.seeding/community.md': 'na',
      'content.seeding/gone.md': 'of an older sample',
    });
    seedContent(folderOf(sample), join(data, 'content'));
    expect(readdirSync(data)).toEqual(['content']);
    expect(filesIn(join(data, 'content'))).toEqual(sample);
  });

  test('throws where nothing may be written, and leaves no content', () => {
    const data = folderOf({ file: '' });
    expect(() => seedContent(folderOf(sample), join(data, 'file/content'))).toThrow('ENOTDIR');
    expect(() => seedContent(join(data, 'nowhere'), join(data, 'content'))).toThrow('ENOENT');
    expect(existsSync(join(data, 'content'))).toBe(false);
  });
});

describe('a process killed while it seeds', () => {
  /** Seeds in a process of its own that kills itself when it is about to change the disk for the given time. */
  const seedUntilStep = (step: number, [from, to]: readonly [string, string]): NodeJS.Signals | null => {
    const script = `
      import fs from 'node:fs';
      import { syncBuiltinESMExports } from 'node:module';
      let steps = 0;
      for (const name of ['mkdirSync', 'renameSync', 'rmSync', 'writeFileSync']) {
        const change = fs[name];
        fs[name] = (...input) => {
          if (++steps === ${step}) process.kill(process.pid, 'SIGKILL');
          return change(...input);
        };
      }
      syncBuiltinESMExports();
      const { seedContent } = await import(${JSON.stringify(new URL('../../adapters/files/seed.ts', import.meta.url).href)});
      seedContent(${JSON.stringify(from)}, ${JSON.stringify(to)});`;
    return spawnSync(process.execPath, ['--input-type=module', '--eval', script]).signal;
  };

  test('leaves all of the content or none, wherever it was killed, and the next one completes it', () => {
    const files = { 'community.md': 'name', 'reports/a.md': 'リポート' };
    const from = folderOf(files);
    const content = join(folderOf({}), 'content');
    const kills: string[] = [];
    for (let step = 1; seedUntilStep(step, [from, content]) === 'SIGKILL'; step += 1)
      kills.push(existsSync(content) ? 'all' : 'none');

    // Swept, made, a folder and a file for each of the two, renamed; each found what the one before had left.
    expect(kills).toEqual(Array.from({ length: 7 }, () => 'none'));
    expect(filesIn(content)).toEqual(files);
  });
});
