/** A text in pieces that a record has room for. */

/** UTF-16 code units: each takes at most six bytes of JSON. */
const longest = 40_000;

/** Joined they are the text; an empty text is one piece. No pair of code units that are one character is parted. */
export function pieces(text: string): readonly string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length;) {
    const isPair = /[\ud800-\udbff]/u.test(text[from + longest - 1] ?? '');
    const to = from + longest - (isPair ? 1 : 0);
    parts.push(text.slice(from, to));
    from = to;
  }
  return parts.length === 0 ? [''] : parts;
}
