/** What calendars say in words → plain text of a bearable length. */
import { plainly } from '../../../src/view/safe.ts';
import { short } from '../../../src/view/short.ts';
import type { Line } from './line.ts';

/** Markup and escapes are gone in the end: what is looked at can be so many times as long as what is kept. */
const RAW = 4;

/** The value of a TEXT (RFC 5545 §3.3.11) with its newlines, as long as `limit` may need; '' where there is no line. */
export const unescaped = (line: Line | undefined, limit: number): string =>
  (line?.value ?? '')
    .slice(0, limit * RAW)
    .replace(/\\([\\;,nN])/gu, (_all, char: string) => (char.toLowerCase() === 'n' ? '\n' : char));

/** One line, at most `limit` characters. */
export const oneLine = (text: string, limit: number): string =>
  short(plainly(text.toWellFormed().replaceAll(/\s+/gu, ' ')).trim(), limit);

/** Lines as they are written, without more than one empty line between two. */
export function paragraphs(text: string, limit: number): string {
  const lines = plainly(text.toWellFormed())
    .split('\n')
    .map((line) => line.trimEnd());
  const kept = lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
  return short(kept.join('\n').trim(), limit);
}
