/** What people would notice between an event as it was known and as it is. */
import type { Happening } from '../model.ts';
import { isWholeDay, startsAt } from './fact.ts';

/** As much of a happening as people see of it, and nothing that changes behind it. */
export type Seen = Pick<
  Happening,
  | 'title'
  | 'start'
  | 'end'
  | 'zone'
  | 'place'
  | 'address'
  | 'online'
  | 'url'
  | 'status'
  | 'capacity'
  | 'accepted'
  | 'waiting'
>;

export const seenOf = (happening: Seen): Seen => {
  const { title, start, end, zone, place, address, online, url, status, capacity, accepted, waiting } =
    happening;
  return { title, start, end, zone, place, address, online, url, status, capacity, accepted, waiting };
};

/** One thing that is otherwise. */
export type Change =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'revived' }
  | { readonly kind: 'moved'; readonly from: Times; readonly to: Times }
  | {
      readonly kind: 'longer';
      readonly from: string | null;
      readonly to: string | null;
      readonly zone: string;
    }
  | ({ readonly kind: 'renamed' } & Texts)
  | ({ readonly kind: 'relocated' } & Texts)
  | ({ readonly kind: 'readdressed' } & Texts)
  | { readonly kind: 'opened'; readonly seats: number };

interface Texts {
  readonly from: string | null;
  readonly to: string | null;
}

export type Times = Pick<Happening, 'start' | 'zone'>;

/** In the order in which one tells them. Counts of people alone are none, unless a full event has seats again. */
export function changesFrom(before: Seen, after: Seen): readonly Change[] {
  return [
    ...cancelling(before, after),
    ...moving(before, after),
    ...texts(before, after),
    ...opening(before, after),
  ];
}

function cancelling({ status: from }: Seen, { status: to }: Seen): readonly Change[] {
  if (from === to) return [];
  return [{ kind: to === 'cancelled' ? 'cancelled' : 'revived' }];
}

/** An event that only goes on for longer has not moved. Of several days, or a day without a time, the dates count. */
function moving(before: Seen, after: Seen): readonly Change[] {
  const isSame = isWholeDay(before.start) === isWholeDay(after.start) && startsAt(before) === startsAt(after);
  const times = ({ start, zone }: Seen): Times => ({ start, zone });
  if (!isSame) return [{ kind: 'moved', from: times(before), to: times(after) }];
  if (instant(before.end) === instant(after.end)) return [];
  return [{ kind: 'longer', from: before.end, to: after.end, zone: after.zone }];
}

/** Another way to write the same instant is none that people see. */
const instant = (time: string | null): number | string | null =>
  time === null || isWholeDay(time) ? time : Date.parse(time);

function texts(before: Seen, after: Seen): readonly Change[] {
  const fields = [
    ['renamed', before.title, after.title],
    ['relocated', placeOf(before), placeOf(after)],
    ['readdressed', before.url, after.url],
  ] as const;
  return fields.flatMap(([kind, from, to]): readonly Change[] => (from === to ? [] : [{ kind, from, to }]));
}

const placeOf = ({ place, address, online }: Seen): string | null => place ?? address ?? online;

/** Somebody may still be waiting whose turn it is: then no seat is free for others. */
function opening(before: Seen, after: Seen): readonly Change[] {
  const seats = seatsLeft(after);
  const isOpened = seatsLeft(before) === 0 && seats !== null && seats > 0;
  return isOpened ? [{ kind: 'opened', seats }] : [];
}

/** Seats that anyone may still take; `null`: nobody says. */
export function seatsLeft({
  capacity,
  accepted,
  waiting,
}: Pick<Seen, 'capacity' | 'accepted' | 'waiting'>): number | null {
  if (capacity === null || accepted === null) return null;
  return (waiting ?? 0) > 0 ? 0 : Math.max(capacity - accepted, 0);
}
