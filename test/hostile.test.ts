/** A folder as a community would rather not have it: the good files are found, each bad one is named once, every time. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Library } from '../src/port.ts';
import { openWorld } from './world.ts';
import type { OpenWorld } from './world.ts';

jest.setTimeout(30_000);

const good = 12;

/** Bytes of each file, and the problem that it is to be named with; `null`: strange, but nothing is wrong with it. */
const bad: Readonly<Record<string, readonly [content: string | Buffer, problem: string | null]>> = {
  'js.md': ['---js\n{ title: (globalThis.pwned = 1) }\n---\n\nwordjs\n', 'front-matter-language'],
  'javascript.md': [
    '---javascript\nmodule.exports = (globalThis.pwned = 1)\n---\n\nwordjavascript\n',
    'front-matter-language',
  ],
  'unclosed.md': ['---\ntitle: wordunclosed\n\nNo end.\n', 'front-matter-unclosed'],
  'duplicate.md': ['---\ntitle: one\ntitle: two\n---\n\nwordduplicate\n', 'front-matter-broken'],
  'scalar.md': ['---\njust a line\n---\n\nwordscalar\n', 'front-matter-not-a-map'],
  'bomb.md': [`---\n${aliasBomb()}\n---\n\nwordbomb\n`, 'front-matter-broken'],
  'brackets.md': [`---\ntitle: ${'['.repeat(20_000)}\n---\n\nwordbrackets\n`, 'front-matter-broken'],
  'latin1.md': [Buffer.from('wordlatin \xa6\xa6 caf\xe9\n', 'latin1'), 'encoding'],
  'nul.md': ['wordnul \u0000 here\n', null],
  'empty.md': ['', null],
  'deep.md': [`${'>'.repeat(5000)} worddeep\n`, 'nesting-too-deep'],
  'long.md': [Array.from({ length: 30_000 }, (_, line) => `- line ${line} of wordlong`).join('\n'), null],
  'data.md': [`wordembedded ![x](data:image/png;base64,${'A'.repeat(1_400_000)})\n`, null],
  '__proto__.md': ['---\n__proto__: { polluted: true }\nconstructor: x\n---\n\nwordproto\n', null],
};

/** 9⁹ values, if one let it. */
function aliasBomb(): string {
  const rows = Array.from({ length: 9 }, (_, depth) => {
    const inner = depth === 0 ? '"lol"' : `*a${depth - 1}`;
    return `a${depth}: &a${depth} [${Array.from({ length: 9 }, () => inner).join(', ')}]`;
  });
  return rows.join('\n');
}

function fill(folder: string): void {
  for (let number = 1; number <= good; number += 1)
    writeFileSync(
      join(folder, `good-${number}.md`),
      `# Whale Night #${number}\n\n## Talk ${number} by @user${number}\n\nwordgood\n`,
    );
  for (const [name, [content]] of Object.entries(bad)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, 'folder.md'));
  execFileSync('mkfifo', [join(folder, 'pipe.md')]);
  writeFileSync(join(folder, 'huge.md'), '');
  truncateSync(join(folder, 'huge.md'), 200 * 1024 * 1024);
  symlinkSync('/etc/hostname', join(folder, 'link.md'));
  mkdirSync(join(folder, '.git'));
  writeFileSync(join(folder, '.git', 'hidden.md'), 'wordhidden\n');
}

describe('a folder of bad files', () => {
  let folder: string;
  let world: OpenWorld;
  let library: Library;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'meetup-hostile-'));
    fill(folder);
    world = await openWorld(folder);
    ({ library } = world);
  });
  afterAll(() => {
    world.close();
    rmSync(folder, { recursive: true });
  });

  const problems = async (): Promise<Record<string, string[]>> => {
    const byFile = Map.groupBy((await library.status()).problems, ({ file }) => file);
    return Object.fromEntries([...byFile].map(([file, found]) => [file, found.map(({ code }) => code)]));
  };

  test('has all its good files found', async () => {
    expect((await library.search({ text: 'wordgood', limit: 50, offset: 0 })).total).toBeGreaterThanOrEqual(
      good,
    );
    expect((await library.names({ kind: 'speaker', limit: 50, offset: 0 })).total).toBe(good);
  });

  test('has the words of its bad files found as well, if they have any', async () => {
    const words = Object.values(bad).flatMap(
      ([content]) =>
        content
          .toString('latin1')
          .match(/word[a-z]+/)
          ?.slice(0, 1) ?? [],
    );
    expect(words.length).toBeGreaterThan(10);
    for (const text of words) {
      const { total } = await library.search({ text, limit: 1, offset: 0 });
      expect([text, total > 0]).toEqual([text, true]);
    }
  });

  test('names each bad file once, with what is wrong', async () => {
    const found = await problems();
    for (const [file, [, problem]] of Object.entries(bad))
      expect([file, found[file] ?? []]).toEqual([file, problem === null ? [] : [problem]]);
    expect(found).toMatchObject({
      'folder.md': ['file-not-regular'],
      'pipe.md': ['file-not-regular'],
      'link.md': ['file-not-regular'],
      'huge.md': ['file-too-large'],
    });
  });

  test('is the same at the second look, which reads nothing', async () => {
    const before = await problems();
    expect(await library.sync()).toMatchObject({ read: 0, removed: 0 });
    expect(await problems()).toEqual(before);
  });

  test('executes nothing, pollutes nothing, and shows nothing from outside', async () => {
    expect(globalThis).not.toHaveProperty('pwned');
    expect({}).not.toHaveProperty('polluted');
    expect((await library.search({ text: 'wordhidden', limit: 1, offset: 0 })).total).toBe(0);
  });
});
