/** The plan of a round, for who wants to see it before it is carried out. */
import type { Step } from '../event/plan.ts';
import type { Importing } from '../port.ts';
import { words } from '../words/index.ts';
import { compare, tell } from './compare.ts';
import type { Comparing } from './compare.ts';

/** `carryOut` does what a round does with a plan. */
export function createImporting(
  comparing: Comparing,
  carryOut: (steps: readonly Step[]) => Promise<void>,
): Importing {
  let steps: readonly Step[] = [];
  return {
    plan: async () => {
      const { library } = comparing;
      steps = await compare(comparing, await library.refresh({ all: false }));
      const { locale } = await library.settings();
      return tell(steps, { words: words[locale], locale });
    },
    apply: () => carryOut(steps),
  };
}
