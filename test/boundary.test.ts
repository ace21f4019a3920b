/** The architecture as a test: who may import whom. Change the design before you change this file. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { importsIn } from './imports.ts';

const root = resolve(import.meta.dirname, '..');

/** Pure parsing packages: text in, data out. Nothing here may reach a file, a clock or a network. */
const purePackages = new Set([
  'croner',
  'gray-matter',
  'hast',
  'hast-util-from-html',
  'hast-util-to-mdast',
  'mdast',
  'mdast-util-from-markdown',
  'mdast-util-gfm',
  'mdast-util-to-markdown',
  'mdast-util-to-markdown-cjk-friendly',
  'micromark-extension-cjk-friendly',
  'micromark-extension-gfm',
  'rrule-temporal',
  'smol-toml',
  'temporal-polyfill',
  'yaml',
  'zod',
]);

/** What an adapter may take from the core. */
const open = [
  /^src\/port\.ts$/,
  /^src\/error\.ts$/,
  /^src\/content\/markdown\.ts$/,
  /^src\/view\/[a-z-]+\.ts$/,
  /^src\/command\/next\.ts$/,
  /^src\/words\/index\.ts$/,
];

/** Rooms of the core, each with the rooms that stand below it. A room imports itself and what is below, never upwards. */
const floor: Readonly<Record<string, number>> = {
  port: 0,
  model: 0,
  error: 0,
  words: 1,
  content: 2,
  config: 2,
  search: 3,
  event: 3,
  digest: 3,
  feed: 3,
  view: 3,
  outbox: 3,
  note: 3,
  round: 5,
  library: 4,
  command: 4,
  bot: 5,
  community: 6,
};

const roots = new Set(['src/main.ts', 'src/worker.ts']);

const files = ['src', 'adapters'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith('.ts')),
);

const importsOf = (file: string): string[] =>
  importsIn(readFileSync(join(root, file), 'utf8')).map(({ name }) =>
    name.startsWith('.') ? relative(root, resolve(root, dirname(file), name)) : name,
  );

const core = files.filter((file) => file.startsWith('src/') && !roots.has(file));
const outside = files.filter((file) => file.startsWith('adapters/') && file !== 'adapters/index.ts');

const roomOf = (file: string): string => file.split('/')[1]?.replace(/\.ts$/, '') ?? '';

describe('the boundary', () => {
  test('reads the imports of files that exist', () => {
    expect(core.length).toBeGreaterThan(30);
    expect(outside.length).toBeGreaterThan(10);
    expect(importsOf('src/bot.ts')).toContain('src/port.ts');
  });

  test.each(core)('%s imports pure packages and the core alone', (file) => {
    const strange = importsOf(file).filter((name) => !name.startsWith('src/') && !purePackages.has(name));
    expect(strange).toEqual([]);
  });

  test.each(core)('%s imports nothing that stands above it', (file) => {
    const own = floor[roomOf(file)];
    expect(own).toBeDefined();
    const above = importsOf(file).filter(
      (name) => name.startsWith('src/') && (floor[roomOf(name)] ?? 99) > (own ?? 0),
    );
    expect(above).toEqual([]);
  });

  test.each(core)('%s reads no clock, environment or chance', (file) => {
    const source = readFileSync(join(root, file), 'utf8');
    expect(source).not.toMatch(
      /\bprocess\.\w|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.|\bsetTimeout\(|\bsetInterval\(|\bfetch\(/,
    );
  });

  test.each(outside)('%s takes from the core only what is open, and from other adapters nothing', (file) => {
    const folder = file.split('/').slice(0, 2).join('/');
    const inside = importsOf(file).filter(
      (name) => name.startsWith('src/') && !open.some((pattern) => pattern.test(name)),
    );
    const others = importsOf(file).filter(
      (name) => name.startsWith('adapters/') && !name.startsWith(`${folder}/`),
    );
    expect([...inside, ...others]).toEqual([]);
  });

  test('only the two roots, and the list of adapters, import adapters', () => {
    const importers = files.filter((file) => importsOf(file).some((name) => name.startsWith('adapters/')));
    expect(importers.filter((file) => file.startsWith('src/')).toSorted()).toEqual([...roots]);
  });
});
