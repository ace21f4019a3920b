/** Every contract with the outside, types only. Adapters implement these; the core knows nothing else of the world. */
import type { PhrasingContent, Root } from 'mdast';
import type { Happening, Locale, Problem, Reading, Settings, Speaker } from './model.ts';

export type * from './model.ts';

// ---- A person makes a Call. The bot answers with a View. A chat compiles it. -----------------------------------------

/** Where a Call was made. `visibility` is read anew at every Call. */
export interface Place {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string;
  readonly visibility: 'public' | 'private' | 'direct';
}

/** Who made it. `organiser` and `guest` are asked of the platform at every Call. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly locale?: Locale;
  /** IANA name. */
  readonly zone?: string;
  readonly organiser: boolean;
  readonly guest: boolean;
}

/** Input of a command: what was typed, or the fields of a form. */
export type Input = string | Readonly<Record<string, string>>;

export interface Call {
  readonly command: string;
  readonly input: Input;
  readonly place: Place;
  readonly person: Person;
  readonly locale: Locale;
  readonly id: string;
}

/** A call that one may make from here; a chat shows it as a button. */
export interface Next {
  readonly label: string;
  readonly command: string;
  readonly input: string;
}

/** The answer: an mdast tree (plus the `time` and `mention` nodes of view/node.ts) and where one may go from here. */
export interface View {
  readonly body: Root;
  readonly next: readonly Next[];
  /** The same answer for machines; only `--json` prints it. */
  readonly data?: unknown;
  /** Why there is no answer: `request` is what the person can mend, `fault` is a bug (`code` is its id). */
  readonly failure?: { readonly kind: 'request' | 'fault'; readonly code: string; readonly message: string };
}

/** A suggestion for an option that is being typed. `value` is at most 100 characters. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** A command in words. */
export interface Description {
  /** What one may type for it in that language besides its name. */
  readonly called: readonly string[];
  readonly summary: string;
  readonly options: Readonly<Record<string, string>>;
  /** Lines that one may type after `/meetup`. */
  readonly examples: readonly string[];
}

/** How a command looks from outside: what a chat needs to register it and to show help. */
export interface CommandInfo {
  readonly name: string;
  /** `private`: only the caller sees the answer. Discord fixes it at the acknowledgement. */
  readonly answer: 'private' | 'public';
  /** Not in help and not registered: reached by buttons and platform events alone. */
  readonly listed: boolean;
  readonly options: readonly {
    readonly name: string;
    readonly type: 'text' | 'number';
    readonly suggests: boolean;
    /** Takes the words that belong to no other option. */
    readonly rest: boolean;
  }[];
  readonly describe: (locale: Locale) => Description;
}

/** How far a long answer is. */
export type Show = (progress: { readonly done: number; readonly of: number | null }) => void;

export interface Bot {
  readonly commands: readonly CommandInfo[];
  /** Never rejects: what goes wrong is a View too. */
  answer(call: Call, show?: Show): Promise<View>;
  /** Never rejects; at most 25 choices. */
  suggest(call: Call, option: string): Promise<readonly Choice[]>;
}

/** What became of a post: where it stands, that it will be tried later, that the platform said no, or that nobody knows. */
export type Posted =
  | { readonly status: 'posted'; readonly ref: string }
  | { readonly status: 'later'; readonly after: Date }
  | { readonly status: 'refused'; readonly reason: string }
  | { readonly status: 'unsure' };

/** One message of a conversation, already without ids of the platform. */
export interface Remark {
  readonly id: string;
  readonly author: Person;
  readonly at: Date;
  readonly body: Root;
}

export interface Thread {
  readonly place: Place;
  /** How many remarks the platform says there are; `null` if it does not say. */
  readonly expected: number | null;
  remarks(after?: string): AsyncIterable<Remark>;
}

/** A place where people talk. Everything else about a platform is private to its folder. */
export interface Chat {
  readonly platform: string;
  start(bot: Bot): Promise<void>;
  stop(): Promise<void>;
  /** `key` makes the post once-only; `since`: look in the history from there on first. */
  post(
    to: Place | Person,
    view: View,
    options: { readonly key: string; readonly since?: Date },
  ): Promise<Posted>;
  edit(ref: string, view: View): Promise<Posted>;
  /** Read as `reader` may. */
  thread(ref: string, reader: Person): Promise<Thread>;
}

// ---- What a community knows ------------------------------------------------------------------------------------------

export interface SearchRequest {
  readonly text: string;
  readonly limit: number;
  readonly offset: number;
}

/** A talk, a section, a whole report or an event that a search found. */
export interface Hit {
  readonly id: string;
  readonly kind: 'talk' | 'section' | 'report' | 'event';
  readonly file: string;
  /** Raw heading as in the file; '' for a whole report. */
  readonly section: string;
  /** 1-based; 0 for a whole report. */
  readonly line: number;
  readonly title: string;
  /** Titles of the headings above it, outermost first, the report's title not among them. */
  readonly path: readonly string[];
  readonly report: { readonly id: string; readonly title: string };
  readonly score: number;
  /** The best passage; what was searched for is strong. */
  readonly excerpt: readonly PhrasingContent[];
  readonly speakers: readonly Speaker[];
  readonly slides: readonly string[];
  /** When it was held, as exact as known: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string | null;
  readonly series: string | null;
  readonly number: number | null;
  /** Address of the community's own page of it. */
  readonly url: string | null;
}

/** What was wrong with a query; the rest of it was searched. */
export type QueryFault =
  | { readonly code: 'unknown-filter'; readonly name: string }
  | { readonly code: 'bad-value'; readonly name: string; readonly value: string }
  | { readonly code: 'too-long'; readonly limit: number };

export interface SearchAnswer {
  readonly hits: readonly Hit[];
  /** How many there are; of more than 100 as the index counts them, up to 1,000: that many or more. */
  readonly total: number;
  /** Only where nothing was found: the query with words that the index has. */
  readonly suggestion: string | null;
  readonly faults: readonly QueryFault[];
}

/** An entry of a listing: a report, or a name that many things share. */
export interface ReportEntry {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly date: string | null;
  readonly series: string | null;
  readonly number: number | null;
  readonly talks: number;
  readonly url: string | null;
}

export interface NameEntry {
  /** As people write it. */
  readonly name: string;
  /** What a filter takes: `speaker:zembutsu`. */
  readonly key: string;
  /** How many talks (speakers) or reports (series, tags). */
  readonly count: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  readonly total: number;
}

export interface Status {
  readonly files: number;
  readonly reports: number;
  readonly talks: number;
  readonly events: number;
  /** Could the folder be read at the last look? If not, this is what it held before. */
  readonly isReadable: boolean;
  /** When the folder was last looked at, and when something in it last changed. */
  readonly checkedAt: Date | null;
  readonly changedAt: Date | null;
  readonly problems: readonly (Problem & { readonly file: string })[];
}

/** What one look at the folder did. */
export interface SyncResult {
  readonly files: number;
  readonly read: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly talks: number;
  readonly ms: number;
}

/** Everything that one community knows: its reports, talk by talk, and its events. Runs in a worker. */
export interface Library {
  settings(): Promise<Settings>;
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** A report or a part of it by its id; `null` if there is none (any more). */
  read(id: string): Promise<Reading | null>;
  /** Reports, newest first; of one series by number. */
  reports(of: {
    readonly series?: string;
    readonly limit: number;
    readonly offset: number;
  }): Promise<Page<ReportEntry>>;
  /** Names in use, most used first, whose beginning (of any word, folded) is `like`. */
  names(of: {
    readonly kind: 'speaker' | 'series' | 'tag';
    readonly like?: string;
    readonly limit: number;
    readonly offset: number;
  }): Promise<Page<NameEntry>>;
  /** Events that are not over at `from` and start before `to`, by start. */
  happenings(between: { readonly from: Date; readonly to: Date }): Promise<readonly Happening[]>;
  status(): Promise<Status>;
  /** Looks at the folder and takes in what changed. */
  sync(show?: Show): Promise<SyncResult>;
}

// ---- Files -----------------------------------------------------------------------------------------------------------

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

// ---- The index -------------------------------------------------------------------------------------------------------

/** What a search can find: a talk, a section, a whole report or an event, as it is kept. */
export interface Passage {
  readonly id: string;
  readonly kind: Hit['kind'];
  readonly file: string;
  readonly section: string;
  readonly line: number;
  readonly title: string;
  readonly path: readonly string[];
  readonly report: { readonly id: string; readonly title: string };
  readonly speakers: readonly Speaker[];
  readonly slides: readonly string[];
  readonly date: string | null;
  readonly series: string | null;
  readonly number: number | null;
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
  readonly limit: number;
  /** So many of the most promising are left out. */
  readonly offset: number;
}

export interface Matches {
  /** Most promising first; the same request finds them in the same order until the index changes. */
  readonly passages: readonly Passage[];
  /** How many there are without `limit` and `offset`; 1,000 means that many or more, and no more can be asked for. */
  readonly total: number;
}

/** Passages and cards of every file of one folder. It can be deleted at any time: all of it can be read from the files again. */
export interface Index {
  /** The files that it holds; when one of them last changed, and a number that grows with every change. */
  state(): Promise<{
    readonly files: readonly FileInfo[];
    readonly changedAt: Date | null;
    readonly changes: number;
  }>;
  /** In one transaction: forgets `gone` and takes in `files`. */
  put(change: {
    readonly gone: readonly string[];
    readonly files: readonly IndexedFile[];
    readonly at: Date;
  }): Promise<void>;
  /** The most promising passages. Work is bounded however common a term is. */
  match(request: MatchRequest): Promise<Matches>;
  /** Cards of a kind, in the order of their files. */
  list(kind: string): Promise<readonly FiledCard[]>;
  /** Keys of the cards of a kind, each once. */
  keys(kind: string): Promise<readonly string[]>;
  /** Words in use, all or those of some sounds; those of the most files first. */
  words(sounds?: readonly string[]): Promise<readonly string[]>;
}

// ---- Small things ----------------------------------------------------------------------------------------------------

/** Short stable name of a text: `[a-z0-9]{10}`. */
export type Hash = (text: string) => string;

export type Now = () => Date;

/** pino's shape, as much of it as the core uses. */
export interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** A community: its settings and all that it knows. */
export interface Community {
  readonly library: Library;
}

/** All that the bot needs of the outside. */
export interface World {
  /** The community that a place belongs to; `null` if none does. */
  community(place: Place): Promise<Community | null>;
  readonly now: Now;
  readonly log: Log;
  /** A new id for a failure that people can quote. */
  readonly newId: () => string;
}
