/** Disks that are full or read-only: mounted for a while over a folder. Only root can, and only where mounting is allowed. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

/** Where this can not be, what needs it is left out. */
export function mayMount(): boolean {
  return process.getuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;
}

export function mount(...args: readonly string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  requireThat(status === 0, `mount: ${stderr}`);
}

export const unmount = (folder: string): void => {
  const { status, stderr } = spawnSync('umount', [folder], { encoding: 'utf8' });
  requireThat(status === 0, `umount: ${stderr}`);
};

export function mountReadOnly(folder: string): void {
  mount('--bind', folder, folder);
  mount('-o', 'remount,ro,bind', folder);
}

/** To the last byte. */
export function fill(path: string): void {
  for (const size of [65_536, 4096, 512, 1])
    try {
      for (;;) writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
    } catch (error) {
      if (!(Error.isError(error) && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
}

export function requireThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise);
}
