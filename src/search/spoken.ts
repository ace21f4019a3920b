/** A katakana word as the Latin words that sound like it, and the other way round: リアクト is React, and React is リアクト. */
import type { Vocabulary } from './lexicon.ts';
import { unlikeness } from './likeness.ts';
import { isOneSlip } from './slip.ts';
import { soundDistance, soundsOf } from './sound.ts';
import type { Form } from './word.ts';

/** Less than what was typed, so that it never outranks it; and of what sounds alike the usual spelling before all others. */
const worth = { usual: 0.9, slip: 0.6, other: 0.1, parts: 0.4 } as const;

/** Forms in the other script, the nearest first; none for what is itself only a guess. */
export async function spokenForms(form: Form, vocabulary: Vocabulary): Promise<readonly Form[]> {
  if (form.weight < 1) return [];
  if (form.match === 'latin') return latinVariants(form.text, vocabulary);
  return form.match === 'japanese' ? japaneseVariants(form.text, vocabulary) : [];
}

async function latinVariants(text: string, vocabulary: Vocabulary): Promise<readonly Form[]> {
  const spoken = text.length < shortestSpoken ? [] : await soundsLike(text, vocabulary);
  return Promise.all(
    spoken.map(async (word) => {
      const [usual = text] = await spokenWords(word, vocabulary);
      return japanese(word, worthBeside(text, usual));
    }),
  );
}

const latin = (text: string, weight: number): Form => ({ match: 'latin', text, weight, why: 'sound' });
const japanese = (text: string, weight: number): Form => ({ match: 'japanese', text, weight, why: 'sound' });

/** Component and components are as good; `kubernates` is a slip of the usual one; what else sounds alike is a false friend. */
function worthBeside(word: string, usual: string): number {
  if (word.startsWith(usual) || usual.startsWith(word)) return worth.usual;
  return isOneSlip(word, usual) && usual.length >= longEnough ? worth.slip : worth.other;
}

/** Shorter words are one slip from others. */
const longEnough = 8;

/** Shorter Latin words sound like too much. */
const shortestSpoken = 4;

const isKatakana = /^[ァ-ヺー]{2,}$/u;

/** Long enough to be a name, はせがわようすけ, and not an ending. */
const isName = /^[ぁ-ゖー]{5,}$/u;
const kanaDistance = 0x60;
const toKatakana = (hiragana: string): string =>
  hiragana.replace(/[ぁ-ゖ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + kanaDistance));

async function japaneseVariants(typed: string, vocabulary: Vocabulary): Promise<readonly Form[]> {
  const text = isName.test(typed) ? toKatakana(typed) : typed;
  if (!isKatakana.test(text)) return [];
  const asSaid = await soundsLike(text, vocabulary);
  const whole = asSaid.length > 0 ? asSaid : await soundsLike(withLongVowels(text), vocabulary);
  const usual = whole.find((word) => !isKatakana.test(word)) ?? '';
  const forms = whole.map((word) =>
    isKatakana.test(word) ? japanese(word, worth.usual) : latin(word, worthBeside(word, usual)),
  );
  return [...forms, ...(await partVariants(text, vocabulary))];
}

/** An r after a vowel is heard by some, and most hear a long vowel: クーベルネテス is also クーベーネテス. */
const withLongVowels = (text: string): string =>
  text.replace(/(?<=.)ル(?![ァィゥェォャュョアイウエオー]|$)/gu, 'ー');

/** サービスワーカー is `service worker` if both of its parts sound like words of the index. */
async function partVariants(text: string, vocabulary: Vocabulary): Promise<readonly Form[]> {
  const compounds = (await spokenParts(text, vocabulary)).filter((parts) => parts.length > 1);
  const all = await vocabulary.all();
  const unknown = (parts: readonly string[]): number => (all.has(parts.join('')) ? 0 : 1);
  return compounds
    .toSorted((left, right) => unknown(left) - unknown(right))
    .slice(0, mostCompounds)
    .flatMap((parts): readonly Form[] => [
      latin(parts.join(''), worth.usual),
      { match: 'split', parts, weight: worth.parts, why: 'sound' },
    ]);
}

/** Shorter pieces sound like too much. */
const shortestPart = 3;
/** Those written as one somewhere come first; what no text has costs a look and finds nothing. */
const mostCompounds = 8;

/** Lists of Latin words that a katakana word may be made of, those with the longest first part first. */
async function spokenParts(text: string, vocabulary: Vocabulary): Promise<readonly (readonly string[])[]> {
  const compounds = (await spokenWords(text, vocabulary)).map((word) => [word]);
  for (let end = text.length - shortestPart; end >= shortestPart; end -= 1) {
    const firsts = await spokenWords(text.slice(0, end), vocabulary);
    const others = firsts.length === 0 ? [] : await spokenParts(text.slice(end), vocabulary);
    for (const first of firsts) compounds.push(...others.map((rest) => [first, ...rest]));
  }
  return compounds;
}

const spokenWords = async (text: string, vocabulary: Vocabulary): Promise<readonly string[]> =>
  (await soundsLike(text, vocabulary)).filter((word) => !isKatakana.test(word));

/** How far a word may be from the sound, and how far from the one that fits best; few consonants leave no doubt. */
const farthest = { few: 0.02, many: 0.16, behindBest: 0.05 } as const;
const manyConsonants = 3;
const mostVariants = 6;
/** The words come in the order of how many files have them. */
const rarer = 0.25;
/** A distance against how usual a spelling is. */
const farther = 10;

/** Words of the index that sound like `text`, the nearest first, and of those the most usual spelling. */
async function soundsLike(text: string, vocabulary: Vocabulary): Promise<readonly string[]> {
  const said = isKatakana.test(text);
  const sounds = soundsOf(text);
  if (sounds.length === 0) return [];
  const limit = (sounds[0] ?? '').length < manyConsonants ? farthest.few : farthest.many;
  const near = (await vocabulary.sounding(sounds))
    .filter((word) => word !== text && (said || isKatakana.test(word)))
    .map((word) => ({ word, ...(said ? { katakana: text, other: word } : { katakana: word, other: text }) }))
    .map((pair) => ({ ...pair, distance: soundDistance(pair.katakana, pair.other) }))
    .filter(({ distance }) => distance <= limit)
    .map((pair, at) => ({ ...pair, unlike: at * rarer + unlikenessOf(pair) + pair.distance * farther }))
    .toSorted((left, right) => left.unlike - right.unlike);
  const best = Math.min(...near.map(({ distance }) => distance));
  return near
    .filter(({ distance }) => distance <= best + farthest.behindBest)
    .slice(0, mostVariants)
    .map(({ word }) => word);
}

const unlikenessOf = ({ katakana, other }: { readonly katakana: string; readonly other: string }): number =>
  isKatakana.test(other) ? 0 : unlikeness(katakana, other);
