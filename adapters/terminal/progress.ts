/** Progress of what takes longer than two seconds, on stderr: one line that rewrites itself, and nothing in a pipe. */
import type { Show } from '../../src/port.ts';

const quietMs = 2000;
const everyMs = 100;

export interface Progress {
  readonly show: Show;
  /** Takes the line away. */
  readonly end: () => void;
}

/** Shows `sentence(done, of)` and the time left, as far as the pace so far tells. */
export function createProgress(parts: {
  readonly stream: { readonly isTTY?: boolean; write(text: string): unknown };
  readonly now: () => number;
  readonly sentence: (done: number, of: number) => string;
  readonly left: (seconds: number) => string;
}): Progress {
  const { stream, now, sentence, left } = parts;
  const began = now();
  let last = -Infinity;
  const show: Show = ({ done, of }) => {
    const at = now();
    if (stream.isTTY !== true || of === null || at - began < quietMs || at - last < everyMs) return;
    last = at;
    const seconds = done === 0 ? null : Math.ceil(((at - began) / done) * (of - done)) / 1000;
    const rest = seconds === null ? '' : ` · ${left(Math.ceil(seconds))}`;
    stream.write(`\r\u001b[2K${sentence(done, of)}${rest}`);
  };
  const end = (): void => {
    if (last > -Infinity) stream.write('\r\u001b[2K');
  };
  return { show, end };
}
