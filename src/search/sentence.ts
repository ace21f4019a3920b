/** A text as the sentences that people see: where one ends, and how the next is put beside it. */

/** A sentence, or a line without closing punctuation. */
export interface Sentence {
  readonly text: string;
  /** What stands between it and the one before. */
  readonly before: '' | ' ' | ' / ';
}

/** In the order of the text; `lines` have no line breaks. */
export function sentencesOf(lines: readonly string[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let last = '';
  for (const line of unwrapped(lines)) {
    for (const [at, text] of piecesOf(line).entries()) {
      sentences.push({ text, before: last === '' ? '' : at > 0 ? within(last) : between(last) });
      last = text;
    }
  }
  return sentences;
}

const unfinishedWide = /、$/u;
const unfinished = /[,;]$/u;
const lowerCase = /^\p{Ll}/u;

/** Shorter lines were not broken because the next word had no room. */
const wrapped = 50;

/** A sentence that goes on in the next line is one line. */
function unwrapped(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const [at, line] of lines.entries()) {
    const last = lines[at - 1] ?? '';
    const goesOn = unfinished.test(last) || (last.length >= wrapped && lowerCase.test(line));
    if (unfinishedWide.test(last)) joined.push(`${joined.pop() ?? ''}${line}`);
    else if (goesOn) joined.push(`${joined.pop() ?? ''} ${line}`);
    else joined.push(line);
  }
  return joined;
}

/** After closing punctuation and the brackets that it closes; in Latin scripts only before a capital. */
const ends = /(?<=[。！？][」』）)]*)(?![。！？」』）)])|(?<=[.!?]["')]?)\s+(?=\p{Lu})/u;

const piecesOf = (line: string): readonly string[] =>
  line
    .split(ends)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

const closedWide = /[。！？][」』）)]*$/u;
const closed = /[.!?:…]["')]?$/u;

const within = (last: string): Sentence['before'] => (closedWide.test(last) ? '' : ' ');

/** People see that a line ended, unless its punctuation says so. */
const between = (last: string): Sentence['before'] =>
  closedWide.test(last) ? '' : closed.test(last) ? ' ' : ' / ';
