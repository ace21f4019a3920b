/** Kana as it is written in Latin letters: はせがわ is `hasegawa`. Names in kanji have no reading that could be known without a dictionary. */
import { fold } from './normalise.ts';

/** Hepburn, row by row; a small kana takes the place of the vowel before it. */
const table =
  'あa いi うu えe おo かka きki くku けke こko がga ぎgi ぐgu げge ごgo さsa しshi すsu せse そso ざza じji ずzu ぜze ぞzo ' +
  'たta ちchi つtsu てte とto だda ぢji づzu でde どdo なna にni ぬnu ねne のno はha ひhi ふfu へhe ほho ばba びbi ぶbu べbe ぼbo ' +
  'ぱpa ぴpi ぷpu ぺpe ぽpo まma みmi むmu めme もmo やya ゆyu よyo らra りri るru れre ろro わwa をo んn ゔvu';

const letters: ReadonlyMap<string, string> = new Map(
  table.split(' ').map((entry) => [entry.slice(0, 1), entry.slice(1)]),
);

const small: Readonly<Record<string, string>> = {
  ゃ: 'ya',
  ゅ: 'yu',
  ょ: 'yo',
  ぁ: 'a',
  ぃ: 'i',
  ぅ: 'u',
  ぇ: 'e',
  ぉ: 'o',
};
const palatal = /(?:sh|ch|j)i$/u;
const kana = /^[ぁ-ゖー]+$/u;
const hiraganaDistance = 0x60;

const toHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/gu, (each) => String.fromCodePoint((each.codePointAt(0) ?? 0) - hiraganaDistance));

/** `null` for what is not kana throughout. */
export function romajiOf(name: string): string | null {
  const text = toHiragana(fold(name));
  if (!kana.test(text)) return null;
  let romaji = '';
  for (const [at, each] of Array.from(text).entries()) {
    const glide = small[each];
    if (glide !== undefined)
      romaji = romaji.slice(0, -1) + (palatal.test(romaji) ? glide.replace('y', '') : glide);
    else if (each === 'っ') romaji += (letters.get(text[at + 1] ?? '') ?? '').slice(0, 1);
    else romaji += letters.get(each) ?? '';
  }
  return romaji;
}

/** Kunrei → Hepburn, and long vowels as short ones, in this order. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/sy/gu, 'sh'],
  [/ty/gu, 'ch'],
  [/[zj]y/gu, 'j'],
  [/si/gu, 'shi'],
  [/ti/gu, 'chi'],
  [/tu/gu, 'tsu'],
  [/(?<![sc])hu/gu, 'fu'],
  [/[zd]i/gu, 'ji'],
  [/tch/gu, 'cch'],
  [/m(?=[bmp])/gu, 'n'],
  [/o(?:u|o|h(?![aiueo]))+/gu, 'o'],
  [/uu+/gu, 'u'],
];

/** One spelling for those that say the same: `Ohshima Syouta` and `oshimashota`, without the space. */
export const plainRomaji = (romaji: string): string =>
  spellings.reduce((text, [pattern, plain]) => text.replace(pattern, plain), romaji);
