/** The digest: what a channel is told regularly. Types only. */
import type { Locale } from '../model.ts';
import type { View } from './chat.ts';

/** Parts of a digest. */
export type DigestSection = 'events' | 'reports' | 'slides' | 'calls' | 'archive';

/** A digest of one channel, as its organisers want it. */
export interface DigestSetting {
  /** `#general`, `general` or an id of the platform's. */
  readonly channel: string;
  /** Where that channel is; `null`: on whichever platform, and in whichever workspace, the bot finds it. */
  readonly platform: string | null;
  readonly workspace: string | null;
  /** When, in five fields of cron, local to `zone`: `0 9 * * 1`. */
  readonly schedule: string;
  /** IANA name; `null`: the community's. */
  readonly zone: string | null;
  /** `null`: the community's. */
  readonly locale: Locale | null;
  /** Which parts, in this order. */
  readonly sections: readonly DigestSection[];
  /** Events and reports have one of these; none: any. */
  readonly tags: readonly string[];
  readonly series: readonly string[];
  /** Does the channel get a summary, and a thread below it the details? */
  readonly thread: boolean;
  /** What is done when there is nothing to say: nothing, or one line that says so. */
  readonly empty: 'skip' | 'say';
  /** Name of the one role (in Slack a user group) that is notified; `null`: nobody is. */
  readonly mention: string | null;
  /** Is it kept as a file of the folder as well? */
  readonly keep: boolean;
}

/** Why a digest says something, or does not. */
export type DigestReason =
  // kept
  | 'new' // since the last digest
  | 'moved'
  | 'cancelled'
  | 'coming' // told before, and still to come
  | 'slides' // they turned up since the last digest
  | 'seats' // speakers can still be had
  | 'no-report'
  | 'anniversary' // this week some years ago
  | 'reminds' // what is coming is about the same
  // dropped
  | 'window' // too old, or too far ahead
  | 'already-sent'
  | 'tag'
  | 'series'
  | 'was-cancelled' // nobody was told that it would be
  | 'cap' // reached by a button
  | 'size' // too much for one message: reached by a button
  | 'section-off';

/** Something that a digest could say, and whether it does. */
export interface DigestItem {
  readonly id: string;
  readonly kind: DigestSection;
  readonly title: string;
  readonly url: string | null;
  readonly kept: boolean;
  readonly reason: DigestReason;
}

/** How much of one of a platform's limits a message takes. */
export interface Measured {
  readonly of: 'characters' | 'blocks' | 'components' | 'size';
  readonly used: number;
  readonly most: number;
}

/** What a view would take of a platform's limits if nothing of it were cut. */
export type Measure = (view: View, locale: Locale) => readonly Measured[];

/** Why nothing is posted. */
export type DigestSkip = 'empty' | 'paused' | 'skipped' | 'sent';

/** A digest before it is posted. */
export interface DigestPreview {
  /** As people call it. */
  readonly channel: string;
  /** `2027-W09`, `2027-03-01`: a channel has one digest for each. */
  readonly period: string;
  /** When it is due. */
  readonly at: Date;
  readonly skipped: DigestSkip | null;
  readonly items: readonly DigestItem[];
  /** As it would be posted; in a thread below it `details`. */
  readonly view: View;
  readonly details: View | null;
  readonly locale: Locale;
}

/** Digests as they would be. Nothing is posted and nothing remembered. */
export interface Digesting {
  /** The next digest of every channel, or of one: as if it were posted at that instant. */
  preview(of: {
    readonly channel: string | null;
    readonly at: Date;
    /** As one that an organiser wants at once, whatever the schedule says. */
    readonly isWanted?: boolean;
  }): Promise<readonly DigestPreview[]>;
  /** Every digest that would have been due between two instants, as far as can be told from the folder. */
  replay(of: {
    readonly channel: string | null;
    readonly from: Date;
    readonly to: Date;
  }): AsyncIterable<DigestPreview>;
}

/** A digest that is kept as a file of the folder. */
export interface KeptDigest {
  /** By what its writer knows it, or else one of the file's own: `[a-z0-9-]`, unique in a folder without copies. */
  readonly id: string;
  readonly file: string;
  readonly title: string;
  /** RFC 3339. */
  readonly at: string;
  readonly period: string;
  readonly locale: Locale;
  /** Plain Markdown, without its header. */
  readonly text: string;
}
