/** Bytes → text. UTF-8 is expected; other encodings are read where the bytes leave no doubt, and a problem names them. */
import type { FileText } from '../../src/port.ts';

/** UTF-16 is believed by its byte order mark alone. */
const MARKS = [
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

const JAPANESE = ['shift_jis', 'euc-jp'] as const;

const REPLACEMENT = '\uFFFD';
const NOT_ASCII = /\P{ASCII}/gu;

/** Hiragana and katakana of normal width: no Japanese prose does without. */
const KANA = /[ぁ-ゖァ-ヺ]/gu;

/** Half-width katakana and private characters: what EUC-JP turns into when it is taken for Shift_JIS. */
const GARBLED = /[\uFF61-\uFF9F\uE000-\uF8FF]/gu;

/**
 * The text of a file. A byte order mark is dropped, NUL stays. Where the bytes are not UTF-8, a problem `encoding`
 * stands beside the text; its detail is the encoding that was read instead, or '' where U+FFFD replaces what was broken.
 */
export function decode(bytes: Uint8Array): FileText {
  const mark = MARKS.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  if (mark) return foreign(new TextDecoder(mark.encoding).decode(bytes), mark.encoding);

  const text = decodeAs('utf-8', bytes);
  if (text !== null) return { text, problems: [] };

  const repaired = new TextDecoder().decode(bytes);
  return (isMostlyBroken(repaired) ? japanese(bytes) : null) ?? broken(repaired);
}

/** `null` if the bytes are not valid in that encoding. */
function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const count = (text: string, characters: RegExp): number => text.match(characters)?.length ?? 0;

/** A few stray bytes do not make UTF-8 another encoding: then most of what is not ASCII would be broken. */
const isMostlyBroken = (repaired: string): boolean =>
  count(repaired, /\uFFFD/gu) * 2 > count(repaired, NOT_ASCII);

function japanese(bytes: Uint8Array): FileText | null {
  const readings = JAPANESE.flatMap((encoding) => {
    const text = decodeAs(encoding, bytes);
    return text !== null && count(text, KANA) > count(text, GARBLED) ? [{ encoding, text }] : [];
  });
  const [only, ...others] = readings;
  return only && others.length === 0 ? foreign(only.text, only.encoding) : null;
}

const foreign = (text: string, encoding: string): FileText => ({
  text,
  problems: [{ line: 1, code: 'encoding', detail: encoding }],
});

const broken = (text: string): FileText => ({
  text,
  problems: [{ line: lineOf(text, text.indexOf(REPLACEMENT)), code: 'encoding', detail: '' }],
});

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
