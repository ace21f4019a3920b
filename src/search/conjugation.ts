/** A Japanese verb or adjective in its other forms: 速い is also 速く, 速さ and 速かった, and who asks for 試した means 試す. */
import { unique } from './key.ts';
import type { Form } from './word.ts';

/** Below the very form that was typed; in another kanji it may be another word. */
const worth = { form: 0.8, twin: 0.7 } as const;

/** Kanji in which one word is written (異字同訓), where people do not keep its senses apart: 速い and 早い, 作る and 創る. */
const twins = ['速早', '作創造', '測計', '替換', '聞聴', '見観'];

/** Kanji, and the kana after it. */
const spelt = /^(?<stem>.*\p{Script=Han})(?<kana>\p{Script=Hiragana}{1,7})$/u;

/** Kana that can belong to the stem: 新し+い, 動か+す, 懐かし+い. */
const longestOwn = 2;

/** What begins so behind a single kanji is a particle and what follows it: 箱の, 本という, but 上がる and 落とす. */
const particle = /^(?:[をはのにへでもや]|[がと](?![らりるれろっさしす]))/u;
const neverOwn = /[っをん]/u;

/** Verbs by their last kana: what it becomes before ない, ます, ば, う, and the forms with て and た. */
const verbs: readonly (readonly [last: string, changed: string, past: string])[] = [
  ['う', 'わいえお', 'って った'],
  ['く', 'かきけこ', 'いて いた'],
  ['ぐ', 'がぎげご', 'いで いだ'],
  ['す', 'さしせそ', 'して した'],
  ['つ', 'たちてと', 'って った'],
  ['ぶ', 'ばびべぼ', 'んで んだ'],
  ['む', 'まみめも', 'んで んだ'],
  ['る', 'らりれろ', 'って った'],
];

const endingsOf = ([last, changed, past]: (typeof verbs)[number]): readonly string[] => {
  const [a = '', i = '', e = '', o = ''] = changed;
  return [last, `${a}な`, `${a}ず`, i, `${e}ば`, `${o}う`, ...past.split(' ')];
};

/** All endings of one kind of word; what ends in one of them has the others, too. */
interface Paradigm {
  readonly endings: readonly string[];
  /** What its stem ends in. */
  readonly after: RegExp;
}

const adjective = ['い', 'く', 'さ', 'かった', 'ければ', 'そう'];

const anything = /[\p{Script=Han}\p{Script=Hiragana}]$/u;

const paradigms: readonly Paradigm[] = [
  { endings: adjective, after: anything },
  // 新しい, and no verb 新す with 新し.
  { endings: adjective.map((ending) => `し${ending}`), after: anything },
  ...verbs.map((verb) => ({ endings: endingsOf(verb), after: anything })),
  // 行く alone has the past of another kind.
  { endings: endingsOf(['く', 'かきけこ', 'って った']), after: /行$/u },
  // 見る: the kana of its stem is in the kanji.
  { endings: ['る', 'て', 'た', 'ない', 'ず', 'ます', 'れば', 'られ', 'よう'], after: /\p{Script=Han}$/u },
  // 調べる: its stem alone finds it in all its forms.
  {
    endings: ['', 'る', 'て', 'た', 'ない', 'ず', 'ます', 'れば', 'られ', 'よう'],
    after: /[いきぎしじちにびみりえけげせぜてねべめれ]$/u,
  },
];

interface Reading {
  readonly stem: string;
  readonly ending: string;
  readonly endings: readonly string[];
}

/** All that a kanji and the kana behind it can be, little kana in the stem before much. */
function* readings(stem: string, kana: string): Generator<Reading> {
  const most = particle.test(kana) ? 0 : Math.min(longestOwn, kana.length);
  for (let own = 0; own <= most; own += 1) {
    const [whole, rest] = [stem + kana.slice(0, own), kana.slice(own)];
    if (neverOwn.test(kana.slice(0, own))) return;
    for (const { endings, after } of paradigms)
      for (const ending of endings)
        if (rest.startsWith(ending) && after.test(whole)) yield { stem: whole, ending, endings };
  }
}

const lengthOf = ({ stem, ending }: Reading): number => stem.length + ending.length;

/** Behind a noun, and no form of anything: 人たち, 本さえ. */
const suffix = /^(?:たち|さん|さえ|つまり|くらい|みたい|いる|いう)/u;

/** Of the kana behind a kanji those that are a form of it: of 速 and かったのか it is かった; '' if there are none. */
export function okuriganaOf(stem: string, kana: string): string {
  if (suffix.test(kana)) return '';
  const [first, ...others] = [...readings(stem, kana)].filter(({ ending }) => ending !== '');
  const same = others.filter((each) => each.stem === first?.stem);
  const length = Math.max(stem.length, ...[first, ...same].map((each) => (each ? lengthOf(each) : 0)));
  return kana.slice(0, length - stem.length);
}

/**
 * The other forms of a word; none where no kana follows its kanji. It may be a form of several words, of which only one is
 * real: of the others no text has anything.
 */
export function conjugated(text: string): readonly Form[] {
  const { stem = '', kana = '' } = spelt.exec(text)?.groups ?? {};
  if (suffix.test(kana)) return [];
  const fitting = [...readings(stem, kana)].filter((reading) => lengthOf(reading) === text.length);
  const forms = shortest(unique(fitting.flatMap((each) => each.endings.map((ending) => each.stem + ending))));
  return [
    ...forms.filter((form) => !form.startsWith(text)).map((form) => inflected(form, worth.form)),
    ...forms.flatMap(inTwins).map((form) => inflected(form, worth.twin)),
  ];
}

/** What begins with another of them is found by that one. */
const shortest = (forms: readonly string[]): readonly string[] =>
  forms.filter((form) => !forms.some((other) => other !== form && form.startsWith(other)));

const inTwins = ([kanji = '', ...kana]: string): readonly string[] =>
  twins
    .filter((row) => row.includes(kanji))
    .flatMap((row) => Array.from(row).filter((other) => other !== kanji))
    .map((other) => other + kana.join(''));

const inflected = (text: string, weight: number): Form => ({
  match: 'inflected',
  text,
  weight,
  why: 'inflection',
});
