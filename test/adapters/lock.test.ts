import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { takeLock } from '../../adapters/lock/index.ts';

describe('the lock on a data folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'meetup-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is had by one, and free again when released', () => {
    const file = join(folder, 'lock');
    const first = takeLock(file);
    expect(first).not.toBeNull();
    expect(takeLock(file)).toBeNull();
    first?.release();
    const second = takeLock(file);
    expect(second).not.toBeNull();
    second?.release();
  });

  test('ends with the process that had it, even if that was killed', async () => {
    const file = join(folder, 'lock');
    const module = new URL('../../adapters/lock/index.ts', import.meta.url).href;
    const script = `const { takeLock } = await import(${JSON.stringify(module)}); console.log(takeLock(${JSON.stringify(file)}) !== null); setInterval(() => {}, 1000);`;
    const other = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [said] = (await once(other.stdout, 'data')) as [Buffer];
    expect(said.toString()).toBe('true\n');
    expect(takeLock(file)).toBeNull();
    other.kill('SIGKILL');
    await once(other, 'exit');
    const mine = takeLock(file);
    expect(mine).not.toBeNull();
    mine?.release();
  });
});
