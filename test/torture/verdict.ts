/** Is what was seen what was to be seen? */
import type { Outcome } from './campaign.ts';
import type { Planned } from './plan.ts';
import { quantile } from './table.ts';

/** Milliseconds in which nine of ten processes are to be ready, of those that nothing kept from it. */
const patience = 5000;

/** What is wrong with it, a sentence each. */
export function faultsOf(outcome: Outcome, { expected }: Pick<Planned, 'expected'>): readonly string[] {
  if (expected !== 'nothing')
    return outcome[expected] > 0
      ? []
      : [`${outcome.name}: nothing ${expected} was seen: the harness is blind`];
  const { lost, double, torn, compared, troubles, wrong, name } = outcome;
  return [
    ...(lost + double > 0 ? wrong : []),
    ...(torn > 0 ? [`${torn} messages are not what was frozen`] : []),
    ...(compared === 0 ? ['no message was compared with what was frozen'] : []),
    ...troubles,
  ].map((fault) => `${name}: ${fault}`);
}

/** On a machine that does nothing else. */
export const slownessOf = ({ name, ready }: Pick<Outcome, 'name' | 'ready'>): readonly string[] => {
  const usual = quantile(ready, 0.9);
  return usual > patience ? [`${name}: ready after ${Math.round(usual)} ms`] : [];
};
