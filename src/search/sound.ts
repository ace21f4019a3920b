/**
 * How a word sounds, roughly: リアクト and `react` are both r-k-t. The index keeps each word under such a skeleton; finer
 * consonants and the vowels then decide between the words that share one.
 */

/** A consonant and the vowels after it; the first beat of a word has no consonant. */
interface Beat {
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

/** Consonants that are one in a skeleton. */
const coarse: Readonly<Record<string, string>> = {
  S: 's',
  T: 's',
  z: 's',
  j: 's',
  C: 't',
  f: 'h',
  v: 'b',
  l: 'r',
};

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

const isKatakana = /^[ァ-ヺー]+$/u;

function katakanaBeats(word: string): readonly Beat[] {
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

/** ティ is t-i, not t-e-i; ウェ keeps its u, which is a w. */
function joinVowels({ consonant, vowels }: Beat, next: string | null, smallNext: string): string {
  if (next !== null) return vowels + next;
  if (smallNext === '') return vowels;
  if (consonant === '') return vowels + smallNext;
  return palatal.test(consonant) ? smallNext.replace('y', '') : smallNext;
}

/** English spelling → sounds, in this order. `R`: an r that is heard only as a long vowel. */
const spelling: readonly (readonly [RegExp, string])[] = [
  [/tch/gu, 'C'],
  [/sch/gu, 'sk'],
  [/[st]ion/gu, 'Son'],
  [/ph/gu, 'f'],
  [/^gh/gu, 'g'],
  [/gh|^k(?=n)|^w(?=r)/gu, ''],
  [/a(?=l[lkt])|au|aw/gu, 'o'],
  [/d[jg]/gu, 'j'],
  [/[sc]?sh/gu, 'S'],
  [/ch/gu, 'C'],
  [/th/gu, 'T'],
  [/c(?=[eiy])/gu, 's'],
  [/x/gu, 'ks'],
  [/c?k|c|q/gu, 'k'],
  [/m(?=[bp])/gu, 'n'],
  [/(?<=[aeiou])r(?![aeiouy])|(?<=[aeiou])r(?=e$)/gu, 'R'],
  [/([bdfgjklmnprstvz])\1+/gu, '$1'],
  [/(?<=[bdfgjklmnprstvzCST])h/gu, ''],
];

const latinBeat = /([bdfghjklmnprstvzCST]?)([aeiouwyR]*)/gu;

function latinBeats(word: string): readonly Beat[] {
  const sounds = spelling.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word);
  const beats = Array.from(sounds.matchAll(latinBeat), ([, consonant = '', vowels = '']) => ({
    consonant,
    vowels,
  }));
  const heard = beats.filter(({ consonant, vowels }) => consonant + vowels !== '');
  return heard[0]?.consonant === '' ? heard : [{ consonant: '', vowels: '' }, ...heard];
}

const beatsOf = (word: string): readonly Beat[] =>
  isKatakana.test(word) ? katakanaBeats(word) : latinBeats(word);

const coarseOf = (consonant: string): string => coarse[consonant] ?? consonant;

/** Words that are read, not names of machines and checksums. */
const readable = /^(?:[a-z]{2,20}|[ァ-ヺー]{2,20})$/u;

/** The skeleton under which the index keeps a word; '' if it has none. */
export const soundOf = (word: string): string =>
  readable.test(word)
    ? beatsOf(word)
        .map(({ consonant }) => coarseOf(consonant[0] ?? ''))
        .join('')
    : '';

const mostSounds = 64;

/** Every skeleton that a word can have in the other script, the likeliest first; of katakana the plural too. */
export function soundsOf(word: string): readonly string[] {
  if (!readable.test(word)) return [];
  let sounds: readonly string[] = [''];
  for (const { consonant } of beatsOf(word).slice(1)) {
    const choices = [...new Set(Array.from(consonant, coarseOf))];
    const likeliest = sounds.length * choices.length > mostSounds ? choices.slice(0, 1) : choices;
    sounds = sounds.flatMap((sound) => likeliest.map((choice) => sound + choice));
  }
  const plurals = isKatakana.test(word) ? sounds.map((sound) => `${sound}s`) : [];
  return [...sounds, ...plurals].filter((sound) => sound !== '');
}

/** Letters of English with which a vowel of katakana may be spelt. */
const spelt: Readonly<Record<string, string>> = {
  a: 'auR',
  i: 'iey',
  u: 'uow',
  e: 'ea',
  o: 'oR',
  y: 'yiue',
  w: 'wuo',
};

/** What Japanese puts in where English has no vowel, and what English writes without saying it. */
const filling = /^[uoi]?$/u;
const silent = /^e?$/u;

/** 0: `katakana` is how `other` (Latin, or katakana too) is said. 1: not at all. */
export function soundDistance(katakana: string, other: string): number {
  const said = beatsOf(katakana);
  const written = beatsOf(other);
  const plural = written.length === said.length + 1 && other.endsWith('s');
  if (said.length !== written.length && !plural) return 1;
  const both = isKatakana.test(other);
  const costs = said.map((beat, at) => beatCost(beat, written[at] ?? beat, both));
  return Math.min(1, costs.reduce((sum, cost) => sum + cost, 0) / said.length);
}

/** Worse than any pair of vowels. */
const otherConsonant = 2;

function beatCost(said: Beat, written: Beat, bothKatakana: boolean): number {
  if (bothKatakana)
    return said.consonant === written.consonant && alike(said.vowels, written.vowels) ? 0 : otherConsonant;
  if (said.consonant !== '' && !said.consonant.includes(written.consonant)) return otherConsonant;
  return vowelCost(said.vowels, written.vowels);
}

const alike = (left: string, right: string): boolean => squeeze(left) === squeeze(right);
const squeeze = (vowels: string): string => vowels.replace(/(.)\1+/gu, '$1');

function vowelCost(said: string, written: string): number {
  if (silent.test(written) && filling.test(said)) return 0;
  if (said === '' || written === '') return 0.7;
  const fits = Array.from(said).filter((vowel) =>
    Array.from(spelt[vowel] ?? '').some((letter) => written.includes(letter)),
  );
  return 1 - fits.length / said.length;
}
