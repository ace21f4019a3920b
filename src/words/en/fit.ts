/** What is said where an answer is longer than a message may be. */
import { plural } from './plural.ts';

export const fit = {
  left: (count: number) => `…and ${plural(count, 'more part')} that did not fit here.`,
};
