/** What a community knows, and how it is asked. Answered by a worker: all of it survives a structured clone. */
import type { PhrasingContent } from 'mdast';
import type { Happening, Problem, Reading, Settings, Speaker } from '../model.ts';
import type { KeptDigest } from './digest.ts';
import type { OwnFiles } from './note.ts';
import type { FeedStatus, Presentation } from './feed.ts';
import type { Show } from './chat.ts';
import type { Explanation } from './explanation.ts';

export interface SearchRequest {
  readonly text: string;
  readonly limit: number;
  readonly offset: number;
}

/** A talk, a section, a whole report or an event: what a search can find. */
export interface Findable {
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
  readonly speakers: readonly Speaker[];
  readonly slides: readonly string[];
  /** When it was held, as exact as known: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly date: string | null;
  readonly series: string | null;
  readonly number: number | null;
}

/** As a search found it. */
export interface Hit extends Findable {
  readonly score: number;
  /** The best passage; what was searched for is strong. */
  readonly excerpt: readonly PhrasingContent[];
  /** Address of the community's own page of it. */
  readonly url: string | null;
}

/** What was wrong with a query; the rest of it was searched. */
export type QueryFault =
  | { readonly code: 'unknown-filter'; readonly name: string }
  | { readonly code: 'bad-value'; readonly name: string; readonly value: string }
  | { readonly code: 'too-long'; readonly limit: number };

/** How old what is known is. */
export interface Freshness {
  /** When something in the folder last changed, as far as it was looked at; `null`: it has not been read yet. */
  readonly changedAt: Date | null;
  /** `a1b2c3d`, where the folder is a checkout of git's. */
  readonly commit: string | null;
}

export interface SearchAnswer {
  readonly hits: readonly Hit[];
  /** How many there are; of more than 100 as the index counts them, up to 1,000: that many or more. */
  readonly total: number;
  /** Only where nothing was found: the query with words that the index has. */
  readonly suggestion: string | null;
  /** Only where misspelt words were read as others, and no hit has them as they were typed. */
  readonly correction: Correction | null;
  readonly faults: readonly QueryFault[];
  readonly asOf: Freshness;
}

/** What was taken for what was typed. */
export interface Correction {
  readonly words: readonly { readonly typed: string; readonly meant: string }[];
  /** The query with those words in quotes: it finds them alone. */
  readonly asTyped: string;
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
  /** Page of the event that it is about. */
  readonly event: string | null;
}

/** A report with its talks: what a digest chooses from. */
export interface CatalogueEntry extends ReportEntry {
  /** When its author published it, as exact as known: YYYY, YYYY-MM or YYYY-MM-DD. */
  readonly published: string | null;
  readonly tags: readonly string[];
  /** Its talks; of a report that is the account of one talk the report itself. */
  readonly parts: readonly Pick<Findable, 'id' | 'title' | 'speakers' | 'slides'>[];
}

export interface NameEntry {
  /** As people write it. */
  readonly name: string;
  /** What a filter takes: `speaker:zembutsu`. */
  readonly key: string;
  /** How many talks (speakers) or reports (series, tags). */
  readonly count: number;
}

/** At most ten titles and five words. */
export interface Completions {
  /** Those that begin so themselves, then those with a word that does; the newest first. */
  readonly titles: readonly { readonly kind: 'talk' | 'report'; readonly title: string }[];
  /** Words in use, as people write them, the most used first. */
  readonly words: readonly string[];
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

/** An event, with what the reports know of it. */
export interface EventReading {
  readonly happening: Happening;
  /** The community's own report of it. */
  readonly report: ReportEntry | null;
  /** What was shown there, as its page says. */
  readonly presentations: readonly Presentation[];
}

/** What one look at the folder did. */
export interface SyncResult {
  readonly files: number;
  readonly read: number;
  readonly unchanged: number;
  readonly removed: number;
  readonly ms: number;
}

/** Everything that one community knows: its reports, talk by talk, and its events. Runs in a worker. */
export interface Library extends OwnFiles {
  settings(): Promise<Settings>;
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** The same search, taken apart. */
  explain(request: SearchRequest): Promise<Explanation>;
  /** A report or a part of it by its id; `null` if there is none (any more). */
  read(id: string): Promise<Reading | null>;
  /** Reports, newest first; of one series by number. `like`: whose title, or a word in it, begins like that. */
  reports(of: {
    readonly series?: string;
    readonly like?: string;
    readonly limit: number;
    readonly offset: number;
  }): Promise<Page<ReportEntry>>;
  /** Every report, with its talks. */
  catalogue(): Promise<readonly CatalogueEntry[]>;
  /** Digests that were kept as files, newest first. */
  digests(of?: { readonly limit: number }): Promise<readonly KeptDigest[]>;
  /** Names in use, most used first, that begin (any word of any writing) like that; what is called exactly so before them. */
  names(of: {
    readonly kind: 'speaker' | 'series' | 'tag';
    readonly like?: string;
    readonly limit: number;
    readonly offset: number;
  }): Promise<Page<NameEntry>>;
  /** What a query that is being typed may go on as. `title`: how a title, or a word in it, begins. `word`: a text whose last word is begun. */
  completions(of: { readonly title: string; readonly word: string }): Promise<Completions>;
  /** Events that are not over at `from` and start before `to`, by start. */
  happenings(between: { readonly from: Date; readonly to: Date }): Promise<readonly Happening[]>;
  /** An event by its id, else by its title, or words of it: the next one, else the last one. `null`: there is none. */
  event(name: string): Promise<EventReading | null>;
  status(): Promise<Status>;
  /** Looks at the folder and takes in what changed. */
  sync(show?: Show): Promise<SyncResult>;
  /** How the feeds are, as far as is known. */
  feeds(): Promise<readonly FeedStatus[]>;
  /** Asks the feeds whose time has come (`all`: every one that lets itself be asked); of the others it says what is known. */
  refresh(of: { readonly all: boolean }, show?: Show): Promise<readonly FeedStatus[]>;
  /** What was in the folder and is not any more can not be found on the disk of the index either. */
  scrub(): Promise<void>;
  /** Puts a new file into the folder, as AddFile does, and takes it in. Resolves to its path. */
  add(file: { readonly path: string; readonly text: string }): Promise<string>;
}
