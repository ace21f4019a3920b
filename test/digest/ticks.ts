/** A bot that looks at its clock: what it makes of a schedule at the moments at which it does. */
import { Temporal } from 'temporal-polyfill';
import { mostRecent } from '../../src/digest/channel.ts';
import { dueSlot } from '../../src/digest/slot.ts';
import type { Course, Slot } from '../../src/digest/slot.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export interface Made extends Slot {
  readonly made: Date;
}

export interface Wished {
  readonly schedule: string;
  readonly zone: string;
}

/** Remembers as much as the bot does. `wished`: what is wished for at a moment. */
export function digestsAt(
  ticks: Iterable<Date>,
  wished: Wished | ((now: Date) => Wished),
  since = new Date(0),
): readonly Made[] {
  const all: Made[] = [];
  let recent: Course['recent'] = [];
  for (const now of ticks) {
    const slot = dueSlot({ ...(typeof wished === 'function' ? wished(now) : wished), since, recent, now });
    if (slot === null) continue;
    all.push({ ...slot, made: now });
    recent = [...recent, { ...slot, at: now.toISOString() }].slice(-mostRecent);
  }
  return all;
}

/** Every so many milliseconds, both ends included. */
export function* every(step: number, from: string, to: string): Generator<Date> {
  const last = Date.parse(to);
  for (let at = Date.parse(from); at <= last; at += step) yield new Date(at);
}

/** What a clock of the zone shows: `2027-03-01T09:00:00`. */
export const shown = (at: Date, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'second' });

/** When a zone changes its clock within a time. */
export function changesOf(zone: string, from: string, to: string): readonly Date[] {
  const found: Date[] = [];
  let at = Temporal.Instant.from(from).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  for (; at !== null && at.epochMilliseconds < Date.parse(to); at = at.getTimeZoneTransition('next'))
    found.push(new Date(at.epochMilliseconds));
  return found;
}
