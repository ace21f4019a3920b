/** A conversation as it is to be kept: whose words, under which names, about what. Everything of consent is done by then. */
import type { Root } from 'mdast';
import type { Happening, Locale } from '../port.ts';

/** A file that hangs on a message, and is kept. */
export interface KeptFile {
  /** As its author called it. */
  readonly name: string;
  /** Where it lies, relative to the content folder; `null`: it is not kept, and only named. */
  readonly path: string | null;
  readonly isImage: boolean;
}

/** What stands before somebody's own words. */
export interface KeptQuote {
  /** `null`: it is not said whose words they are. */
  readonly author: string | null;
  /** `id` of the entry that is quoted; `null`: it is none of this manuscript's. */
  readonly of: string | null;
  readonly body: Root;
}

/** A message, as it is kept. */
export interface Entry {
  /** Of the remark. It is not written anywhere. */
  readonly id: string;
  /** As they are to be called; `null`: by no name. */
  readonly author: string | null;
  readonly at: Date;
  readonly edited: Date | null;
  readonly body: Root;
  readonly quotes: readonly KeptQuote[];
  readonly files: readonly KeptFile[];
}

/** The event that a conversation belongs to. */
export interface NotedEvent extends Pick<
  Happening,
  'title' | 'url' | 'series' | 'number' | 'place' | 'tags' | 'talks'
> {
  /** `2027-03-10` */
  readonly day: string;
}

export interface Manuscript {
  /** Of the conversation: `[a-z0-9]{10}`. */
  readonly key: string;
  /** Of the report. */
  readonly title: string;
  /** What this conversation is about, where it is one of several in a report: its own heading. */
  readonly heading: string | null;
  readonly event: NotedEvent | null;
  readonly tags: readonly string[];
  /** Of what the bot itself says in it. */
  readonly locale: Locale;
  /** IANA name: times of messages are said in it. */
  readonly zone: string;
  readonly entries: readonly Entry[];
  /** How many messages are not in it because their authors do not want it, or did not agree. */
  readonly withheld: number;
  readonly source: { readonly platform: string; readonly url: string | null };
}
