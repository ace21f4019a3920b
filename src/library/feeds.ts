/** What the feeds said last, and when each is to be asked again. Nothing that goes wrong there goes wrong here. */
import type {
  Copies,
  Feed,
  FeedAnswer,
  FeedCopy,
  FeedSetting,
  FeedStatus,
  Hash,
  OpenFeed,
  Settings,
  Show,
} from '../port.ts';
import { answered, isDue, keptOf, statusOf, textOf } from './kept-feed.ts';
import type { KeptFeed } from './kept-feed.ts';
import { remembered } from './remembered.ts';
import type { Parts } from './sync.ts';

export interface FeedParts {
  /** Asked for when a community has feeds: what reads them need not be there for all others. */
  readonly open: () => Promise<OpenFeed>;
  readonly copies: Copies;
}

export interface Feeds {
  /** What is known of each, whether or not it answers just now. */
  known(settings: Settings): Promise<readonly KnownFeed[]>;
  /** How each is, without asking any. */
  statuses(settings: Settings): Promise<readonly FeedStatus[]>;
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

/** Feeds that are asked at the same time. */
const together = 6;

export function createFeeds({ open, copies }: FeedParts, { now, hash }: Pick<Parts, 'now' | 'hash'>): Feeds {
  let opening: Promise<OpenFeed> | null = null;
  const opened = remembered(async (settings: readonly FeedSetting[], zone: string) => {
    if (settings.length === 0) return [];
    const openFeed = await (opening ??= open());
    return named(
      settings.flatMap((each) => openFeed(each, zone) ?? []),
      hash,
    );
  });
  const held = new Map<string, Promise<KeptFeed>>();
  let revision = 0;
  const read = (key: string): Promise<KeptFeed> => {
    const kept = held.get(key) ?? copies.read(key).then(keptOf);
    held.set(key, kept);
    return kept;
  };
  const ask = async ({ feed }: Opened, all: boolean): Promise<void> => {
    const kept = await read(feed.key);
    if (!isDue(kept, now(), all)) return;
    const next = answered(kept, await answerOf(feed, kept), now());
    held.set(feed.key, Promise.resolve(next));
    if (next.copy?.events !== kept.copy?.events) revision += 1;
    await copies.write(feed.key, textOf(next));
  };
  const known = remembered(async (feeds: readonly Opened[], _revision: number) => {
    const all = await Promise.all(
      feeds.map(async ({ name, feed }) => ({ name, copy: (await read(feed.key)).copy })),
    );
    return all.flatMap(({ name, copy }) => (copy === null ? [] : [{ name, copy }]));
  });
  const feedsOf = ({ feeds, zone }: Settings): Promise<readonly Opened[]> => opened(feeds, zone);
  const statuses = async (settings: Settings): Promise<readonly FeedStatus[]> =>
    Promise.all(
      (await feedsOf(settings)).map(async ({ name, feed }) => statusOf(name, await read(feed.key))),
    );
  return {
    known: async (settings) => known(await feedsOf(settings), revision),
    statuses,
    refresh: async ({ settings, all, show }) => {
      await inTurn(await feedsOf(settings), (each) => ask(each, all), show);
      return statuses(settings);
    },
  };
}

interface Opened {
  readonly name: string;
  readonly feed: Feed;
}

/** Two that are called alike are told apart, in the same way whichever else there are: each is one source. */
function named(feeds: readonly Feed[], hash: Hash): readonly Opened[] {
  const distinct = [...new Map(feeds.map((feed) => [feed.key, feed])).values()];
  const alike = Map.groupBy(distinct, ({ name }) => name);
  return distinct.map((feed) => {
    const isOnly = alike.get(feed.name)?.length === 1;
    return { feed, name: isOnly ? feed.name : `${feed.name} ${hash(feed.key).slice(0, signLength)}` };
  });
}

/** Characters that tell a feed from another. */
const signLength = 4;

/** A parser that throws on what came has not understood it. */
const answerOf = (feed: Feed, { copy }: KeptFeed): Promise<FeedAnswer> =>
  feed.ask(copy).catch((error: unknown) => ({
    status: 'failed',
    reason: 'unreadable',
    detail: Error.isError(error) ? error.name : '',
    retryAfter: null,
  }));

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
