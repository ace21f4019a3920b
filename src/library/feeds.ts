/** What the feeds said last, and when each is to be asked again. Nothing that goes wrong there goes wrong here. */
import type {
  Copies,
  Feed,
  FeedAnswer,
  FeedCopy,
  FeedSetting,
  FeedStatus,
  Now,
  OpenFeed,
  Settings,
  Show,
} from '../port.ts';
import { remembered } from './remembered.ts';

export interface FeedParts {
  /** Asked for when a community has feeds: what reads them need not be there for all others. */
  readonly open: () => Promise<OpenFeed>;
  readonly copies: Copies;
}

export interface Feeds {
  /** What is known of each, whether or not it answers just now. */
  known(settings: Settings): Promise<readonly KnownFeed[]>;
  /** Asks those that are due (`all`: those that let themselves be asked), and says how every one of them is. */
  refresh(asked: {
    readonly settings: Settings;
    readonly all: boolean;
    readonly show: Show;
  }): Promise<readonly FeedStatus[]>;
}

/** The same as long as the feed says the same. */
export interface KnownFeed {
  readonly name: string;
  readonly copy: FeedCopy;
}

/** What is kept of a feed. */
interface Kept {
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

const nothing: Kept = {
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

/** Feeds that are asked at the same time. */
const together = 6;

export function createFeeds({ open, copies }: FeedParts, now: Now): Feeds {
  let opening: Promise<OpenFeed> | null = null;
  const opened = remembered(async (settings: readonly FeedSetting[], zone: string) => {
    if (settings.length === 0) return [];
    const openFeed = await (opening ??= open());
    return named(settings.flatMap((each) => openFeed(each, zone) ?? []));
  });
  const held = new Map<string, Promise<Kept>>();
  let revision = 0;
  const read = (key: string): Promise<Kept> => {
    const kept = held.get(key) ?? copies.read(key).then(keptOf);
    held.set(key, kept);
    return kept;
  };
  const ask = async ({ feed }: Opened, all: boolean): Promise<void> => {
    const kept = await read(feed.key);
    if (!isDue(kept, now(), all)) return;
    const next = answered(kept, await answerOf(feed, kept), now());
    held.set(feed.key, Promise.resolve(next));
    if (next.copy !== kept.copy) revision += 1;
    await copies.write(feed.key, JSON.stringify(next));
  };
  const known = remembered(async (feeds: readonly Opened[], _revision: number) => {
    const all = await Promise.all(
      feeds.map(async ({ name, feed }) => ({ name, copy: (await read(feed.key)).copy })),
    );
    return all.flatMap(({ name, copy }) => (copy === null ? [] : [{ name, copy }]));
  });
  const feedsOf = ({ feeds, zone }: Settings): Promise<readonly Opened[]> => opened(feeds, zone);
  return {
    known: async (settings) => known(await feedsOf(settings), revision),
    refresh: async ({ settings, all, show }) => {
      const feeds = await feedsOf(settings);
      await inTurn(feeds, (each) => ask(each, all), show);
      return Promise.all(feeds.map(async ({ name, feed }) => statusOf(name, await read(feed.key))));
    },
  };
}

interface Opened {
  readonly name: string;
  readonly feed: Feed;
}

/** Two that are called alike are told apart: each is one source. */
function named(feeds: readonly Feed[]): readonly Opened[] {
  const distinct = [...new Map(feeds.map((feed) => [feed.key, feed])).values()];
  return distinct.map((feed, at) => {
    const before = distinct.slice(0, at).filter(({ name }) => name === feed.name).length;
    return { feed, name: before === 0 ? feed.name : `${feed.name} ${before + 1}` };
  });
}

/** A copy that can not be read is none: it is made anew. */
function keptOf(text: string | null): Kept {
  if (text === null) return nothing;
  try {
    return { ...nothing, ...(JSON.parse(text) as Kept) };
  } catch {
    return nothing;
  }
}

/** A parser that throws on what came has not understood it. */
const answerOf = (feed: Feed, { copy }: Kept): Promise<FeedAnswer> =>
  feed.ask(copy).catch((error: unknown) => ({
    status: 'failed',
    reason: 'unreadable',
    detail: Error.isError(error) ? error.name : '',
    retryAfter: null,
  }));

/** Who was asked to wait waits, whoever asks. */
function isDue({ next, failure }: Kept, at: Date, all: boolean): boolean {
  if (next === null) return false;
  const mustWait = failure !== null && failure.retryAfter !== null;
  return (all && !mustWait) || Date.parse(next) <= at.getTime();
}

function answered(kept: Kept, answer: FeedAnswer, at: Date): Kept {
  const askedAt = at.toISOString();
  if (answer.status === 'failed') return failed({ ...kept, askedAt }, answer, at);
  const copy = answer.status === 'ok' ? answer.copy : kept.copy;
  return { copy, askedAt, goodAt: askedAt, failure: null, failures: 0, next: after(at, interval) };
}

/** What is gone for good is not asked again, and what it said last still stands. */
function failed(kept: Kept, failure: Failure, at: Date): Kept {
  const rest = Math.min(firstRest * 2 ** kept.failures, longestRest);
  const wait = Math.max(rest, (failure.retryAfter ?? 0) * 1000);
  return {
    ...kept,
    failure,
    failures: kept.failures + 1,
    next: failure.reason === 'gone' ? null : after(at, wait),
  };
}

const after = (at: Date, ms: number): string => new Date(at.getTime() + ms).toISOString();

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

const statusOf = (name: string, { copy, askedAt, goodAt, failure }: Kept): FeedStatus => ({
  name,
  events: copy?.events.length ?? 0,
  askedAt: dateOf(askedAt),
  goodAt: dateOf(goodAt),
  failure,
  skipped: copy?.skipped ?? [],
});

async function inTurn(
  feeds: readonly Opened[],
  ask: (each: Opened) => Promise<void>,
  show: Show,
): Promise<void> {
  const waiting = feeds.values();
  let done = 0;
  const worker = async (): Promise<void> => {
    for (const each of waiting) {
      await ask(each);
      show({ done: (done += 1), of: feeds.length });
    }
  };
  await Promise.all(Array.from({ length: together }, worker));
}
