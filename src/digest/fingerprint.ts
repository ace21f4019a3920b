/** A short number for a text, where keeping the text would cost too much. Not for secrets: anyone can find a text that has it. */

/** FNV-1a over UTF-16 code units, 32 bits: of a thousand texts, two share one with a chance of 1 in 8,000. */
export function fingerprint(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** The same, as a name: `1x2y3z`. */
export const signOf = (text: string): string => fingerprint(text).toString(36);
