/** One start on a folder: what it cost, and how fast it answers. Prints one line of JSON. */
import { statSync } from 'node:fs';
import { createFiles } from '../../adapters/files/index.ts';
import { hash } from '../../adapters/hash/index.ts';
import { createSqliteIndex } from '../../adapters/sqlite/index.ts';
import { createLibrary, indexVersion } from '../../src/library.ts';

const [folder = '', path = ''] = process.argv.slice(2);
const mebibyte = 1024 * 1024;

const queries = [
  'docker',
  'kubernetes 監視',
  '認証',
  'buildkit',
  '"性能改善"',
  'speaker:user7',
  'year:2018 rust',
  'リアクト',
  'kubernets',
  'postgresql 移行 tag:event',
  'zzyzx',
  'セキュリティ',
];

const began = performance.now();
const content = createFiles(folder);
const index = createSqliteIndex({ path, version: indexVersion('bench') });
const library = createLibrary({ content, index, hash, now: () => new Date(), pages: null });
const { files, read, talks } = await library.sync();
const readyMs = performance.now() - began;

const characters = read === 0 ? 0 : await charactersOf();

/** Text of all files, in UTF-16 units. */
async function charactersOf(): Promise<number> {
  let sum = 0;
  for (const file of await content.list()) sum += (await content.read(file.path)).text?.length ?? 0;
  return sum;
}

const times: number[] = [];
for (let round = 0; round < 20; round += 1)
  for (const text of queries) {
    const asked = performance.now();
    await library.search({ text, limit: 5, offset: 0 });
    times.push(performance.now() - asked);
  }
times.sort((one, other) => one - other);
const quantile = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
const round = (value: number): number => Math.round(value * 10) / 10;

console.log(
  JSON.stringify({
    files,
    read,
    talks,
    'ready ms': Math.round(readyMs),
    'characters/ms': round(characters / readyMs),
    'search p50 ms': round(quantile(0.5)),
    'search p99 ms': round(quantile(0.99)),
    'memory MiB': Math.round(process.memoryUsage().rss / mebibyte),
    'peak MiB': Math.round(process.resourceUsage().maxRSS / 1024),
    'index MiB': round(statSync(path).size / mebibyte),
  }),
);
index.close();
