/** Reads one file, whatever it turns out to be: never waits on a pipe, never follows a link, never fills the memory. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import type { Stats } from 'node:fs';
import type { FileText, ProblemCode } from '../../src/port.ts';
import { decode } from './decode.ts';

const MiB = 1024 * 1024;

/** The longest reports in the wild have 1.4 MB, nearly all of it embedded pictures: ten times that is no report. */
const LARGEST = 16 * MiB;

/** What may have been put in the file's place since it was looked at is neither waited for nor followed. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/** What a path can lead to besides a file, as the detail of a problem says it. */
const OTHER_KINDS = [
  ['link', (stats: Stats) => stats.isSymbolicLink()],
  ['folder', (stats: Stats) => stats.isDirectory()],
  ['pipe', (stats: Stats) => stats.isFIFO()],
  ['socket', (stats: Stats) => stats.isSocket()],
] as const;

/**
 * The text of a regular file of at most 16 MiB, or the problem that stands in its way: `file-not-regular` (detail:
 * link, folder, pipe, socket or device), `file-too-large` (its size in bytes), `file-unreadable` (the system's code).
 */
export function readText(path: string): FileText {
  try {
    return obstacleIn(lstatSync(path)) ?? readOpened(openSync(path, FLAGS));
  } catch (error) {
    return unreadable(error);
  }
}

function readOpened(file: number): FileText {
  try {
    const stats = fstatSync(file);
    return obstacleIn(stats) ?? decode(bytesOf(file, stats.size));
  } finally {
    closeSync(file);
  }
}

/** The answer for what the file system refuses. */
export function unreadable(error: unknown): FileText {
  const code = Error.isError(error) && 'code' in error ? String(error.code) : '';
  return refusal('file-unreadable', code);
}

/** The answer where there is no text. */
export const refusal = (code: ProblemCode, detail: string): FileText => ({
  text: null,
  problems: [{ line: 1, code, detail }],
});

function obstacleIn(stats: Stats): FileText | null {
  if (!stats.isFile()) {
    const [kind] = OTHER_KINDS.find(([, is]) => is(stats)) ?? ['device'];
    return refusal('file-not-regular', kind);
  }
  return stats.size > LARGEST ? refusal('file-too-large', String(stats.size)) : null;
}

/** As many bytes as the file had when it was opened: one that keeps growing is read again at its next stamp. */
function bytesOf(file: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let length = 0;
  while (length < size) {
    const read = readSync(file, bytes, length, size - length, length);
    if (read === 0) break;
    length += read;
  }
  return bytes.subarray(0, length);
}
