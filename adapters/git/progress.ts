/** How far a clone is, as git tells it on stderr: `Receiving objects:  45% (450/1000)`. */
import type { Show } from '../../src/port.ts';

/** Told what git writes; returns it, or nothing of it where it was progress that is shown. */
export function createProgressReader(show: Show | undefined): (text: string) => string {
  if (show === undefined) return (text) => text;
  return (text) => {
    const [, done, of] = [...text.matchAll(/Receiving objects:\s+\d+% \((\d+)\/(\d+)\)/gu)].at(-1) ?? [];
    if (done !== undefined) show({ done: Number(done), of: Number(of) });
    return done === undefined ? text : '';
  };
}
