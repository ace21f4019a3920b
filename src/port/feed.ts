/** Happenings from elsewhere. */
import type { Announcement, FeedSetting } from '../model.ts';
import type { FetchFailure, Validators } from './fetch.ts';

/** Slides, a film or a post about one talk of a past event. */
export interface Presentation {
  readonly title: string;
  readonly url: string;
  readonly speaker: string | null;
}

/** One event of a feed. */
export interface Announced extends Announcement {
  /** What was shown there, once it is over. */
  readonly presentations: readonly Presentation[];
}

/** What a feed said when it last had something to say. Plain data: it is kept as JSON. */
export interface FeedCopy extends Validators {
  readonly events: readonly Announced[];
  /** Events that could not be understood, or were too many: what is wrong, one sentence's facts each. */
  readonly skipped: readonly FeedProblem[];
}

export interface FeedProblem {
  readonly code:
    | 'event-unreadable' // detail: its UID or title
    | 'zone-unknown' // read in the community's zone; detail: its name
    | 'rule-unreadable' // happens once; detail: the rule
    | 'too-many'; // detail: how many were left out
  readonly detail: string;
}

/** `same`: what was said last still holds. */
export type FeedAnswer =
  | { readonly status: 'ok'; readonly copy: FeedCopy }
  | { readonly status: 'same' }
  | {
      readonly status: 'failed';
      /** `unreadable`: it answered with something that is none. `setting`: it can not be asked like this (a key is missing). */
      readonly reason: FetchFailure | 'unreadable' | 'setting';
      readonly detail: string;
      readonly retryAfter: number | null;
    };

/** What the core makes of texts. Feeds are given it: what there is to know of talks and rules is none of theirs. */
export interface Understanding {
  /** Of a description in HTML, or in lines: its words, and the talks that its timetable names. Never throws. */
  readonly description: (html: string) => Pick<Announcement, 'text' | 'talks'>;
  /** Can that RRULE (without prefix) be followed? */
  readonly isRule: (rule: string) => boolean;
}

export interface Feed {
  /** What it is called in `sources`: `connpass`, `doorkeeper`, `ical calendar.example.org`. Nothing in it is secret. */
  readonly name: string;
  /** Which one it is: as long as its setting is the same, so is this. */
  readonly key: string;
  /** Never rejects. `last`: what it said before. */
  ask(last: FeedCopy | null, signal?: AbortSignal): Promise<FeedAnswer>;
}

/** The feed behind a setting; `null` where that kind is none of this adapter's. */
export type OpenFeed = (
  setting: FeedSetting,
  /** IANA name: what a time without a zone means. */
  zone: string,
) => Feed | null;

/** How a feed is, for people. */
export interface FeedStatus {
  readonly name: string;
  /** Events that it announces, as far as is known. */
  readonly events: number;
  /** When it was asked last, and when it last answered; `null`: never. */
  readonly askedAt: Date | null;
  readonly goodAt: Date | null;
  /** What was wrong the last time; `null`: nothing. */
  readonly failure: Extract<FeedAnswer, { status: 'failed' }> | null;
  readonly skipped: readonly FeedProblem[];
}

/** Small texts by key that can be made anew, at a price: what feeds said last. */
export interface Copies {
  /** `null`: there is none (any more). */
  read(key: string): Promise<string | null>;
  /** Wholly or not at all. */
  write(key: string, text: string): Promise<void>;
}
