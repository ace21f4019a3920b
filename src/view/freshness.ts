/** How old what is known is: a line below what was found. */
import type { Paragraph } from 'mdast';
import type { Freshness } from '../port.ts';
import type { Words } from '../words/index.ts';
import { emphasis, paragraph, time } from './build.ts';

interface Reader {
  readonly words: Words;
  /** IANA name. */
  readonly zone: string;
}

/** Nothing where nothing has been read yet. */
export function freshnessLine({ changedAt, commit }: Freshness, { words, zone }: Reader): Paragraph[] {
  if (changedAt === null) return [];
  const at = time(changedAt.toISOString(), zone, 'moment');
  return [paragraph(emphasis(words.result.asOf, ' ', at, commit !== null && ` (${commit})`))];
}
