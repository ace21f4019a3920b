/** Doorkeeper as a feed: the events of groups. */
import { readAddress } from '../address.ts';
import type {
  Announced,
  Environment,
  FeedAnswer,
  FeedProblem,
  FeedSetting,
  OpenFeed,
} from '../../../src/port.ts';
import type { Reading } from '../reading.ts';
import { createApi, type ApiOptions } from './api.ts';
import { readEvent } from './event.ts';
import { eventsOf } from './group.ts';

/** `DOORKEEPER_API_URL`. Throws UserError `bad-feed-api-url`. */
export const readDoorkeeperUrl = (env: Environment['env']): string =>
  readAddress(env, { name: 'DOORKEEPER_API_URL', usual: 'https://api.doorkeeper.jp', end: '' });

export interface DoorkeeperOptions extends ApiOptions, Reading {}

/** What is over for longer is not asked for. */
const KEPT = 90 * 24 * 60 * 60_000;

/** One for each token: all feeds that it opens share its limit. */
export function createDoorkeeper(options: DoorkeeperOptions): OpenFeed {
  const { hash } = options;
  const api = createApi(options);

  const ask = async ({ groups, zone }: Asked, signal?: AbortSignal): Promise<FeedAnswer> => {
    const since = new Date(options.now().getTime() - KEPT).toISOString().slice(0, 10);
    const events: Announced[] = [];
    const skipped: FeedProblem[] = [];
    for (const group of new Set(groups)) {
      const found = await eventsOf(api, { group, since }, signal);
      if (found.status === 'failed') return found;
      const read = found.events.flatMap((raw) => readEvent(raw, { ...options, zone }) ?? []);
      events.push(...read.filter(isEvent));
      skipped.push(...read.flatMap((each) => (isEvent(each) ? [] : [each])));
      if (found.left > 0) skipped.push({ code: 'too-many', detail: String(found.left) });
    }
    const unique = [...new Map(events.map((event) => [event.id, event])).values()];
    return { status: 'ok', copy: { etag: null, modified: null, events: unique, skipped } };
  };

  return (setting, zone) => {
    if (setting.kind !== 'doorkeeper') return null;
    const { groups } = setting;
    const key = hash(JSON.stringify(setting));
    return { name: 'doorkeeper', key, ask: (_last, signal) => ask({ groups, zone }, signal) };
  };
}

interface Asked extends Pick<Extract<FeedSetting, { kind: 'doorkeeper' }>, 'groups'> {
  readonly zone: string;
}

const isEvent = (read: Announced | FeedProblem): read is Announced => 'zone' in read;
