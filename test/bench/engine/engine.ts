/** What the bench asks of every engine. */
import type { Report } from '../../../src/port.ts';

/** Of the communities whose reports are searched. */
export const zone = 'Asia/Tokyo';

/** A file of the corpus, read once for all engines. */
export interface Entry {
  readonly path: string;
  readonly text: string;
  readonly report: Report;
}

export interface Query {
  readonly text: string;
  /** Only what was held in it. */
  readonly year?: number;
}

/** As the scorer of the judged queries names what was found. */
export interface Found {
  readonly file: string;
  readonly section: string;
  readonly line: number;
}

export interface Engine {
  add(entries: readonly Entry[]): Promise<void>;
  /** After the last of the corpus, if there is anything left to do. */
  settle?(): Promise<void>;
  /** The file `before` has become `after`. */
  change(before: Entry, after: Entry): Promise<void>;
  /** The best of them, at most `limit`. */
  search(query: Query, limit: number): Promise<readonly Found[]>;
  /** Writes into its folder what `open` needs. */
  save(): Promise<void>;
}

export interface EngineKind {
  readonly name: string;
  /** Empty, with a folder of its own. */
  create(folder: string): Promise<Engine>;
  /** As it was saved there. */
  open(folder: string): Promise<Engine>;
}
