/** When a digest is due: a pure function of its schedule, the zone and now. */
import { Temporal } from 'temporal-polyfill';
import { patternOf } from '../content/cron-pattern.ts';
import type { Pattern } from '../content/cron-pattern.ts';
import { localAt, written } from '../event/local.ts';

/** One time at which a schedule wants a digest. */
export interface Slot {
  /** `2027-W09` (ISO 8601) for weekly schedules, else the local day: `2027-03-01`. */
  readonly period: string;
  /** Local day for which it was scheduled. In a gap of the clock at midnight it may be the next one when it comes. */
  readonly day: string;
  readonly at: Date;
}

const dayLength = 86_400_000;

/** Days after which a digest that was missed is no news any more. */
const oldest = 41;

/** Eight years may lie between two 29ths of February. */
const farthest = 8 * 366;

/** The newest slot that is not in the future; `null`: there is none in the last forty days. */
export function latestSlot(schedule: string, zone: string, now: Date): Slot | null {
  const pattern = patternOf(schedule);
  if (pattern === null) return null;
  // Where the clock goes back over midnight, tomorrow has been there already.
  const tomorrow = localMidnight(now, zone) + dayLength;
  for (let back = 0; back <= oldest; back += 1) {
    const day = tomorrow - back * dayLength;
    const slot = pattern.isOn(day) ? slotOn(day, pattern, { schedule, zone }) : null;
    if (slot !== null && slot.at <= now) return slot;
  }
  return null;
}

/** The next slots after an instant, soonest first. */
export function nextSlots(schedule: string, zone: string, after: Date, count: number): readonly Slot[] {
  const pattern = patternOf(schedule);
  const slots: Slot[] = [];
  if (pattern === null) return slots;
  const yesterday = localMidnight(after, zone) - dayLength;
  for (let ahead = 0; ahead < farthest && slots.length < count; ahead += 1) {
    const day = yesterday + ahead * dayLength;
    const slot = pattern.isOn(day) ? slotOn(day, pattern, { schedule, zone }) : null;
    if (slot !== null && slot.at > after) slots.push(slot);
  }
  return slots;
}

interface Wish {
  readonly schedule: string;
  readonly zone: string;
}

/** Exactly one day of every week. */
const weekly = /^\S+ \S+ \* \* (?:[0-7]|[A-Za-z]{3})$/;

/** `null`: the zone left that day out (Apia, 2011-12-30). Its week is there nevertheless. */
function slotOn(midnight: number, { time }: Pattern, { schedule, zone }: Wish): Slot | null {
  const day = new Date(midnight).toISOString().slice(0, 10);
  const local = written(`${day}T${time}`, zone);
  const at = new Date(local);
  if (weekly.test(schedule)) return { period: weekOf(day), day, at };
  return local.startsWith(day) || isThere(day, zone) ? { period: day, day, at } : null;
}

function weekOf(day: string): string {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(day);
  return `${yearOfWeek ?? 0}-W${String(weekOfYear ?? 0).padStart(2, '0')}`;
}

const isThere = (day: string, zone: string): boolean => written(day, zone).startsWith(day);

const localMidnight = (instant: Date, zone: string): number =>
  Date.parse(`${localAt(instant, zone).toPlainDate().toString()}T00:00:00Z`);

/** How the digest of a channel goes. */
export interface Course {
  readonly schedule: string;
  readonly zone: string;
  readonly since: Date;
  /** `at`: ISO 8601, when it was made. */
  readonly recent: readonly { readonly period: string; readonly day: string; readonly at?: string }[];
  readonly now: Date;
}

/**
 * The slot that is to be seen to now; `null`: none. None is older than a digest that was made since, as one can be that
 * another zone brings. A digest of the future was made while the clock was wrong.
 */
export function dueSlot({ schedule, zone, since, recent, now }: Course): Slot | null {
  const slot = latestSlot(schedule, zone, now);
  if (slot === null || slot.at <= since) return null;
  const isSeenTo = recent.some(({ period, day, at }) => {
    const made = at === undefined ? slot.at : new Date(at);
    return period === slot.period || day === slot.day || (made > slot.at && made <= now);
  });
  return isSeenTo ? null : slot;
}
