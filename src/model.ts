/** The nouns of the project: what a community's folder says, once it is understood. Plain data; survives a structured clone. */
import type { Root } from 'mdast';
import type { DigestSetting } from './port/digest.ts';
import type { NoteSettings, PublishSetting } from './port/note.ts';

/** A date as exact as its source is: `2018-03-12`, `2018-07` or `2018`. */
export interface DatedOn {
  readonly value: string;
  readonly precision: 'day' | 'month' | 'year';
  readonly source: DateSource;
}

/** Where a date was read. `inferred`: the text does not say it; something near it does (a year, a slide's address). */
export type DateSource = 'frontmatter' | 'filename' | 'title' | 'body' | 'url' | 'inferred';

/** A person on stage, as the report names them. At least one of `name` and `handle` is known. */
export interface Speaker {
  readonly name: string | null;
  /** Without `@`. */
  readonly handle: string | null;
  readonly url: string | null;
}

/**
 * A part of a report with its own place in it: a heading with what follows, or a list item that names a talk.
 * Talks and other sections (breaks, impressions, topics) have the same shape; `isTalk` tells them apart.
 */
export interface Section {
  /** Short, stable, unique among all reports: `[a-z0-9]{10}`. */
  readonly id: string;
  /** The heading's raw text as in the file; for a talk in a list, the heading above it ('' if there is none). */
  readonly heading: string;
  /** 1-based line of the heading or list item in the file. */
  readonly line: number;
  /** Without decoration: `LT枠1『…』` → the words inside. `null`: the report says that it does not know (TBD). */
  readonly title: string | null;
  /** Level of the heading, 1–6; a talk in a list is one deeper than the heading above it. */
  readonly depth: number;
  /** `id` of the section that this one stands in. */
  readonly parent: string | null;
  readonly isTalk: boolean;
  readonly speakers: readonly Speaker[];
  /** Addresses of the talk's own slides; decks that it merely mentions are not among them. */
  readonly slides: readonly string[];
  /** Plain text of its own body, subsections left out; hidden markup, templates and addresses are no part of it. */
  readonly text: string;
}

/** What a report says about the meetup it is about. Unknown is `null`. */
export interface Meetup {
  readonly date: DatedOn | null;
  /** As people call it: `Docker Meetup Tokyo`. */
  readonly series: string | null;
  readonly number: number | null;
  readonly city: string | null;
  /** The event's page. */
  readonly url: string | null;
}

/** An event that a text mentions. */
export interface Mentioned {
  readonly title: string;
  readonly url: string | null;
  readonly line: number;
  /** `2018-04-06`, or `null` if the text gives no day. */
  readonly date: string | null;
  /** `19:00`, local to the community. */
  readonly start: string | null;
  readonly end: string | null;
  readonly place: string | null;
  /** The text has no year; it was concluded from the report's date and the day of the week. */
  readonly yearInferred: boolean;
}

/** Something in a file that was not understood. The file is indexed all the same. */
export interface Problem {
  readonly line: number;
  /** One of the codes that `words.problem` has a sentence for. */
  readonly code: ProblemCode;
  /** What stands in the file there, or a number that the sentence needs; '' if nothing. */
  readonly detail: string;
}

export type ProblemCode =
  | 'front-matter-broken' // not valid YAML or TOML: read line by line
  | 'front-matter-unclosed'
  | 'front-matter-not-a-map'
  | 'front-matter-language' // `---js` and the like: never executed, read as text
  | 'front-matter-too-long'
  | 'value-cut' // ` #` would have started a comment: restored
  | 'date-unreadable'
  | 'field-unreadable' // a field of another type than expected; detail: its name
  | 'encoding' // not UTF-8: undecodable bytes were replaced
  | 'section-too-long' // cut for reading; the file is not
  | 'nesting-too-deep' // shown as plain text from there on
  | 'event-incomplete' // an event without a title or a readable start
  | 'settings-unreadable' // a setting of community.md that is ignored; detail: its name
  | 'file-too-large'
  | 'file-unreadable'
  | 'file-not-regular' // a link, a pipe, a folder named x.md
  | 'parser-failed'; // a parser threw: indexed as plain text

/** One Markdown file that is a report, understood. */
export interface Report {
  /** Short, stable: `[a-z0-9]{10}`. */
  readonly id: string;
  /** Relative to the content folder, with `/`. */
  readonly file: string;
  readonly title: string;
  /** When it was published. */
  readonly date: DatedOn | null;
  readonly meetup: Meetup;
  /** In the order of the file. */
  readonly sections: readonly Section[];
  /** Lower-case, as members write them: `docker`. */
  readonly tags: readonly string[];
  readonly language: 'ja' | 'en' | null;
  /** Every address the text links to, first mention first, each once. */
  readonly links: readonly string[];
  readonly mentioned: readonly Mentioned[];
  /** Plain text before the first section; the whole text where there are no sections. */
  readonly text: string;
  /** Is the whole report the account of one talk? Then these are its speakers and slides. */
  readonly isTalk: boolean;
  readonly speakers: readonly Speaker[];
  readonly slides: readonly string[];
  /** `draft: true`, `published: false`: known, never shown. A future date hides it until then. */
  readonly hidden: boolean;
  readonly problems: readonly Problem[];
}

/** What is announced to happen within an event. */
export interface PlannedTalk {
  readonly title: string;
  readonly speakers: readonly string[];
  readonly minutes: number | null;
}

/** An event as one source announces it; a recurring one stands for all its occurrences. Unknown is `null`. */
export interface Announcement {
  /** Short, stable: `[a-z0-9]{10}`. */
  readonly id: string;
  readonly title: string;
  /** Local to `zone`: `2027-03-10T19:00`, or `2027-03-10` for whole days; '' could not be read, so that it never happens. */
  readonly start: string;
  /** Of the same kind as `start`; of whole days the last one. */
  readonly end: string | null;
  /** IANA name. */
  readonly zone: string;
  /** RFC 5545 RRULE without the prefix (`FREQ=MONTHLY;BYDAY=2WE`), `null` if it happens once. */
  readonly repeat: string | null;
  /** Last day of the repetition, local. */
  readonly until: string | null;
  /** Local days on which it does not happen. */
  readonly except: readonly string[];
  /** Occurrences that are otherwise than the rule says (RFC 5545 RECURRENCE-ID). */
  readonly changes: readonly ChangedOccurrence[];
  readonly place: string | null;
  readonly address: string | null;
  readonly url: string | null;
  /** Address of the stream. */
  readonly online: string | null;
  readonly capacity: number | null;
  /** People who have a seat, and people who wait for one. */
  readonly accepted: number | null;
  readonly waiting: number | null;
  readonly tags: readonly string[];
  readonly series: string | null;
  readonly number: number | null;
  readonly talks: readonly PlannedTalk[];
  readonly cancelled: boolean;
  /** Its name in other calendars (RFC 5545 UID). */
  readonly uid: string | null;
  /** What it says of itself, plain text. */
  readonly text: string;
}

/** One occurrence as it is, instead of what the rule says; `on` is the local start that it has by the rule. */
export type ChangedOccurrence = { readonly on: string } & Partial<
  Pick<
    Announcement,
    'title' | 'start' | 'end' | 'place' | 'address' | 'url' | 'online' | 'cancelled' | 'text'
  >
>;

/** A file below `events/` that has a `start`, understood. */
export interface EventFile extends Announcement {
  readonly file: string;
  readonly problems: readonly Problem[];
}

/** One event on one day: what an agenda lists. */
export interface Happening {
  readonly id: string;
  readonly title: string;
  /** RFC 3339 with the zone's offset, or a plain date for whole days. */
  readonly start: string;
  /** Of the same kind; of whole days the last one. */
  readonly end: string | null;
  readonly zone: string;
  readonly place: string | null;
  readonly address: string | null;
  /** Address of the stream. */
  readonly online: string | null;
  readonly url: string | null;
  readonly status: 'scheduled' | 'cancelled';
  /** Everyone who announces it; whom one believes most comes first. */
  readonly sources: readonly { readonly feed: string; readonly url: string | null }[];
  readonly series: string | null;
  readonly number: number | null;
  readonly tags: readonly string[];
  readonly capacity: number | null;
  readonly accepted: number | null;
  readonly waiting: number | null;
  readonly talks: readonly PlannedTalk[];
  /** What it says of itself, plain text. */
  readonly text: string;
  /** Concluded from a report that mentions it. */
  readonly inferred: boolean;
  /** By what it is known elsewhere: two that share one are the same. */
  readonly keys: readonly string[];
  /** Which feed says each field; empty where only one announces it. */
  readonly provenance: Readonly<Record<string, string>>;
  /** What the others say of its time. */
  readonly conflicts: readonly Conflict[];
  /** How often what people see of it has changed since the bot knows it (RFC 5545 SEQUENCE). */
  readonly sequence: number;
}

/** Two sources disagree. */
export interface Conflict {
  readonly field: 'start' | 'end';
  readonly feed: string;
  readonly value: string;
}

/** Where events are announced, as `community.md` says it. */
export type FeedSetting =
  /** An address of the web, or a path below the folder. */
  | { readonly kind: 'ical'; readonly at: string }
  | {
      readonly kind: 'connpass';
      /** Subdomains of groups: `docker` of docker.connpass.com. */
      readonly groups: readonly string[];
      /** An event has all of them. */
      readonly keywords: readonly string[];
      /** `tokyo`, `osaka`, `online`. */
      readonly prefectures: readonly string[];
    }
  | { readonly kind: 'doorkeeper'; readonly groups: readonly string[] };

/** Settings of a community, from `community.md`; every one has a default. */
export interface Settings {
  readonly name: string | null;
  readonly locale: Locale;
  /** IANA name: what a time without a zone means. */
  readonly zone: string;
  /** Address pattern of the community's own pages, with `:slug`, `:year`, `:month`, `:day`, `:path`; `null` if it has none. */
  readonly site: string | null;
  readonly organisers: readonly string[];
  readonly workspaces: readonly string[];
  /** Words that mean the same, each row one group. */
  readonly aliases: readonly (readonly string[])[];
  /** One person's several names. */
  readonly people: readonly { readonly names: readonly string[]; readonly hidden: boolean }[];
  readonly feeds: readonly FeedSetting[];
  readonly digests: readonly DigestSetting[];
  readonly notes: NoteSettings;
  /** `null`: what the bot writes stays in the folder. */
  readonly publish: PublishSetting | null;
}

/** The languages that the bot speaks. */
export const locales = ['ja', 'en'] as const;
export type Locale = (typeof locales)[number];

declare module 'mdast' {
  interface Data {
    /** `id` of the section that begins at this node. */
    section?: string;
  }
}

/** A report or a part of it, ready to be read. */
export interface Reading {
  readonly report: Omit<Report, 'text' | 'sections'>;
  /** What was asked for: `null` for the whole report. */
  readonly section: Section | null;
  /** Titles of the headings that it stands below, outermost first. */
  readonly path: readonly string[];
  /** Headings, list items and rows at which a section begins say so in their `data`; of a whole report, one for each of `contents`. */
  readonly body: Root;
  /** The report's sections in order, without their texts: a table of contents. */
  readonly contents: readonly Omit<Section, 'text'>[];
  /** Address of the community's own page of it. */
  readonly url: string | null;
  /** Slides that the event's page lists for talks without any, by the ids of the talks. */
  readonly proposals: Readonly<
    Record<
      string,
      readonly { readonly title: string; readonly url: string; readonly speaker: string | null }[]
    >
  >;
}
