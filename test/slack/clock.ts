/** Time as the simulated Slack has it: it runs like the real one and can be moved on, so that nobody waits for half an hour. */

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

/** `real`: what it runs like. */
export function createClock(real: () => number = Date.now): Clock {
  let offset = 0;
  let isStopped = false;
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

  return {
    now,
    advance: (ms) => {
      offset += ms;
      const due = [...alarms].filter((alarm) => alarm.due <= now());
      due.toSorted((a, b) => a.due - b.due).forEach(ring);
    },
    after: (ms, work) => {
      if (isStopped) return () => undefined;
      const alarm: Alarm = { due: now() + ms, work, timer: setTimeout(() => ring(alarm), ms) };
      alarms.add(alarm);
      return () => drop(alarm);
    },
    stop: () => {
      isStopped = true;
      alarms.forEach(drop);
    },
  };
}
