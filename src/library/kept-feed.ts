/** What is kept of one feed between two times that it is asked: what it said, how it was, and when its time comes again. */
import type { FeedAnswer, FeedCopy, FeedStatus } from '../port.ts';

export interface KeptFeed {
  /** What it said when it last had something to say. */
  readonly copy: FeedCopy | null;
  /** ISO 8601. */
  readonly askedAt: string | null;
  readonly goodAt: string | null;
  readonly failure: Failure | null;
  /** How often it has failed since it last answered. */
  readonly failures: number;
  /** ISO 8601: not before; `null`: never again. */
  readonly next: string | null;
}

type Failure = Extract<FeedAnswer, { status: 'failed' }>;

const nothing: KeptFeed = {
  copy: null,
  askedAt: null,
  goodAt: null,
  failure: null,
  failures: 0,
  next: new Date(0).toISOString(),
};

const minute = 60_000;
const hour = 60 * minute;

/** Milliseconds until a feed that answered is asked again. */
const interval = 15 * minute;

/** Milliseconds until one that failed is: twice as long each time. */
const firstRest = hour;
const longestRest = 24 * hour;

/** Nobody outside is the reason: as soon as the settings of the bot are others, it may work. */
const ownReasons: ReadonlySet<Failure['reason']> = new Set(['setting', 'blocked']);

/** Raise it when an event or anything else in here is kept in another shape: what was kept so far is then made anew. */
const shape = 1;

export const textOf = (kept: KeptFeed): string => JSON.stringify({ shape, ...kept });

/** What can not be read, or was kept in another shape, is not there: it is made anew. */
export function keptOf(text: string | null): KeptFeed {
  try {
    const kept = JSON.parse(text ?? 'null') as (KeptFeed & { readonly shape: number }) | null;
    return kept?.shape === shape ? kept : nothing;
  } catch {
    return nothing;
  }
}

/** Who was asked to wait waits, whoever asks. Where the clock was put back, nobody knows how long it has been. */
export function isDue({ next, failure, askedAt }: KeptFeed, at: Date, all: boolean): boolean {
  if (next === null) return false;
  const mustWait = failure !== null && failure.retryAfter !== null;
  if (all && !mustWait) return true;
  return Date.parse(next) <= at.getTime() || Date.parse(askedAt ?? next) > at.getTime();
}

/** The feed has answered at that time. */
export function answered(kept: KeptFeed, answer: FeedAnswer, at: Date): KeptFeed {
  const askedAt = at.toISOString();
  if (answer.status === 'failed') return failed({ ...kept, askedAt }, answer, at);
  const copy = answer.status === 'ok' ? renewed(kept.copy, answer.copy) : kept.copy;
  return { copy, askedAt, goodAt: askedAt, failure: null, failures: 0, next: after(at, interval) };
}

/** The events are the same list as long as they say the same: what is made of them need not be made again. */
function renewed(before: FeedCopy | null, copy: FeedCopy): FeedCopy {
  const isSame = before !== null && JSON.stringify(before.events) === JSON.stringify(copy.events);
  return isSame ? { ...copy, events: before.events } : copy;
}

/** What is gone for good is not asked again, and what it said last still stands. */
const failed = (kept: KeptFeed, failure: Failure, at: Date): KeptFeed => ({
  ...kept,
  failure,
  failures: kept.failures + 1,
  next: failure.reason === 'gone' ? null : after(at, restAfter(kept.failures, failure)),
});

/** Nobody is left alone for longer than the longest rest, whatever they wish. */
function restAfter(failures: number, { reason, retryAfter }: Failure): number {
  if (ownReasons.has(reason)) return interval;
  return Math.min(Math.max(firstRest * 2 ** failures, (retryAfter ?? 0) * 1000), longestRest);
}

const after = (at: Date, ms: number): string => new Date(at.getTime() + ms).toISOString();

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

export const statusOf = (name: string, { copy, askedAt, goodAt, failure }: KeptFeed): FeedStatus => ({
  name,
  events: copy?.events.length ?? 0,
  askedAt: dateOf(askedAt),
  goodAt: dateOf(goodAt),
  failure,
  skipped: copy?.skipped ?? [],
});
