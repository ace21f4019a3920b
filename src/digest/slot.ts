/** When a digest is due: a pure function of its schedule, the zone and now. */

/** One time at which a schedule wants a digest. */
export interface Slot {
  /** `2027-W09` for weekly schedules, else the local day: `2027-03-01`. */
  readonly period: string;
  /** Local day. */
  readonly day: string;
  readonly at: Date;
}

/** The newest slot that is not in the future; `null`: there is none in the last forty days. */
export function latestSlot(_schedule: string, _zone: string, _now: Date): Slot | null {
  return null;
}

/** The next slots after an instant. */
export function nextSlots(_schedule: string, _zone: string, _after: Date, _count: number): readonly Slot[] {
  return [];
}
