/** Time as the simulated Slack has it: it runs like the real one and can be moved on, so that nobody waits for half an hour. */

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Moves on by so many milliseconds, and does what became due, the earliest first. */
  advance(ms: number): void;
  /** Does `work` once that time has passed; the answer takes it back. */
  after(ms: number, work: () => void): () => void;
  stop(): void;
}

interface Alarm {
  readonly due: number;
  readonly work: () => void;
  readonly timer: NodeJS.Timeout;
}

/** `real`: what it runs like. */
export function createClock(real: () => number = Date.now): Clock {
  let offset = 0;
  const alarms = new Set<Alarm>();
  const now = (): number => real() + offset;

  function drop(alarm: Alarm): void {
    clearTimeout(alarm.timer);
    alarms.delete(alarm);
  }

  function ring(alarm: Alarm): void {
    drop(alarm);
    alarm.work();
  }

  function after(ms: number, work: () => void): () => void {
    const timer = setTimeout(() => ring(alarm), ms);
    const alarm: Alarm = { due: now() + ms, work, timer };
    alarms.add(alarm);
    return () => drop(alarm);
  }

  function advance(ms: number): void {
    offset += ms;
    const due = [...alarms].filter((alarm) => alarm.due <= now());
    for (const alarm of due.toSorted((a, b) => a.due - b.due)) ring(alarm);
  }

  const stop = (): void => [...alarms].forEach(drop);

  return { now, advance, after, stop };
}
