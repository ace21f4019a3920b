/** A katakana word as the Latin words that sound like it, and the other way round: リアクト is React, and React is リアクト. */
import type { Vocabulary } from './lexicon.ts';
import { soundDistance, soundsOf } from './sound.ts';
import type { Form } from './word.ts';

/** Less than what was typed, so that it never outranks it. */
const worth = { whole: 0.9, parts: 0.4 } as const;

/** Forms in the other script, the nearest first; none for what is itself only a guess. */
export async function spokenForms(form: Form, vocabulary: Vocabulary): Promise<readonly Form[]> {
  if (form.weight < 1) return [];
  if (form.match === 'latin') return latinVariants(form.text, vocabulary);
  return form.match === 'japanese' ? japaneseVariants(form.text, vocabulary) : [];
}

async function latinVariants(text: string, vocabulary: Vocabulary): Promise<readonly Form[]> {
  const spoken = text.length < shortestSpoken ? [] : await soundsLike(text, vocabulary);
  return spoken.map(japanese);
}

const latin = (text: string): Form => ({ match: 'latin', text, weight: worth.whole, why: 'sound' });
const japanese = (text: string): Form => ({ match: 'japanese', text, weight: worth.whole, why: 'sound' });

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
  const whole = await soundsLike(text, vocabulary);
  const forms = whole.map((word) => (isKatakana.test(word) ? japanese(word) : latin(word)));
  return [...forms, ...(await partVariants(text, vocabulary))];
}

/** サービスワーカー is `service worker` if both of its parts sound like words of the index. */
async function partVariants(text: string, vocabulary: Vocabulary): Promise<readonly Form[]> {
  const compounds = (await spokenParts(text, vocabulary)).filter((parts) => parts.length > 1);
  const all = await vocabulary.all();
  const unknown = (parts: readonly string[]): number => (all.has(parts.join('')) ? 0 : 1);
  return compounds
    .toSorted((left, right) => unknown(left) - unknown(right))
    .slice(0, mostCompounds)
    .flatMap((parts): readonly Form[] => [
      latin(parts.join('')),
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

/** Words of the index that sound like `text`, the nearest first. */
async function soundsLike(text: string, vocabulary: Vocabulary): Promise<readonly string[]> {
  const said = isKatakana.test(text);
  const sounds = soundsOf(text);
  if (sounds.length === 0) return [];
  const limit = (sounds[0] ?? '').length < manyConsonants ? farthest.few : farthest.many;
  const near = (await vocabulary.sounding(sounds))
    .filter((word) => word !== text && (said || isKatakana.test(word)))
    .map((word) => ({ word, distance: said ? soundDistance(text, word) : soundDistance(word, text) }))
    .filter(({ distance }) => distance <= limit)
    .toSorted((left, right) => left.distance - right.distance);
  const best = near[0]?.distance ?? 0;
  return near
    .filter(({ distance }) => distance <= best + farthest.behindBest)
    .slice(0, mostVariants)
    .map(({ word }) => word);
}
