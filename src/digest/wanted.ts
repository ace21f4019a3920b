/** Digests that an organiser wants at once, whatever the schedule says. */
import type { Place, Records, State } from '../port.ts';
import type { Who } from '../event/who.ts';
import { channelKey } from './channel.ts';

export interface WantedDigest {
  readonly place: Place;
  readonly by: Who;
  /** ISO 8601. */
  readonly at: string;
}

const kind = 'digest-now';

export const allWantedDigests = async (records: Pick<Records, 'list'>): Promise<readonly WantedDigest[]> =>
  (await records.list(kind)).map(({ value }) => value as WantedDigest);

/** Asked for twice it is one. */
export const wantDigest = (state: State, wanted: WantedDigest): Promise<void> =>
  state.transaction(async (records) => {
    const key = channelKey(wanted.place);
    if ((await records.get(kind, key)) === null)
      await records.put({ kind, key, version: null, value: wanted });
  });

/** Within a transaction: it has been seen to. */
export async function dropWantedDigest(records: Records, place: Place): Promise<void> {
  const record = await records.get(kind, channelKey(place));
  if (record !== null) await records.put({ ...record, value: null });
}
