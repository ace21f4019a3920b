/** The HTML by which a service describes an event → its words, and the talks that its timetable names. */
import type { PlannedTalk } from '../model.ts';
import { rowsOf } from './html.ts';
import { talksOf } from './timetable.ts';

export interface Description {
  /** Plain text, a line each. */
  readonly text: string;
  readonly talks: readonly PlannedTalk[];
}

/** Characters that are read: several times of what people write. */
const MAX_HTML = 100_000;

/** Never throws. */
export function readDescription(html: string): Description {
  const rows = rowsOf(html.slice(0, MAX_HTML));
  return {
    text: rows.map((cells) => cells.map(({ text }) => text).join(' ')).join('\n'),
    talks: talksOf(rows),
  };
}
