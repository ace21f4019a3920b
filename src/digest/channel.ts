/** Channels that have a digest, and how it goes there. */
import type { DigestSetting, NamedPlace, Place, Records, State } from '../port.ts';
import type { Who } from '../event/who.ts';

/** What became of one digest. `unknown`: nobody can know whether it stands there. */
export type Outcome = 'waiting' | 'posted' | 'empty' | 'skipped' | 'refused' | 'unknown' | 'late';

/** One digest of a channel. */
export interface Appearance {
  readonly period: string;
  /** Local day, `2027-03-01`: a channel has one digest a day at most. */
  readonly day: string;
  /** ISO 8601: up to when it tells what is new. */
  readonly at: string;
  readonly outcome: Outcome;
  /** How many things it says. */
  readonly items: number;
  /** Key of its edition. */
  readonly key: string;
}

export interface DigestChannel {
  readonly place: NamedPlace;
  readonly setting: DigestSetting;
  /** Where the setting stands: what the community's file says can not be changed in a chat. */
  readonly from: 'chat' | 'file';
  /** Who set it up; `null`: the file. */
  readonly by: Who | null;
  /** ISO 8601: it has no digest that was due before. */
  readonly since: string;
  /** ISO 8601: what is older is no news to it as long as it has been told nothing; `since`, where nothing is said. */
  readonly newsFrom?: string;
  /** `until`: ISO 8601, `null` until somebody wants it again. `null`: it is not paused. */
  readonly paused: { readonly until: string | null } | null;
  /** What is wrong, as the platform calls it: it rests until somebody has seen to that. */
  readonly trouble: string | null;
  /** The period that is to be left out. */
  readonly skips: string | null;
  /** The last digests, newest last. */
  readonly recent: readonly Appearance[];
}

/** Outcomes of digests that stand there, will, or may. */
const standing: ReadonlySet<Outcome> = new Set(['waiting', 'posted', 'unknown']);

/** Has the channel had its one digest of that local day? What was left out, or had nothing to say, is none. */
export const hasDigestOn = ({ recent }: Pick<DigestChannel, 'recent'>, day: string): boolean =>
  recent.some((each) => each.day === day && standing.has(each.outcome));

/** As many are remembered of a channel. */
export const mostRecent = 24;

const kind = 'digest';

/** Of State. */
const longestKey = 200;

type Where = Pick<Place, 'platform' | 'workspace' | 'channel'>;

/** The same for every place in a channel. */
export const channelKey = ({ platform, workspace, channel }: Where): string =>
  `${platform} ${workspace} ${channel}`.slice(0, longestKey);

export const allDigestChannels = async (records: Pick<Records, 'list'>): Promise<readonly DigestChannel[]> =>
  (await records.list(kind)).map(({ value }) => value as DigestChannel);

export const digestChannelAt = async (
  records: Pick<Records, 'get'>,
  place: Where,
): Promise<DigestChannel | null> =>
  ((await records.get(kind, channelKey(place)))?.value as DigestChannel | undefined) ?? null;

/** Within a transaction: `next` says what becomes of it; `null` ends it. Resolves to that. */
export async function changeDigestChannel(
  records: Records,
  place: Where,
  next: (before: DigestChannel | null) => DigestChannel | null,
): Promise<DigestChannel | null> {
  const key = channelKey(place);
  const record = await records.get(kind, key);
  const value = next((record?.value as DigestChannel | undefined) ?? null);
  if (value !== null || record !== null)
    await records.put({ kind, key, version: record?.version ?? null, value });
  return value;
}

/** The same, by itself. */
export const writeDigestChannel = (
  state: State,
  place: Where,
  next: (before: DigestChannel | null) => DigestChannel | null,
): Promise<DigestChannel | null> => state.transaction((records) => changeDigestChannel(records, place, next));

/** With one more digest, or with what has become of one. */
export function withAppearance(channel: DigestChannel, appearance: Appearance): DigestChannel {
  const others = channel.recent.filter(({ key }) => key !== appearance.key);
  const at = channel.recent.findIndex(({ key }) => key === appearance.key);
  const place = at < 0 ? others.length : at;
  const recent = [...others.slice(0, place), appearance, ...others.slice(place)];
  return { ...channel, recent: recent.slice(-mostRecent) };
}
