/** connpass as the bot asks it in tests: the real way out, a simulated connpass, and time that passes when somebody waits. */
import { afterEach } from '@jest/globals';
import { createConnpass } from '../../adapters/feed/connpass/index.ts';
import { understanding } from '../../src/feed/understanding.ts';
import { hash } from '../../adapters/hash/index.ts';
import { createFetch, readAllow } from '../../adapters/http/index.ts';
import type { Announced, Feed, FeedAnswer, FeedCopy, OpenFeed, Sleep } from '../../src/port.ts';
import type { Connpass, Options } from '../connpass/index.ts';
import { startConnpass } from '../connpass/index.ts';

export interface Time {
  readonly now: () => Date;
  readonly sleep: Sleep;
  readonly advance: (ms: number) => void;
}

/** Begins in the morning of 2027-03-01 in Tokyo. */
export function createTime(from = '2027-03-01T00:00:00Z'): Time {
  let at = Date.parse(from);
  const advance = (ms: number): void => {
    at += ms;
  };
  return { now: () => new Date(at), sleep: async (ms) => advance(ms), advance };
}

export interface Asked {
  readonly connpass: Connpass;
  readonly time: Time;
  readonly open: OpenFeed;
  /** The events of the group `container`. */
  readonly feed: Feed;
}

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const container = { kind: 'connpass', groups: ['container'], keywords: [], prefectures: [] } as const;

/** `key`: the right one, if nothing is said. */
export async function askConnpass({
  key,
  ...options
}: Partial<Options> & { readonly key?: string | null }): Promise<Asked> {
  const time = createTime();
  const connpass = await startConnpass({ ...options, now: () => time.now().getTime() });
  stops.push(() => connpass.stop());
  const open = createConnpass({
    understanding,
    fetch: createFetch({ allow: readAllow({}) }),
    key: key === undefined ? connpass.key : key,
    url: connpass.url,
    sleep: time.sleep,
    now: time.now,
    hash,
  });
  return { connpass, time, open, feed: feedOf(open, container) };
}

export function feedOf(open: OpenFeed, setting: Parameters<OpenFeed>[0]): Feed {
  const feed = open(setting, 'Asia/Tokyo');
  if (feed === null) throw new Error('no feed of this adapter');
  return feed;
}

export function copyOf(answer: FeedAnswer): FeedCopy {
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.copy;
}

export function onlyEvent(answer: FeedAnswer): Announced {
  const { events } = copyOf(answer);
  const [event] = events;
  if (event === undefined || events.length > 1) throw new Error(`${events.length} events`);
  return event;
}
