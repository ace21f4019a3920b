/** Links in what others wrote: as it may be shown. */
import type { Link, Text } from 'mdast';
import { link, text } from './build.ts';
import { plainly, safeUrl } from './safe.ts';

/** An address with words, or with itself; where it leads nowhere safe, the words. */
export function linkOrText(url: string | undefined, label: string): Link | Text {
  const safe = url === undefined ? null : safeUrl(url);
  const words = plainly(label);
  return safe === null ? text(words) : link(safe, words === '' ? safe : words);
}
