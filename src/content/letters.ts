/** What of a text is compared where people write the same in several ways. */

/** Its letters and digits, in lower case and of one width. */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
