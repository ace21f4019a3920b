/** Days and clocks of messages, and the names by which one leads to another. */
import { Temporal } from 'temporal-polyfill';
import type { Entry, Manuscript } from './manuscript.ts';

interface Local {
  readonly zone: string;
  /** `2027-03-10T19:03:12` */
  readonly text: string;
}

/** Of a message its day and its clock are asked for several times. */
const known = new WeakMap<Date, Local>();

function local(zone: string, at: Date): string {
  const before = known.get(at);
  if (before?.zone === zone) return before.text;
  const time = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  const text = time.toPlainDateTime().toString({ smallestUnit: 'second' });
  known.set(at, { zone, text });
  return text;
}

/** `2027-03-10` */
export const dayIn = (zone: string, at: Date): string => local(zone, at).slice(0, -'T19:03:12'.length);

/** `19:03` */
export const clockIn = (zone: string, at: Date): string =>
  local(zone, at).slice(-'19:03:12'.length, -':12'.length);

/** By the id of an entry that another one answers: `m20270310-190312`, and `-2` for the second of that moment. */
export function anchorsOf({
  entries,
  zone,
}: Pick<Manuscript, 'entries' | 'zone'>): ReadonlyMap<string, string> {
  const answered = new Set(entries.flatMap(({ quotes }) => quotes.map(({ of }) => of)));
  const anchors = new Map<string, string>();
  const taken = new Map<string, number>();
  for (const entry of entries.filter(({ id }) => answered.has(id))) {
    const name = anchorOf(entry, zone);
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    anchors.set(entry.id, count === 1 ? name : `${name}-${count}`);
  }
  return anchors;
}

const anchorOf = ({ at }: Entry, zone: string): string =>
  `m${local(zone, at).replaceAll(/[-:]/gu, '').replace('T', '-')}`;
