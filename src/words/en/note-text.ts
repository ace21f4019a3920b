/** What the bot itself says within a note. */
import { plural } from './plural.ts';

export const noteText = {
  nobody: 'somebody',
  edited: (clock: string) => `edited ${clock}`,
  withheld: (count: number) =>
    `${plural(count, 'message')} of people who did not agree to be quoted ${count === 1 ? 'is' : 'are'} left out.`,
};
