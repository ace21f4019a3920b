/** Lists in pages. */
import type { Visit } from '../visit.ts';

/** How many entries stand on the pages before. */
export const offsetOf = ({ page }: Visit, size: number): number => (page - 1) * size;

/** Of an empty list there is one page. */
export const isPastEnd = ({ page }: Visit, items: readonly unknown[]): boolean =>
  page > 1 && items.length === 0;
