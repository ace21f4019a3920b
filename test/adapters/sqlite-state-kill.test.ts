/** A process that is killed at any point has what it was told is written. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, jest, test } from '@jest/globals';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import { folderOf } from './temporary-folder.ts';

jest.setTimeout(30_000);

const adapter = JSON.stringify(resolve(import.meta.dirname, '../../adapters/sqlite/index.ts'));

/** Counts up from where it stands, in two records at once, and says each number only when it is written. */
const counting = (path: string): string => `
  import { writeSync } from 'node:fs';
  import { createSqliteState } from ${adapter};
  const state = createSqliteState(${JSON.stringify(path)});
  for (;;) {
    const count = await state.transaction(async (records) => {
      const known = await records.get('count', 'left');
      const value = (known?.value ?? 0) + 1;
      for (const key of ['left', 'right']) {
        const version = (await records.get('count', key))?.version ?? null;
        await records.put({ kind: 'count', key, version, value });
      }
      return value;
    });
    writeSync(1, count + '\\n');
  }
`;

/** Kills it as soon as it has said so many numbers; resolves to the last that it said. */
async function lastSaid(path: string, numbers: number): Promise<number> {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', counting(path)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let last = 0;
  let said = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if ((said += 1) === numbers) child.kill('SIGKILL');
  }
  expect((await ended)[1]).toBe('SIGKILL');
  return last;
}

test('every number that was said is there, whenever the process was killed, and both records agree', async () => {
  const path = join(folderOf({}), 'state.db');
  for (const numbers of [1, 2, 7, 40, 111]) {
    const last = await lastSaid(path, numbers);
    const state = createSqliteState(path);
    const [left, right] = await state.list('count');
    await state.close();
    expect(right?.value).toBe(left?.value);
    // One more may be written that it did not come to say.
    expect([last, last + 1]).toContain(left?.value);
  }
});
