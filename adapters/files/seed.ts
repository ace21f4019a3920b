/** The first content of a new community: a copy of the sample, all of it or none. */
import { lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * Copies the files below `from` to the folder `to`, unless something is there already, be it an empty folder; says
 * whether it did. The copy is made beside its place and then renamed, so that a process killed half-way leaves no
 * content rather than half of it, and what it left is swept away by the next. One process at a time: who calls it holds
 * the lock of the data folder. Throws the file system's error.
 */
export function seedContent(from: string, to: string): boolean {
  const place = resolve(to);
  if (lstatSync(place, { throwIfNoEntry: false })) return false;
  const draft = `${place}.seeding`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  copyFiles(from, draft);
  renameSync(draft, place);
  return true;
}

/** Texts alone are taken along: in an image the sample belongs to root and may be read-only, the copy is for its owner to edit. */
function copyFiles(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const source = join(entry.parentPath, entry.name);
    const copy = join(to, relative(from, source));
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, readFileSync(source), { flush: true }); // or a power cut could leave names of empty files
  }
}
