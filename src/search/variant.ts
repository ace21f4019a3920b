/** What else a word may be written as in this community's texts: by sound, by a slip of the finger, as a numeronym. */
import { isOneSlip } from './slip.ts';
import { soundDistance, soundsOf } from './sound.ts';
import { shortestPrefix } from './word.ts';
import type { Form, Word } from './word.ts';

/** The words of the index. */
export interface Vocabulary {
  all(): Promise<Lexicon>;
  sounding(sounds: readonly string[]): Promise<readonly string[]>;
}

/** Less than what was typed, so that it never outranks it. */
const worth = { sound: 0.9, soundParts: 0.4, slip: 0.7, neighbour: 0.4, numeronym: 0.9 } as const;

/** Words by their length, for those who look for neighbours, and by how they begin; the most used first. */
export interface Lexicon {
  readonly has: (word: string) => boolean;
  readonly ofLength: (length: number) => readonly string[];
  /** Longer ones alone. */
  readonly beginning: (prefix: string) => readonly string[];
}

export function lexiconOf(words: readonly string[]): Lexicon {
  const known = new Set(words);
  const byLength = Map.groupBy(words, ({ length }) => length);
  const byStart = Map.groupBy(words, startOf);
  return {
    has: (word) => known.has(word),
    ofLength: (length) => byLength.get(length) ?? [],
    beginning: (prefix) =>
      (byStart.get(startOf(prefix)) ?? []).filter(
        (word) => word.length > prefix.length && word.startsWith(prefix),
      ),
  };
}

const startOf = (word: string): string => word.slice(0, shortestPrefix);

export const withVariants = async (
  words: readonly Word[],
  vocabulary: Vocabulary,
): Promise<readonly Word[]> => {
  const all = await vocabulary.all();
  return Promise.all(
    words.map(async (word) => {
      const spoken = await Promise.all(word.forms.map((form) => soundVariants(form, vocabulary)));
      const [typed] = word.forms;
      const written =
        typed?.match === 'latin' ? [...slips(typed.text, all), ...numeronyms(typed.text, all)] : [];
      const forms = word.forms.map((form) => withBeginnings(form, all));
      return { ...word, forms: [...forms, ...spoken.flat(), ...written] };
    }),
  );
};

const mostBeginnings = 40;

const withBeginnings = (form: Form, all: Lexicon): Form =>
  form.match === 'prefix' ? { ...form, words: all.beginning(form.text).slice(0, mostBeginnings) } : form;

async function soundVariants(form: Form, vocabulary: Vocabulary): Promise<readonly Form[]> {
  if (form.weight < 1) return [];
  if (form.match === 'latin') return latinVariants(form.text, vocabulary);
  return form.match === 'japanese' ? japaneseVariants(form.text, vocabulary) : [];
}

const latin = (text: string, weight: number): Form => ({ match: 'latin', text, weight });

async function latinVariants(text: string, vocabulary: Vocabulary): Promise<readonly Form[]> {
  const spoken = text.length < shortestSpoken ? [] : await soundsLike(text, vocabulary);
  return spoken.map((word): Form => ({ match: 'japanese', text: word, weight: worth.sound }));
}

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
  const forms = whole.map((word): Form =>
    isKatakana.test(word) ? { match: 'japanese', text: word, weight: worth.sound } : latin(word, worth.sound),
  );
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
      latin(parts.join(''), worth.sound),
      { match: 'split', parts, weight: worth.soundParts },
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

const shortestMisspelt = 5;
const longKnown = 8;

/**
 * An unknown word is probably a known one misspelt; of a known one the texts may have misspellings, which in shorter
 * words are told from other words only where two neighbours are exchanged. One slip only.
 */
function slips(text: string, all: Lexicon): readonly Form[] {
  if (text.length < shortestMisspelt || /\d/u.test(text)) return [];
  const known = all.has(text);
  const { length } = text;
  return [length - 1, length, length + 1]
    .flatMap(all.ofLength)
    .filter((word) => isOneSlip(text, word))
    .filter((word) => !known || text.length >= longKnown || isAnagram(text, word))
    .slice(0, mostVariants)
    .map((word) => latin(word, known ? worth.neighbour : worth.slip));
}

const isAnagram = (left: string, right: string): boolean =>
  Array.from(left).toSorted().join('') === Array.from(right).toSorted().join('');

const numeronym = /^([a-z])(\d{1,2})([a-z])$/u;
const shortestNumeronym = 4;

/** `k8s` is a word of ten letters, and such a word is also `k8s`. */
function numeronyms(text: string, all: Lexicon): readonly Form[] {
  const [, first = '', count, last = ''] = numeronym.exec(text) ?? [];
  if (count === undefined) {
    const short = `${text[0] ?? ''}${text.length - 2}${text.at(-1) ?? ''}`;
    return text.length >= shortestNumeronym && all.has(short) ? [latin(short, worth.numeronym)] : [];
  }
  return all
    .ofLength(Number(count) + 2)
    .filter((word) => word.startsWith(first) && word.endsWith(last) && /^[a-z]+$/u.test(word))
    .slice(0, mostVariants)
    .map((word) => latin(word, worth.numeronym));
}
