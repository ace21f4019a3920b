/** New files in a folder that people write in, too: whole, under a name of their own, and never outside. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createAdd, createFiles } from '../../adapters/files/index.ts';
import { folderOf } from './temporary-folder.ts';

const files = new URL('../../adapters/files/add.ts', import.meta.url).href;

const listed = async (folder: string): Promise<readonly string[]> =>
  (await createFiles(folder).list()).map(({ path }) => path);

const textOf = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');

/** Names of all that stands below, whether it is shown or not. */
const everything = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();

describe('a new file', () => {
  test('stands where it is wanted, with the folders on the way', async () => {
    const folder = folderOf({});
    expect(await createAdd(folder)('events/2027/勉強会.md', '# 勉強会\n')).toBe('events/2027/勉強会.md');
    expect(textOf(folder, 'events/2027/勉強会.md')).toBe('# 勉強会\n');
    expect(everything(folder)).toEqual(['events', 'events/2027', 'events/2027/勉強会.md']);
  });

  test('may be read by whoever may read the others', async () => {
    const folder = folderOf({ 'a.md': '' });
    await createAdd(folder)('b.md', 'b');
    expect(statSync(join(folder, 'b.md')).mode).toBe(statSync(join(folder, 'a.md')).mode);
  });

  test('has the next name that is free, and what stood there stays', async () => {
    const folder = folderOf({ 'events/a.md': 'mine', 'events/a-3.md': 'mine, too' });
    const add = createAdd(folder);
    const paths = [
      await add('events/a.md', '2'),
      await add('events/a.md', '4'),
      await add('events/a.md', '5'),
    ];
    expect(paths).toEqual(['events/a-2.md', 'events/a-4.md', 'events/a-5.md']);
    expect(paths.map((path) => textOf(folder, path))).toEqual(['2', '4', '5']);
    expect([textOf(folder, 'events/a.md'), textOf(folder, 'events/a-3.md')]).toEqual(['mine', 'mine, too']);
  });

  test.each([
    ['a folder', (folder: string) => mkdirSync(join(folder, 'a.md'))],
    ['a link', (folder: string) => symlinkSync('/etc/hostname', join(folder, 'a.md'))],
    ['a link that leads nowhere', (folder: string) => symlinkSync('nowhere', join(folder, 'a.md'))],
    ['a file of that name in capitals', (folder: string) => mkdirSync(join(folder, 'A.MD'))],
  ])('gives way to %s', async (_, take) => {
    const folder = folderOf({});
    take(folder);
    expect(await createAdd(folder)('a.md', 'new')).toBe('a-2.md');
  });

  test('has a name in NFC, and another than one that is written in NFD', async () => {
    const folder = folderOf({ ['がっこう.md'.normalize('NFD')]: 'NFD' });
    const add = createAdd(folder);
    expect(await add('がっこう.md'.normalize('NFD'), 'x')).toBe('がっこう-2.md'.normalize('NFC'));
    expect(await add('ぶどう.md'.normalize('NFD'), 'x')).toBe('ぶどう.md'.normalize('NFC'));
  });

  test('lies in a folder that may itself be reached by a link', async () => {
    const folder = folderOf({});
    const link = join(folderOf({}), 'content');
    symlinkSync(folder, link);
    expect(await createAdd(link)('a.md', 'x')).toBe('a.md');
    expect(textOf(folder, 'a.md')).toBe('x');
  });
});

describe('a path', () => {
  const strange = `/ /etc/a.md .. ../a.md a/../../b.md a/.. a/../b.md ./a.md a//b.md a/ .git/config events/.a.md`;
  const stranger = ['', '..\\a.md', 'a\\b.md', 'a\0.md', 'a/\0/b.md'];

  test.each([...strange.split(' '), ...stranger])('%j is none, and nothing is written', async (path) => {
    const folder = folderOf({ 'home/here.md': '' });
    await expect(createAdd(join(folder, 'home'))(path, 'x')).rejects.toThrow('no place in the folder');
    expect(everything(folder)).toEqual(['home', 'home/here.md']);
  });

  test.each([
    ['out of the folder', '../outside'],
    ['to another folder inside', 'inside'],
    ['nowhere', '../nowhere'],
  ])('does not go through a link that leads %s', async (_, target) => {
    const folder = folderOf({ 'outside/a.md': '', 'home/inside/a.md': '' });
    symlinkSync(target, join(folder, 'home/events'));
    const before = everything(folder);
    await expect(createAdd(join(folder, 'home'))('events/new/b.md', 'x')).rejects.toThrow(
      /^(no folder|EEXIST|ENOENT)/,
    );
    expect(everything(folder)).toEqual(before);
  });

  test('does not go through a file', async () => {
    const folder = folderOf({ events: 'a file' });
    await expect(createAdd(folder)('events/a.md', 'x')).rejects.toThrow('EEXIST');
    expect(textOf(folder, 'events')).toBe('a file');
  });
});

/** Adds in a process of its own that `change` has made something of, and says what came of it. */
const script = (folder: string, change: string): string => `
  import fs from 'node:fs';
  import { syncBuiltinESMExports } from 'node:module';
  const { createAdd } = await import(${JSON.stringify(files)});
  const add = createAdd(${JSON.stringify(folder)});
  ${change}
  syncBuiltinESMExports();
  const said = ({ name, code }) => \`\${name} \${code}\`;
  fs.writeSync(1, await add('events/a.md', 'whole').catch(said));`;

const inProcess = (source: string) =>
  spawnSync(process.execPath, ['--input-type=module', '--eval', source], { encoding: 'utf8' });

describe('a folder that can not be written to', () => {
  // Root may write everywhere, so the file system is made to say no.
  const refusals = [
    ['it is read-only', 'mkdirSync', 'EROFS'],
    ['it is another’s', 'openSync', 'EACCES'],
    ['it is full', 'writeFileSync', 'ENOSPC'],
    ['it is full when it comes to the disk', 'fsyncSync', 'EDQUOT'],
    ['it knows no links', 'linkSync', 'EPERM'],
    ['something else is wrong', 'linkSync', 'EIO'],
  ] as const;

  test('is a UserError unless something else is wrong, and nothing stands there', () => {
    const folder = folderOf({ 'events/here.md': '' });
    const refuseEach = `
      for (const [why, name, code] of ${JSON.stringify(refusals)}) {
        const able = fs[name];
        fs[name] = () => { throw Object.assign(new Error('no'), { code }); };
        syncBuiltinESMExports();
        const error = await add('events/a.md', 'x').catch((error) => error);
        console.log(why, error.name, error.code);
        fs[name] = able;
      }`;
    const { stdout } = inProcess(script(folder, refuseEach));
    expect(stdout.split('\n')).toEqual([
      ...refusals.slice(0, 5).map(([why]) => `${why} UserError folder-read-only`),
      'something else is wrong Error EIO',
      'events/a.md',
    ]);
    expect(everything(folder)).toEqual(['events', 'events/a.md', 'events/here.md']);
  });

  test('is found out in earnest, too', () => {
    const folder = folderOf({});
    chmodSync(folder, 0o555);
    const { stdout } = inProcess(script(folder, `if (process.getuid() === 0) process.setuid(65534);`));
    expect(stdout).toBe('UserError folder-read-only');
    chmodSync(folder, 0o755);
  });
});

describe('a process killed while it adds', () => {
  /** It kills itself when it is about to change the disk for the given time. */
  const addUntilStep = (step: number, folder: string): NodeJS.Signals | null => {
    const kill = `
      let steps = 0;
      for (const name of ['mkdirSync', 'openSync', 'writeFileSync', 'fsyncSync', 'linkSync', 'rmSync']) {
        const change = fs[name];
        fs[name] = (...input) => {
          if (++steps === ${step}) process.kill(process.pid, 'SIGKILL');
          return change(...input);
        };
      }`;
    return inProcess(script(folder, kill)).signal;
  };

  test('leaves the whole file or none, and nothing else that is shown', async () => {
    const seen: string[] = [];
    for (let step = 1; ; step += 1) {
      const folder = folderOf({});
      const signal = addUntilStep(step, folder);
      const paths = await listed(folder);
      seen.push(paths.join());
      if (existsSync(join(folder, 'events/a.md'))) expect(textOf(folder, 'events/a.md')).toBe('whole');
      if (signal === null) break;
    }
    // Made the folder, opened, written, synced, linked, then the folder opened and synced, the draft removed; and all of it.
    expect(seen).toEqual(['', '', '', '', '', ...Array.from({ length: 4 }, () => 'events/a.md')]);
  }, 20_000); // nine processes, one after the other
});

describe('many at once', () => {
  test('in one process each get a name of their own', async () => {
    const folder = folderOf({});
    const add = createAdd(folder);
    const paths = await Promise.all(Array.from({ length: 20 }, (_, index) => add('a.md', `${index}`)));
    expect(new Set(paths).size).toBe(20);
    expect(paths.map((path) => Number(textOf(folder, path)))).toEqual(
      Array.from({ length: 20 }, (_, index) => index),
    );
  });

  test('in two processes get names of their own, and none is lost', async () => {
    const folder = folderOf({});
    const source = (who: string): string => `
      const { createAdd } = await import(${JSON.stringify(files)});
      const add = createAdd(${JSON.stringify(folder)});
      console.log('ready');
      await new Promise((resolve) => process.stdin.once('data', resolve));
      for (let each = 0; each < 50; each += 1) await add('events/a.md', '${who}' + each);
      process.exit(0);`;
    const adders = ['a', 'b'].map((who) =>
      spawn(process.execPath, ['--input-type=module', '--eval', source(who)], { stdio: 'pipe' }),
    );
    await Promise.all(adders.map(({ stdout }) => once(stdout, 'data')));
    const ends = adders.map((adder) => once(adder, 'exit'));
    for (const { stdin } of adders) stdin.write('go');
    expect(await Promise.all(ends)).toEqual([
      [0, null],
      [0, null],
    ]);

    const paths = await listed(folder);
    const texts = paths.map((path) => textOf(folder, path)).toSorted();
    const wanted = ['a', 'b'].flatMap((who) => Array.from({ length: 50 }, (_, each) => `${who}${each}`));
    expect(texts).toEqual(wanted.toSorted());
    expect(everything(join(folder, 'events'))).toHaveLength(100);
  });
});
