/** What the title and the place of an announced event say besides its name. */

const NUMBER: readonly RegExp[] = [
  /第\s?(\d{1,4})\s?回/u,
  // `C#12` is a language, `#2027` a year.
  /(?<![\p{L}\p{N}])#\s?(\d{1,3})(?![\p{L}\p{N}])/u,
  /(?<!\p{L})(?:vol|no|ver)\.?\s?(\d{1,3})(?![\d.]\d|\p{L}|\d)/iu,
];

const CALLED_OFF = /^\s*[[(【]\s*(?:開催)?(?:中止|cancell?ed)/iu;

const ONLINE =
  /オンライン|リモート|ウェビナー|online|remote|webinar|virtual|zoom|youtube|google meet|teams/iu;

/** `#12`, `第12回`, `vol.12` → 12. */
export function numberIn(title: string): number | null {
  const plain = title.normalize('NFKC');
  const number = NUMBER.map((shape) => shape.exec(plain)?.[1]).find((found) => found !== undefined);
  return number === undefined ? null : Number(number);
}

/** `【中止】…`: where a service has no word for it, people write it there. */
export const isCalledOff = (title: string): boolean => CALLED_OFF.test(title.normalize('NFKC'));

/** Does a place, or a title where no place is known, say that people meet online? */
export const saysOnline = (text: string): boolean => ONLINE.test(text.normalize('NFKC'));
