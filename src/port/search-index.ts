/** The index of a folder: what can be found in it and what is listed of it. */
import type { FileInfo } from './content.ts';
import type { Findable, Hit } from './library.ts';

/** As the index keeps it. */
export interface Passage extends Findable {
  readonly tags: readonly string[];
  /** Plain text of its own. */
  readonly text: string;
}

/** What a passage is found by: terms separated by spaces, already analysed. */
export interface Terms {
  /** What it is called, who it is by and what it says. */
  readonly text: string;
  /** What it stands in. */
  readonly context: string;
  /** Exact labels: `tag:docker`, `when:2018-07`. */
  readonly keys: string;
}

/** A card of the catalogue: whatever is listed rather than searched. */
export interface Card {
  readonly kind: string;
  readonly key: string;
  /** Plain data; survives JSON. */
  readonly data: unknown;
}

export interface Use {
  readonly key: string;
  readonly count: number;
}

/** A card as it is found again. `shown`: as in its file. */
export interface FiledCard extends Card {
  readonly file: string;
  readonly shown: string;
}

/** All that the index keeps of one file. */
export interface IndexedFile extends FileInfo {
  /** Local day from which on it is shown: '' always, `9999` never. */
  readonly shown: string;
  readonly passages: readonly { readonly passage: Passage; readonly terms: Terms }[];
  readonly cards: readonly Card[];
  /** Words that it uses, each once, with the sound of each: `{ text: 'react', sound: 'rkt' }`. */
  readonly words: readonly Word[];
}

export interface Word {
  readonly text: string;
  readonly sound: string;
}

/** What terms a passage must have. `prefix`: the term begins like that. `in`: only there; without it, anywhere. */
export type Expression =
  | { readonly term: string; readonly prefix?: boolean; readonly in?: readonly (keyof Terms)[] }
  | { readonly all: readonly Expression[] }
  | { readonly any: readonly Expression[] };

export interface MatchRequest {
  readonly where: Expression;
  /**
   * Narrower than `where`, each. The more of these a passage has, the more promising it is; what few have counts for
   * more.
   */
  readonly prefer: readonly Expression[];
  /** Days, `2018-03-01`: `from` is included, `before` is not; a passage without a date is outside of both. */
  readonly from: string | null;
  readonly before: string | null;
  /** `null`: all. */
  readonly kinds: readonly Hit['kind'][] | null;
  /** Local day: what is shown only later is not found. */
  readonly today: string;
  /** Look at so many passages and no more, the latest; where nothing is said, at 1,000. */
  readonly scan?: number;
  readonly limit: number;
  /** So many of the most promising are left out. */
  readonly offset: number;
}

export interface Matches {
  /** Most promising first; the same request finds them in the same order until the index changes. */
  readonly passages: readonly Passage[];
  /** How many there are without `limit` and `offset`, of those that were looked at; 1,000 means that many or more, and no more can be asked for. */
  readonly total: number;
}

/** Passages and cards of every file of one folder. It can be deleted at any time: all of it can be read from the files again. */
export interface Index {
  /** The files that it holds, in the order of their paths. */
  files(): Promise<readonly FileInfo[]>;
  /** When one of them last changed, and a number that grows with every change. */
  state(): Promise<{ readonly changedAt: Date | null; readonly changes: number }>;
  /** In one transaction: forgets `gone` and takes in `files`. */
  put(change: {
    readonly gone: readonly string[];
    readonly files: readonly IndexedFile[];
    readonly at: Date;
    /** More of the same look at the folder follows at once: tidying can wait. */
    readonly more?: boolean;
  }): Promise<void>;
  /** The most promising passages. Work is bounded however common a term is. */
  match(request: MatchRequest): Promise<Matches>;
  /** Cards of a kind, in the order of their files. */
  list(kind: string): Promise<readonly FiledCard[]>;
  /** Keys of the cards of a kind, each once. */
  keys(kind: string): Promise<readonly string[]>;
  /** Of the cards of a kind that are shown on a local day, how many have which key. */
  uses(kind: string, today: string): Promise<readonly Use[]>;
  /** Words in use, all or those of some sounds; those of the most files first. */
  words(sounds?: readonly string[]): Promise<readonly string[]>;
  /** Nothing that was forgotten is left on the disk. */
  scrub(): Promise<void>;
}
