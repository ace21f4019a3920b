/** A schedule as people write it, `毎週月曜 9:00`, `every Mon 09:00`, `0 9 * * 1` → five fields of cron, and back. */
import type { Locale } from '../port.ts';

/** `null`: it is not understood. */
export function readSchedule(_text: string): string | null {
  return null;
}

/** For people: `every Monday 9:00`, `毎週月曜 9:00`; of what has no such words the five fields themselves. */
export const scheduleText = (schedule: string, _locale: Locale): string => schedule;
