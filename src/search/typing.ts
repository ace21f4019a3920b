/** The end of a query that is being typed: which of its last words, or which filter, may be completed. */
import { lastWord } from './completion.ts';
import { keyOf } from './key.ts';
import { foldTraced } from './normalise.ts';
import { tokens } from './query.ts';

/** The end of the query as it is looked for, and all that stands before it as it was typed. */
export interface Ending {
  readonly before: string;
  readonly like: string;
}

export interface Typing {
  /** `tag`, where the value of that filter is being typed; `null`: plain words. */
  readonly filter: string | null;
  /** More words first: `docker meet`, then `meet`. */
  readonly endings: readonly Ending[];
  /** The last word alone, after the joints and the Japanese before it: of コンテナの監 it is 監. */
  readonly word: Ending | null;
}

const nothing: Typing = { filter: null, endings: [], word: null };

/** Names have rarely more words. */
const mostWords = 4;

/** No endings behind a space, in a phrase, and where there is not a letter to go by; a filter may still be without. */
export function readTyping(typed: string): Typing {
  const { text, from } = foldTraced(typed);
  const all = [...text.matchAll(tokens)];
  const last = all.at(-1);
  if (last === undefined || last.index + last[0].length < text.length) return nothing;
  const endingAt = (index: number, like: string): Ending => ({ before: typed.slice(0, from[index]), like });
  const { name, value, quotedValue, word } = last.groups ?? {};
  if (name !== undefined)
    return { ...nothing, filter: name, endings: [endingAt(last.index, quotedValue ?? value ?? '')] };
  if (word === undefined || keyOf(word) === '') return nothing;
  const other = all.findLastIndex(({ groups }) => groups?.['word'] === undefined);
  const words = all.slice(other + 1).slice(-mostWords);
  const begun = lastWord(word);
  return {
    filter: null,
    endings: words.map(({ index }) => endingAt(index, text.slice(index))),
    word: begun === '' ? null : endingAt(text.length - begun.length, begun),
  };
}
