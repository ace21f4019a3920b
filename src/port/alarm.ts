/** An alarm clock: it rings once a minute, and knows nothing of what is due. */
export interface Alarm {
  /** Resolves when the last ring is over. */
  stop(): Promise<void>;
}

/** `ring` is not called again before it is settled. Where it rejects, `failed` is told, and it rings on. */
export type SetAlarm = (
  ring: (signal: AbortSignal) => Promise<void>,
  failed: (error: unknown) => void,
) => Alarm;
