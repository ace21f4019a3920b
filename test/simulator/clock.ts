/** Time as a simulated platform has it: it runs like the real one and can be moved on, so that nobody waits for half an hour. */

export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Moves on by so many milliseconds, and does what became due, the earliest first. */
  advance(ms: number): void;
  /** Does `work` once that time has passed; the answer takes it back. */
  after(ms: number, work: () => void): () => void;
  /** Nothing rings any more, and nothing can be set. */
  stop(): void;
}

interface Alarm {
  readonly due: number;
  readonly work: () => void;
  readonly timer: NodeJS.Timeout;
}

function drop(alarms: Set<Alarm>, alarm: Alarm): void {
  clearTimeout(alarm.timer);
  alarms.delete(alarm);
}

function ring(alarms: Set<Alarm>, alarm: Alarm): void {
  drop(alarms, alarm);
  alarm.work();
}

/** `real`: what it runs like. */
export function createClock(real: () => number = Date.now): Clock {
  let offset = 0;
  let isStopped = false;
  const alarms = new Set<Alarm>();
  const now = (): number => real() + offset;
  return {
    now,
    advance: (ms) => {
      offset += ms;
      const due = [...alarms].filter((alarm) => alarm.due <= now());
      for (const alarm of due.toSorted((a, b) => a.due - b.due)) ring(alarms, alarm);
    },
    after: (ms, work) => {
      if (isStopped) return () => undefined;
      const timer = setTimeout(() => ring(alarms, alarm), ms);
      const alarm: Alarm = { due: now() + ms, work, timer };
      alarms.add(alarm);
      return () => drop(alarms, alarm);
    },
    stop: () => {
      isStopped = true;
      for (const alarm of alarms) drop(alarms, alarm);
    },
  };
}
