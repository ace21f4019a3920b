/** The sentences by language. */
import type { Locale } from '../model.ts';
import { en } from './en.ts';
import type { Words } from './en.ts';
import { ja } from './ja.ts';

export { locales } from '../model.ts';
export type { Words };

export const words: Readonly<Record<Locale, Words>> = { ja, en };
