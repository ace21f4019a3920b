/** An answer as `ask --json` prints it. */
import type { View } from '../../../src/port.ts';

interface Asked {
  readonly line: string;
  /** The line without the name of its command. */
  readonly input: string;
  readonly isSearch: boolean;
}

/** A search lies open; of any other command all stands in `data`, its files too. */
export function answerOf(view: View, { line, input, isSearch }: Asked): object {
  const q = isSearch ? input : line;
  if (view.failure !== undefined) return { q, error: view.failure.message };
  return isSearch ? { q, ...(view.data as object) } : { q, data: dataOf(view) };
}

const dataOf = ({ data, files }: View): unknown =>
  files === undefined ? data : { ...(data as object), files };
