/** Channels that are told of events. */
import type { Happening, Place, Records, State } from '../port.ts';
import { keyOf as nameKey } from '../search/key.ts';
import type { Who } from './who.ts';

export interface Subscription {
  readonly place: Place;
  readonly by: Who;
  /** What an event has to be of; '' is any. */
  readonly series: string;
  readonly tag: string;
  /** Is the channel reminded as well? */
  readonly reminds: boolean;
  /** What was wrong with the last message; `null`: nothing. */
  readonly trouble: string | null;
}

const kind = 'subscription';

/** Of State. */
const longestKey = 200;

const keyOf = ({ platform, workspace, channel }: Place): string =>
  `${platform} ${workspace} ${channel}`.slice(0, longestKey);

export const allSubscriptions = async (records: Pick<Records, 'list'>): Promise<readonly Subscription[]> =>
  (await records.list(kind)).map(({ value }) => value as Subscription);

export const subscriptionAt = async (
  records: Pick<Records, 'get'>,
  place: Place,
): Promise<Subscription | null> =>
  ((await records.get(kind, keyOf(place)))?.value as Subscription | undefined) ?? null;

/** A channel is told as a whole, wherever in it that was asked for: what is asked in Slack by a mention stands in a thread. */
const wholeChannel = ({ thread: _thread, ...channel }: Place): Place => channel;

/** Within a transaction: `null` ends it. */
export async function putSubscription(
  records: Records,
  place: Place,
  wish: Subscription | null,
): Promise<void> {
  const key = keyOf(place);
  const value = wish && { ...wish, place: wholeChannel(wish.place) };
  const version = (await records.get(kind, key))?.version ?? null;
  if (value !== null || version !== null) await records.put({ kind, key, version, value });
}

/** The same, by itself. */
export const writeSubscription = (state: State, place: Place, wish: Subscription | null): Promise<void> =>
  state.transaction((records) => putSubscription(records, place, wish));

/** Is the channel told of that event? */
export const isMeant = (
  { series, tag }: Pick<Subscription, 'series' | 'tag'>,
  event: Pick<Happening, 'series' | 'tags'>,
): boolean =>
  (series === '' || nameKey(event.series ?? '') === nameKey(series)) &&
  (tag === '' || event.tags.some((each) => nameKey(each) === nameKey(tag)));
