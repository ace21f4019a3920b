/** What a process that was killed has left of files that it was writing. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Names of drafts. */
const draftName = /^\.new-[0-9a-f]{16}$/;

/** Milliseconds after which nobody is writing it any more. */
const patience = 60 * 60_000;

export function sweepDrafts(folder: string): void {
  for (const name of readdirSync(folder)) if (draftName.test(name)) sweep(join(folder, name));
}

/** Somebody else may have swept it just now. */
function sweep(draft: string): void {
  const made = statSync(draft, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
  if (Date.now() - made > patience) rmSync(draft, { force: true });
}
