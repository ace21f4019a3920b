/** A regular file to the byte, with what its owner let people do with it. */
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { codeOf } from './below.ts';
import type { Rights } from './draft.ts';

export interface Regular {
  readonly bytes: Buffer;
  readonly rights: Rights;
}

/** Neither waits on a pipe nor follows a link. */
const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/** What the file system says of what is no file that could be read: there is none, it is a link, it is a socket. */
const none: ReadonlySet<string> = new Set(['ENOENT', 'ELOOP', 'ENXIO']);

/** `null`: there is none, or what stands there is no regular file. */
export function readRegular(path: string): Regular | null {
  try {
    return readOpened(openSync(path, flags));
  } catch (error) {
    if (none.has(codeOf(error))) return null;
    throw error;
  }
}

function readOpened(file: number): Regular | null {
  try {
    const stats = fstatSync(file);
    if (!stats.isFile()) return null;
    const rights = { mode: stats.mode & 0o7777, user: stats.uid, group: stats.gid };
    return { bytes: readFileSync(file), rights };
  } finally {
    closeSync(file);
  }
}
