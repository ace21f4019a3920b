/** When someone wants to be reminded, and what of that is due. */
import { Temporal } from 'temporal-polyfill';
import type { Records, State } from '../port.ts';
import { isWholeDay, startsAt } from './fact.ts';
import { atZone } from './local.ts';
import type { KnownEvent } from './plan.ts';
import type { Who } from './who.ts';

/** Minutes before the start, where nobody says otherwise: a day, and an hour. */
export const usualMinutes: readonly number[] = [24 * 60, 60];

export interface Reminder {
  readonly who: Who;
  /** Id of the event then, and its names: either may change. */
  readonly event: string;
  readonly keys: readonly string[];
  readonly title: string;
  readonly minutes: readonly number[];
}

const kind = 'reminder';

/** Of State. */
const longestKey = 200;

const keyOf = ({ who, event }: Pick<Reminder, 'who' | 'event'>): string =>
  `${who.platform} ${who.id} ${event}`.slice(0, longestKey);

export const allReminders = async (records: Pick<Records, 'list'>): Promise<readonly Reminder[]> =>
  (await records.list(kind)).map(({ value }) => value as Reminder);

/** Instead of the one that they have for that event. */
export const setReminder = (state: State, reminder: Reminder): Promise<void> =>
  state.transaction((records) => write(records, reminder, reminder));

export const dropReminder = (state: State, reminder: Reminder): Promise<void> =>
  state.transaction((records) => write(records, reminder, null));

async function write(records: Records, reminder: Reminder, value: Reminder | null): Promise<void> {
  const key = keyOf(reminder);
  const version = (await records.get(kind, key))?.version ?? null;
  if (value !== null || version !== null) await records.put({ kind, key, version, value });
}

/** The same, within a transaction. */
export const forgetReminder = (records: Records, reminder: Reminder): Promise<void> =>
  write(records, reminder, null);

/** The event that is meant, among those that are known. */
export const remindedOf = (
  { event, keys }: Pick<Reminder, 'event' | 'keys'>,
  known: readonly KnownEvent[],
): KnownEvent | null =>
  known.find(({ id }) => id === event) ??
  known.find((each) => keys.length > 0 && each.keys.some((key) => keys.includes(key))) ??
  null;

/** Milliseconds of time that have passed since the last look. */
export interface Passed {
  readonly after: number;
  readonly upTo: number;
}

/** Local time at which one is told of a day without a time. */
const morning = { hour: 9 };

/** How many minutes before the start it is time to say; of several that have come the last. `null`: nothing is due, or it is too late. */
export function dueBefore(
  { seen }: Pick<KnownEvent, 'seen'>,
  minutes: readonly number[],
  { after, upTo }: Passed,
): number | null {
  if (seen.status === 'cancelled' || startsAt(seen) <= upTo) return null;
  const due = minutes.filter((each) => {
    const at = instantBefore(seen, each);
    return at !== null && after < at && at <= upTo;
  });
  return due.length === 0 ? null : Math.min(...due);
}

/** Milliseconds since the epoch. Nobody is woken at midnight for a day without a time. */
export function instantBefore(seen: KnownEvent['seen'], minutes: number): number | null {
  if (!isWholeDay(seen.start)) return startsAt(seen) - minutes * 60_000;
  const days = Math.floor(minutes / (24 * 60));
  if (days === 0) return null;
  const day = Temporal.PlainDate.from(seen.start).subtract({ days });
  return atZone(day.toPlainDateTime(morning), seen.zone).epochMilliseconds;
}
