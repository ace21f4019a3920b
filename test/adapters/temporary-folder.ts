/** Folders with files in them for the tests of a test file; gone when it is done. */
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';

const base = await mkdtemp(join(tmpdir(), 'meetup-files-'));
await chmod(base, 0o755); // so that a test may look at it as another user
afterAll(() => rm(base, { recursive: true, force: true }));

let folders = 0;

/** A new folder with these files; a value is the text or the bytes of one. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = join(base, String((folders += 1)));
  await mkdir(root);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  return root;
}
