/** Names of files from titles. */

const LONGEST = 60;

/** Where a title says nothing that a name could have. */
const NAMELESS = 'event';

/**
 * `reports/2027-03-10-コンテナの夜-12.md`: letters and digits of any script, in lower case, at most 60 UTF-16 code units
 * behind the day. The day before it keeps it from being a name that some system reserves.
 */
export const datedPath = (folder: string, day: string, title: string): string =>
  `${folder}/${day}-${slugOf(title)}.md`;

function slugOf(title: string): string {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-');
  return trimmed(shortened(trimmed(words))) || NAMELESS;
}

const trimmed = (text: string): string => text.replace(/^[-\p{M}]+|-+$/gu, '');

/** Never in the middle of what people see as one character. */
function shortened(text: string): string {
  let short = '';
  for (const { segment } of new Intl.Segmenter('ja', { granularity: 'grapheme' }).segment(text)) {
    if (short.length + segment.length > LONGEST) break;
    short += segment;
  }
  return short;
}
