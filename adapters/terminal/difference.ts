/** One thing in which what a platform has is not what is asked for, on a line. */
import type { Difference } from '../../src/port.ts';
import { plainly } from '../../src/view/safe.ts';
import type { Words } from '../../src/words/index.ts';

export const differenceLine = ({ kind, path, saved, asked }: Difference, { setup }: Words): string =>
  plainly(setup.difference[kind](path, JSON.stringify(saved), JSON.stringify(asked)));
