/** Since when the bot knows reports, and the slides of their talks: in State, since no file says it. */
import type { CatalogueEntry, Records, State, StateRecord } from '../port.ts';
import { fingerprint } from './fingerprint.ts';
import { byId, looked } from './look.ts';
import type { Seen } from './look.ts';

const kind = 'seen';

/**
 * The reports are spread over as many records: one new report of thousands is a small change, and of 50,000 reports no
 * record comes near the 256 KiB that one may have.
 */
const mostRecords = 256;

const seenIn = ({ value }: StateRecord): readonly Seen[] => value as readonly Seen[];

/**
 * Notes what there is, in one transaction, and writes only what is otherwise than before. The first time everything is known
 * from the beginning, so it is to be asked only once the whole folder has been read.
 */
export const noteSeen = (state: State, reports: readonly CatalogueEntry[], now: Date): Promise<void> =>
  state.transaction(async (records) => {
    const before = await records.list(kind);
    const seen = looked(before.flatMap(seenIn), reports, now);
    for (const change of changesTo(before, seen)) await records.put({ kind, ...change });
  });

function changesTo(before: readonly StateRecord[], seen: readonly Seen[]) {
  const known = new Map(before.map((record) => [record.key, record]));
  const next = Map.groupBy(seen, ({ id }) => String(fingerprint(id) % mostRecords));
  return [...new Set([...known.keys(), ...next.keys()])].flatMap((key) => {
    const record = known.get(key);
    const value = next.get(key)?.toSorted(byId) ?? null;
    const isSame = record !== undefined && value !== null && holdsSame(seenIn(record), value);
    return isSame ? [] : [{ key, version: record?.version ?? null, value }];
  });
}

/** What a look finds to be as it was is the very object that it was. */
const holdsSame = (left: readonly Seen[], right: readonly Seen[]): boolean =>
  left.length === right.length && left.every((seen, at) => seen === right[at]);

/** ISO 8601 by `report ID` and, by the id of the talk, `slides ID`. What was known from the beginning is not among them. */
export async function seenSince(records: Pick<Records, 'list'>): Promise<ReadonlyMap<string, string>> {
  const seen = (await records.list(kind)).flatMap(seenIn);
  const all = seen.flatMap(({ id, since, slides }) => [
    [`report ${id}`, since] as const,
    ...slides.map((each) => [`slides ${each.talk}`, each.since] as const),
  ]);
  return new Map(all.filter(([, since]) => since !== ''));
}
