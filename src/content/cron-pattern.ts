/** Five fields of cron, as they are evaluated: on the clock of a wall, without any zone. */
import { Cron } from 'croner';

/** Patterns that have been read; most channels share a few. */
const known = new Map<string, Cron>();
const mostKnown = 500;

/** Local times are given and answered as if they were of UTC. Throws for what is no pattern. */
export function patternOf(schedule: string): Cron {
  const before = known.get(schedule);
  if (before !== undefined) return before;
  const pattern = new Cron(schedule, { timezone: 'UTC', paused: true, mode: '5-part' });
  if (known.size >= mostKnown) known.clear();
  known.set(schedule, pattern);
  return pattern;
}

const beginning = new Date('2024-01-01T00:00:00Z');

/** Is it one that a day will come for? */
export function isPattern(schedule: string): boolean {
  try {
    return patternOf(schedule).nextRun(beginning) !== null;
  } catch {
    return false;
  }
}
