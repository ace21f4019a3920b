/** Feeds that say what a test wants, asked by a clock that it moves. */
import { readSettings } from '../../src/config.ts';
import { createFeeds } from '../../src/library/feeds.ts';
import type { Feeds } from '../../src/library/feeds.ts';
import type { Announced, Copies, FeedAnswer, FeedCopy, FeedStatus, Settings } from '../../src/port.ts';
import { eventFile } from '../event/event-file.ts';

export const minute = 60_000;
export const hour = 60 * minute;

/** An event that says nothing of itself but its title and this. */
export const announced = (title: string, facts: Partial<Announced> = {}): Announced => {
  const { file: _file, problems: _problems, ...announcement } = eventFile({ title });
  return { ...announcement, presentations: [], ...facts };
};

export const copyOf = (title: string): FeedCopy => ({
  events: [announced(title)],
  skipped: [],
  etag: null,
  modified: null,
});

export const ok = (title = '夜'): FeedAnswer => ({ status: 'ok', copy: copyOf(title) });

type Failure = Extract<FeedAnswer, { status: 'failed' }>;

export const failing = (reason: Failure['reason'] = 'broken', retryAfter: number | null = null): Failure => ({
  status: 'failed',
  reason,
  detail: '503',
  retryAfter,
});

/** Calendars of these places. */
export const settingsFor = (...places: readonly string[]): Settings => ({
  ...readSettings(null).settings,
  feeds: places.map((at) => ({ kind: 'ical', at })),
});

export interface Scene {
  /** Milliseconds go by, then the feeds are asked; resolves to which of them were. */
  readonly after: (ms: number, asked?: { readonly all?: boolean; readonly of?: Settings }) => Promise<string>;
  readonly status: () => Promise<readonly FeedStatus[]>;
  readonly feeds: Feeds;
  /** What each was told of its last copy. */
  readonly told: readonly (FeedCopy | null)[];
  readonly opened: readonly string[];
  /** What every feed says from now on. */
  say(answer: (at: string) => FeedAnswer | Promise<FeedAnswer>): void;
  /** The same copies in a bot that has just begun. */
  readonly again: () => Scene;
}

interface Kept {
  readonly copies?: Copies;
  readonly from?: number;
}

/** The name of a feed is its place up to a dot: two can be called alike. */
export function scene(
  settings: Settings,
  { copies = inMemory(), from = Date.parse('2027-03-01') }: Kept = {},
): Scene {
  let at = from;
  let answer: Parameters<Scene['say']>[0] = () => ok();
  let asked: string[] = [];
  const [told, opened]: [(FeedCopy | null)[], string[]] = [[], []];
  const open = async () => (setting: Settings['feeds'][number]) => {
    if (setting.kind !== 'ical') return null;
    opened.push(setting.at);
    const ask = async (last: FeedCopy | null) => {
      asked.push(setting.at);
      told.push(last);
      return answer(setting.at);
    };
    return { name: `ical ${setting.at.split('.')[0] ?? ''}`, key: setting.at, ask };
  };
  const feeds = createFeeds(
    { open, copies },
    { now: () => new Date(at), hash: (text) => text.toUpperCase() },
  );
  return {
    after: async (ms, { all = false, of = settings } = {}) => {
      at += ms;
      asked = [];
      await feeds.refresh({ settings: of, all, show: () => {} });
      return asked.join(' ');
    },
    status: () => feeds.refresh({ settings: { ...settings }, all: false, show: () => {} }),
    feeds,
    told,
    opened,
    say: (next) => {
      answer = next;
    },
    again: () => scene(settings, { copies, from: at }),
  };
}

function inMemory(): Copies {
  const kept = new Map<string, string>();
  return {
    read: async (key) => kept.get(key) ?? null,
    write: async (key, text) => void kept.set(key, text),
  };
}
