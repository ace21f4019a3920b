/** What every State owes, said once. An adapter's own test runs this suite over what it keeps its records in. */
import { afterEach, beforeEach, describe, test } from '@jest/globals';
import type { State } from '../../src/port.ts';
import { contents } from './state/contents.ts';
import type { Stage } from './state/stage.ts';
import { transactions } from './state/transactions.ts';
import { versions } from './state/versions.ts';

interface OpenState extends State {
  readonly close: () => Promise<void>;
}

/** Runs the suite. `open`: what was kept under the same name before, or an empty State. */
export function describeState(name: string, open: (name: string) => Promise<OpenState>): void {
  describe(`${name} is a State`, () => {
    let state: OpenState;
    let stage: Stage;

    beforeEach(async () => {
      const place = `state-${(places += 1)}`;
      state = await open(place);
      const reopen = async (): Promise<State> => {
        await state.close();
        return (state = await open(place));
      };
      stage = { state, reopen };
    });
    afterEach(() => state.close());

    for (const [title, run] of Object.entries({ ...versions, ...transactions, ...contents }))
      test(title, () => run(stage));
  });
}

let places = 0;
