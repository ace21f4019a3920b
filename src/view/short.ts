/** A text where there is room for so much and no more. */
import { chunks } from './pages.ts';
import { plainly } from './safe.ts';

/** At most `limit` characters (UTF-16 units), cut between two that people see, and then with `…` at its end. */
export function short(value: string, limit: number): string {
  if (value.length <= limit) return value;
  const [beginning = ''] = chunks(value, limit - 1, '\n');
  return `${beginning.toWellFormed()}…`;
}

/** What a button is called; no chat takes an empty label. */
export const labelText = (label: string, limit: number): string =>
  short(plainly(label).toWellFormed(), limit) || '…';
