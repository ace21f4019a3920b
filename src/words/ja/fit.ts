/** What is said where an answer is longer than a message may be. */
import type { Words } from '../en.ts';

export const fit: Words['fit'] = {
  left: (count) => `…ほか${count}件は、ここに入りきりませんでした。`,
};
