/** 答えが一つのメッセージに収まらないときの文。 */
import type { Words } from '../en.ts';

export const fit: Words['fit'] = {
  left: (count) => `…ほか${count}件は、ここに入りきりませんでした。`,
};
