/** connpass as a feed: the events of groups, or those that keywords and places find. */
import { readAddress } from '../address.ts';
import { localTime } from '../time.ts';
import type {
  Announced,
  Environment,
  FeedAnswer,
  FeedCopy,
  FeedProblem,
  OpenFeed,
} from '../../../src/port.ts';
import type { Reading } from '../reading.ts';
import { createApi, type ApiOptions } from './api.ts';
import { readEvent, ZONE, type Listed } from './event.ts';
import { createPresentations } from './presentations.ts';
import { queryOf, search, type Setting } from './search.ts';

/** `CONNPASS_API_URL`, which ends in `/api/v2`. Throws UserError `bad-feed-api-url`. */
export const readConnpassUrl = (env: Environment['env']): string =>
  readAddress(env, { name: 'CONNPASS_API_URL', usual: 'https://connpass.com/api/v2', end: '/api/v2' });

export interface ConnpassOptions extends ApiOptions, Reading {}

/** What is over for longer is not kept. */
const KEPT = 90 * 24 * 60 * 60_000;

/** One for each key: all feeds that it opens share the limit of one request a second. */
export function createConnpass(options: ConnpassOptions): OpenFeed {
  const { now, hash } = options;
  const api = createApi(options);
  const withPresentations = createPresentations(api, now);

  const ask = async (setting: Setting, last: FeedCopy | null, signal?: AbortSignal): Promise<FeedAnswer> => {
    const found = await search(api, queryOf(setting, now()), signal);
    if (found.status === 'failed') return found;
    const { listed, skipped } = sorted(found.events, options);
    const recent = listed.filter(({ event }) => isRecent(event, now()));
    const events = await withPresentations(recent, last, signal);
    const left: readonly FeedProblem[] =
      found.left === 0 ? [] : [{ code: 'too-many', detail: String(found.left) }];
    return { status: 'ok', copy: { etag: null, modified: null, events, skipped: [...skipped, ...left] } };
  };

  return (setting) => {
    if (setting.kind !== 'connpass') return null;
    const key = hash(JSON.stringify(setting));
    return { name: 'connpass', key, ask: (last, signal) => ask(setting, last, signal) };
  };
}

/** Each event once, though it may have moved from one page to the next meanwhile; and what was not understood. */
function sorted(
  raws: readonly unknown[],
  reading: Reading,
): { readonly listed: readonly Listed[]; readonly skipped: readonly FeedProblem[] } {
  const read = raws.flatMap((raw) => readEvent(raw, reading) ?? []);
  const listed = read.flatMap((each) => ('event' in each ? [[each.number, each] as const] : []));
  return {
    listed: [...new Map(listed).values()],
    skipped: read.flatMap((each) => ('event' in each ? [] : [each])),
  };
}

const isRecent = ({ start, end }: Announced, now: Date): boolean =>
  (end ?? start) >= (localTime(new Date(now.getTime() - KEPT).toISOString(), ZONE) ?? '');
