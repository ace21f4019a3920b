/** Folders with files in them for the tests of a test file; gone when it is done. */
import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';

const base = mkdtempSync(join(tmpdir(), 'meetup-files-'));
chmodSync(base, 0o755); // so that a test may look at it as another user
afterAll(() => rm(base, { recursive: true, force: true }));

let folders = 0;

/** A new folder with these files; a value is the text or the bytes of one. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = join(base, String((folders += 1)));
  mkdirSync(root);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return root;
}
