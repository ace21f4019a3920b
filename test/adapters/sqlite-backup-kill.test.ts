/** A restore that is killed at a system call leaves the State from before, or the new one, and can be run again. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { backUpState, createSqliteState, restoreState } from '../../adapters/sqlite/index.ts';
import { whyNoTrace } from '../torture/trace.ts';
import { folderOf } from './temporary-folder.ts';

jest.setTimeout(240_000);

const adapter = JSON.stringify(resolve(import.meta.dirname, '../../adapters/sqlite/index.ts'));

const restoring = (folder: string): string => `
  import { restoreState } from ${adapter};
  const note = (state) => state.put({ kind: 'note', key: 'last', version: null, value: 1 });
  await restoreState({ path: ${JSON.stringify(join(folder, 'state.db'))}, file: ${JSON.stringify(join(folder, 'backup.db'))}, note });
`;

async function keysIn(path: string): Promise<readonly string[]> {
  const state = createSqliteState(path);
  const records = [...(await state.list('mark')), ...(await state.list('note'))];
  await state.close();
  return records.map(({ key }) => key);
}

/** A backup, and the files of a bot that was killed after it wrote more. */
async function crashed(): Promise<string> {
  const folder = folderOf({});
  const path = join(folder, 'state.db');
  const state = createSqliteState(path);
  await state.put({ kind: 'mark', key: 'early', version: null, value: 1 });
  backUpState(path, join(folder, 'backup.db'));
  await state.put({ kind: 'mark', key: 'late', version: null, value: 1 });
  const image = folderOf({});
  for (const name of readdirSync(folder).filter((each) => !each.endsWith('-shm')))
    cpSync(join(folder, name), join(image, name));
  await state.close();
  return image;
}

/** Was it killed? If not, it makes that call less often. */
function killedAt(folder: string, call: string, when: number): boolean {
  const trace = ['-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${when}`];
  const node = [process.execPath, '--input-type=module', '--eval', restoring(folder)];
  const { status, signal } = spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', ...trace, ...node]);
  if (status === 0) return false;
  expect([status, signal]).toEqual([null, 'SIGKILL']);
  return true;
}

/** Every so many calls: the pages of a file are many. */
const calls: readonly (readonly [call: string, step: number])[] = [
  ['rename', 1],
  ['unlink', 3],
  ['fsync', 3],
  ['fdatasync', 3],
  ['ftruncate', 1],
  ['pwrite64', 10],
];

// Without strace, which is for Linux alone, nothing is killed at a system call.
const traced = whyNoTrace() === null ? describe : describe.skip;

traced('a restore', () => {
  test('can be killed at any time', async () => {
    const image = await crashed();
    const found: string[] = [];
    for (const [call, step] of calls)
      for (let when = 1; ; when += step) {
        const folder = folderOf({});
        cpSync(image, folder, { recursive: true });
        const path = join(folder, 'state.db');
        if (!killedAt(folder, call, when)) break;
        found.push((await keysIn(path)).join(' '));
        const note = async (): Promise<void> => {};
        await restoreState({ path, file: join(folder, 'backup.db'), note });
        expect(await keysIn(path)).toEqual(['early']);
      }
    // Both are seen, or the kills were all on one side of the change.
    expect(new Set(found)).toEqual(new Set(['early late', 'early last']));
    expect(found.length).toBeGreaterThan(10);
  });
});
