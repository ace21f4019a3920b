/**
 * The figures of this machine, on invented reports and on a folder of your own:
 *   npm run bench -- 1000 10000 ~/our-blog/_posts
 * Each folder is measured in a process of its own, so that memory is that folder's alone.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generate } from './generate.ts';

const program = join(import.meta.dirname, 'measure.ts');
const data = mkdtempSync(join(tmpdir(), 'meetup-bench-'));

const folderOf = (wanted: string): string => {
  if (!/^\d+$/.test(wanted)) return wanted;
  const folder = join(data, wanted);
  generate(folder, Number(wanted));
  return folder;
};

const measure = (folder: string, index: string): Record<string, number> =>
  JSON.parse(execFileSync(process.execPath, [program, folder, index], { encoding: 'utf8' })) as Record<
    string,
    number
  >;

const wanted = process.argv.slice(2);
for (const [number, name] of (wanted.length > 0 ? wanted : ['1000', '10000']).entries()) {
  const folder = folderOf(name);
  const index = join(data, `${number}.db`);
  console.log(`\n${name}`);
  console.table({ 'first start': measure(folder, index), 'next start': measure(folder, index) });
}
rmSync(data, { recursive: true });
