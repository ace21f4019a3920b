/** Katakana as beats of sound: リアクト is r-i-a, k-u, t-o. */

/** A consonant and the vowels after it; the first beat of a word has no consonant. */
export interface Beat {
  /** Katakana: every consonant that it may stand for, the likeliest first. Latin: the one. `C` ch, `S` sh, `T` th. */
  readonly consonant: string;
  readonly vowels: string;
}

/** Rows of the kana table: consonants of English that a row may stand for, and its kana by their vowels a i u e o. */
const rows: readonly (readonly [string, string])[] = [
  ['kC', 'カキクケコ'],
  ['g', 'ガギグゲゴ'],
  ['sTS', 'サ＿スセソ'],
  ['SsCtc', '＿シ＿＿＿'],
  ['zsT', 'ザ＿ズゼゾ'],
  ['jzgd', '＿ジ＿＿＿'],
  ['t', 'タ＿ツテト'],
  ['Ct', '＿チ＿＿＿'],
  ['d', 'ダヂヅデド'],
  ['nm', 'ナニヌネノ'],
  ['fh', 'ハヒフヘホ'],
  ['bv', 'バビブベボ'],
  ['p', 'パピプペポ'],
  ['m', 'マミムメモ'],
  ['lr', 'ラリルレロ'],
  ['', 'アイウエオ'],
];

const special: readonly (readonly [string, Beat])[] = [
  ['ン', { consonant: 'n', vowels: '' }],
  ['ヴ', { consonant: 'v', vowels: 'u' }],
  ['ヤ', { consonant: '', vowels: 'ya' }],
  ['ユ', { consonant: '', vowels: 'yu' }],
  ['ヨ', { consonant: '', vowels: 'yo' }],
  ['ワ', { consonant: '', vowels: 'wa' }],
];

const kana: ReadonlyMap<string, Beat> = new Map([
  ...rows.flatMap(([consonant, row]) =>
    Array.from(row, (each, at): [string, Beat] => [each, { consonant, vowels: 'aiueo'[at] ?? '' }]),
  ),
  ...special,
]);

const small: Readonly<Record<string, string>> = {
  ァ: 'a',
  ィ: 'i',
  ゥ: 'u',
  ェ: 'e',
  ォ: 'o',
  ャ: 'ya',
  ュ: 'yu',
  ョ: 'yo',
};
/** In シャ and チャ the y is a part of the consonant. */
const palatal = /[SCj]/u;

export function katakanaBeats(word: string): readonly Beat[] {
  const beats: Beat[] = [];
  let open: Beat = { consonant: '', vowels: '' };
  for (const each of word) {
    const beat = kana.get(each);
    if (beat !== undefined && beat.consonant !== '') {
      beats.push(open);
      open = beat;
    } else open = { ...open, vowels: joinVowels(open, beat?.vowels ?? null, small[each] ?? '') };
  }
  return [...beats, open];
}

/** ティ is t-i, not t-e-i; ウェ keeps its u, which is a w, in スウェ too. */
function joinVowels({ consonant, vowels }: Beat, next: string | null, smallNext: string): string {
  if (next !== null) return vowels + next;
  if (smallNext === '') return vowels;
  if (consonant === '' || vowels.length > 1) return vowels + smallNext;
  return palatal.test(consonant) ? smallNext.replace('y', '') : smallNext;
}
