/** Being asked to stop: Ctrl-C, a container's SIGTERM, a terminal that closes. */
import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

export interface Stopping {
  /** Settles when the first signal comes. The second one ends the process at once. */
  readonly requested: Promise<void>;
  readonly isRequested: () => boolean;
  /** Signals have their usual meaning again. */
  readonly ignore: () => void;
}

/** Listens from now on. As process 1 of a container, a program that does not listen can not be stopped at all. */
export function listenForStop(): Stopping {
  const { promise, resolve } = Promise.withResolvers<void>();
  let asked = false;
  const heard = (signal: (typeof signals)[number]): void => {
    if (asked) process.exit(128 + constants.signals[signal]);
    asked = true;
    resolve();
  };
  for (const signal of signals) process.on(signal, heard);
  return {
    requested: promise,
    isRequested: () => asked,
    ignore: () => {
      for (const signal of signals) process.off(signal, heard);
    },
  };
}
