/** Addresses in a text: a chat makes a link of each, so that none may be cut or come in two pieces. */

const scheme = String.raw`https?://`;
const address = new RegExp(String.raw`${scheme}[^\s<>"'「」『』（）、。，]+`, 'giu');

/** How much of it makes it a link. */
export const schemeLength = (text: string): number =>
  new RegExp(`^${scheme}`, 'iu').exec(text)?.[0].length ?? 0;

/** Where the text has them, in UTF-16 units. */
export const addressesIn = (text: string): readonly { readonly start: number; readonly end: number }[] =>
  Array.from(text.matchAll(address), ({ index, 0: found }) => ({ start: index, end: index + found.length }));
