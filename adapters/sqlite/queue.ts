/** One task after the other, in the order in which they came. */
import { setImmediate } from 'node:timers/promises';

export type Queue = <T>(task: () => T | Promise<T>) => Promise<T>;

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    // A turn of the event loop comes before each: an answer that is on its way does not wait for the disk.
    const result = last.then(() => setImmediate()).then(task);
    // What became of one is no matter of the next.
    last = result.catch(() => {});
    return result;
  };
}
