/** What is made of a word is kept while words recur from text to text. */

/** Most of a language's texts are made of fewer words. */
const mostKept = 20_000;

/** A longer piece of a text would keep the whole text in memory, as long as it is kept itself. */
const longestPiece = 12;

/** `make`, asked again only for words that it has not made something of lately. `longest`: of words that are no pieces of a text. */
export function recurring<W extends string | number, T>(
  make: (word: W) => T,
  longest = longestPiece,
): (word: W) => T {
  const kept = new Map<W, T>();
  return (word) => {
    if (typeof word === 'string' && word.length > longest) return make(word);
    const known = kept.get(word);
    if (known !== undefined) return known;
    if (kept.size >= mostKept) kept.clear();
    const made = make(word);
    kept.set(word, made);
    return made;
  };
}
