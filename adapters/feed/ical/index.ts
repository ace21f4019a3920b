/** Calendars of others (iCalendar, RFC 5545), by their address or from a file of the community's folder. */
import type { Failed } from '../answer.ts';
import type { Feed, FeedAnswer, FeedCopy, Fetch, Fetched, OpenFeed } from '../../../src/port.ts';
import type { Reading } from '../reading.ts';
import { LONGEST } from './limits.ts';
import { isCalendar, readCalendar } from './read.ts';
import { oneLine } from './text.ts';

export interface Surroundings extends Reading {
  readonly fetch: Fetch;
  /** A file below the content folder; `null`: there is none that may be read. Never rejects. */
  readonly read: (path: string) => Promise<string | null>;
}

type Got = Exclude<Fetched, { status: 'failed' }> | Failed;

/** How one kind of place is called and asked. Private addresses hold a secret in their path, so only the host is said. */
interface Source {
  readonly name: string;
  readonly get: (last: FeedCopy | null, signal?: AbortSignal) => Promise<Got>;
}

/** The calendar at an address (`https:`, `http:`, `webcal:`) or a path below the folder. */
export const createIcal =
  (surroundings: Surroundings): OpenFeed =>
  (setting, zone) => {
    if (setting.kind !== 'ical') return null;
    const { name, get } = sourceAt(setting.at.trim(), surroundings);
    const ask: Feed['ask'] = async (last, signal) => {
      const got = await get(last, signal);
      return got.status === 'ok' ? understood(got, { ...surroundings, zone, signal }) : got;
    };
    // What its times mean depends on the zone: copies of another one are not its own.
    return { name, key: `ical ${surroundings.hash(`${setting.at} ${zone}`)}`, ask };
  };

function sourceAt(at: string, { fetch, read, hash }: Surroundings): Source {
  const url = URL.parse(at.replace(/^webcals?:/iu, 'https:'));
  if (!url) return { name: nameOf(at), get: (last) => readFile(at, last, { read, hash }) };
  const isWeb = /^https?:$/u.test(url.protocol);
  const get: Source['get'] = isWeb
    ? (last, signal) => fetch({ url: url.href, ...(last ? { since: validatorsOf(last) } : {}) }, signal)
    : async () => failed('setting', url.protocol);
  return { name: nameOf(isWeb ? url.host : url.protocol), get };
}

const nameOf = (place: string): string => oneLine(`ical ${place}`, LONGEST.place);

const validatorsOf = ({ etag, modified }: FeedCopy): Pick<FeedCopy, 'etag' | 'modified'> => ({
  etag,
  modified,
});

/** A file is the same if its text is. */
async function readFile(
  path: string,
  last: FeedCopy | null,
  { read, hash }: Pick<Surroundings, 'read' | 'hash'>,
): Promise<Got> {
  const text = await read(path);
  if (text === null) return failed('missing', path);
  const etag = hash(text);
  return etag === last?.etag ? { status: 'same' } : { status: 'ok', text, type: null, etag, modified: null };
}

async function understood(
  { text, type, etag, modified }: Extract<Got, { status: 'ok' }>,
  setting: Parameters<typeof readCalendar>[1],
): Promise<FeedAnswer> {
  if (!isCalendar(text)) return failed('unreadable', type ?? '');
  try {
    return { status: 'ok', copy: { ...(await readCalendar(text, setting)), etag, modified } };
  } catch (error) {
    if (!setting.signal?.aborted) throw error;
    return failed('timeout', '');
  }
}

const failed = (reason: Failed['reason'], detail: string): Failed => ({
  status: 'failed',
  reason,
  detail,
  retryAfter: null,
});
