/** Volumes as an engine makes them: a folder of the host that begins as the image has it. */
import {
  chmodSync,
  chownSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Volume {
  readonly path: string;
  readonly write: (file: string, text: string) => void;
  readonly remove: () => void;
}

/** `from`: the empty folder of the image that it stands for. */
export function createVolume(from: string): Volume {
  const path = mkdtempSync(join(tmpdir(), 'meetup-volume-'));
  const { uid, gid, mode } = statSync(from);
  chownSync(path, uid, gid);
  chmodSync(path, mode);
  return {
    path,
    write: (file, text) => writeFileSync(join(path, file), text),
    remove: () => rmSync(path, { recursive: true }),
  };
}

/** Every file below a folder, with its text. */
export const filesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((file) => [file.slice(folder.length), readFileSync(file, 'utf8')]),
  );
