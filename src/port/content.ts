/** A folder of Markdown on disk. */
import type { Problem } from '../model.ts';

/** A Markdown file as found on disk. `stamp` changes whenever its content may have. */
export interface FileInfo {
  /** Relative to the folder, with `/`, NFC. */
  readonly path: string;
  readonly stamp: string;
}

/** What could be read of a file; a problem stands beside the text (replaced bytes) or instead of it (`text` is `null`). */
export interface FileText {
  readonly text: string | null;
  readonly problems: readonly Problem[];
}

/** A folder of Markdown. Reading never throws for what a file is: it says so in `problems`. */
export interface Content {
  /** Every Markdown file below the folder, in the order of their paths. Throws only if the folder itself can not be read. */
  list(): Promise<readonly FileInfo[]>;
  read(path: string): Promise<FileText>;
}

/**
 * Puts a new file into the folder, wholly or not at all, and never over another: where the name is taken, one with `-2`,
 * `-3` … is used. Resolves to its path. Throws UserError `folder-read-only` where the folder can not be written to, and
 * Error for a path that leaves the folder.
 */
export type AddFile = (path: string, text: string) => Promise<string>;
