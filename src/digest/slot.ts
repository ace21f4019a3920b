/** When a digest is due: a pure function of its schedule, the zone and now. */
import { Temporal } from 'temporal-polyfill';
import { atZone, localAt } from '../event/local.ts';
import { patternOf } from '../content/cron-pattern.ts';

/** One time at which a schedule wants a digest. */
export interface Slot {
  /** `2027-W09` for weekly schedules, else the local day: `2027-03-01`. */
  readonly period: string;
  /** Local day. */
  readonly day: string;
  readonly at: Date;
}

/** Exactly one day of every week. */
const weekly = /^\S+ \S+ \* \* (?:[0-7]|[A-Za-z]{3})$/;

function slotOn(day: Temporal.PlainDate, schedule: string, zone: string): Slot | null {
  const midnight = new Date(`${day.toString()}T00:00:00Z`);
  const first = patternOf(schedule).nextRun(new Date(midnight.getTime() - 1000));
  const local = first?.toISOString().slice(0, 19) ?? '';
  if (!local.startsWith(day.toString())) return null;
  const at = new Date(atZone(Temporal.PlainDateTime.from(local), zone).epochMilliseconds);
  return { period: weekly.test(schedule) ? weekOf(day) : day.toString(), day: day.toString(), at };
}

const weekOf = ({ yearOfWeek, weekOfYear }: Temporal.PlainDate): string =>
  `${yearOfWeek ?? 0}-W${String(weekOfYear ?? 0).padStart(2, '0')}`;

/** The newest slot that is not in the future; `null`: there is none in the last forty days. */
export function latestSlot(schedule: string, zone: string, now: Date): Slot | null {
  let day = localAt(now, zone).toPlainDate().add({ days: 1 });
  for (let back = 0; back <= 41; back += 1, day = day.subtract({ days: 1 })) {
    const slot = slotOn(day, schedule, zone);
    if (slot !== null && slot.at <= now) return slot;
  }
  return null;
}

/** The next slots after an instant. */
export function nextSlots(schedule: string, zone: string, after: Date, count: number): readonly Slot[] {
  const slots: Slot[] = [];
  let day = localAt(after, zone).toPlainDate().subtract({ days: 1 });
  for (let ahead = 0; ahead < 800 && slots.length < count; ahead += 1, day = day.add({ days: 1 })) {
    const slot = slotOn(day, schedule, zone);
    if (slot !== null && slot.at > after) slots.push(slot);
  }
  return slots;
}

export interface Course {
  readonly schedule: string;
  readonly zone: string;
  readonly since: Date;
  readonly recent: readonly { readonly period: string; readonly day: string }[];
  readonly now: Date;
}

/** The slot that is to be seen to now; `null`: none. */
export function dueSlot({ schedule, zone, since, recent, now }: Course): Slot | null {
  const slot = latestSlot(schedule, zone, now);
  if (slot === null || slot.at <= since) return null;
  return recent.some(({ period, day }) => period === slot.period || day === slot.day) ? null : slot;
}
