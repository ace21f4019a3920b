import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { createSqliteIndex } from '../../adapters/sqlite/index.ts';
import { folderOf } from './temporary-folder.ts';

const run = promisify(execFile);

/** What a process does: puts ten files of its own, one batch each, beside the others. */
const script = (path: string, name: string): string => `
  import { createSqliteIndex } from ${JSON.stringify(resolve(import.meta.dirname, '../../adapters/sqlite/index.ts'))};
  const index = createSqliteIndex({ path: ${JSON.stringify(path)}, version: '1' });
  for (let number = 0; number < 10; number += 1) {
    const path = '${name}' + number;
    await index.put({ gone: [], at: new Date(), files: [{ path, stamp: '1', shown: '', passages: [], words: [], cards: [] }] });
  }
  index.close();
`;

const start = (path: string, name: string) =>
  run(process.execPath, ['--input-type=module', '--eval', script(path, name)]);

test('two processes share one index, from its making on, and none loses what the other wrote', async () => {
  const path = join(folderOf({}), 'index.db');
  await Promise.all([start(path, 'a'), start(path, 'b')]);
  const index = createSqliteIndex({ path, version: '1' });
  const files = await index.files();
  index.close();
  expect(files).toHaveLength(20);
}, 20_000);
