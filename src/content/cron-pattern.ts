/** Five fields of cron, as they are evaluated: on the clock of a wall, without any zone. */
import { Cron } from 'croner';

/** Which days a pattern wants, and when. Days are the milliseconds of their midnight, as if it were of UTC. */
export interface Pattern {
  /** Of each of its days the first: `09:00`. Which hours and minutes there are is the same on all of them. */
  readonly time: string;
  readonly isOn: (day: number) => boolean;
}

/** What was made of the last keys is not made again: most channels share a few patterns, and all of them their days. */
function keeping<Key, Made>(most: number, make: (key: Key) => Made): (key: Key) => Made {
  const kept = new Map<Key, Made>();
  return (key) => {
    const before = kept.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    if (kept.size >= most) kept.clear();
    kept.set(key, made);
    return made;
  };
}

const mostPatterns = 500;
const mostDays = 4000;

const beginning = new Date('2024-01-01T00:00:00Z');

/** `null`: it is no pattern, or no day will ever come for it. */
export const patternOf = keeping(mostPatterns, read);

function read(schedule: string): Pattern | null {
  const cron = parse(schedule);
  const some = cron?.nextRun(beginning)?.toISOString().slice(0, 10);
  if (!cron || some === undefined) return null;
  const midnight = Date.parse(`${some}T00:00:00Z`);
  const first = cron.nextRun(new Date(midnight - 1000))?.getTime() ?? midnight;
  const time = new Date(first).toISOString().slice(11, 16);
  return { time, isOn: keeping(mostDays, (day) => cron.match(new Date(day + first - midnight))) };
}

function parse(schedule: string): Cron | null {
  try {
    return new Cron(schedule, { timezone: 'UTC', paused: true, mode: '5-part' });
  } catch {
    return null;
  }
}
