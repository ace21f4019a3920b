/**
 * Cuts a normalised text into the terms that find it in the index. No dictionary is asked, since any piece of a Japanese run
 * may be looked for. Every report goes through here, so it is a loop over code units that makes few strings.
 */
import { widthAt } from './code-unit.ts';
import { recurring } from './recurring.ts';
import { eachRun } from './script.ts';
import { joined, latinWords } from './segment.ts';

/** What finds a text; of what recurs in it most is there only once. */
export interface Cut {
  /** Latin words, compounds also by their parts. */
  readonly latin: readonly string[];
  /** Those of them that somebody may have meant or misspelt. */
  readonly spelt: readonly string[];
  /** Runs of katakana, uncut. */
  readonly katakana: readonly string[];
  /**
   * What finds a text where its words do not: bigrams of Japanese runs (東京 in 東京都), and neighbouring Latin words
   * written as one (`web socket` is also `websocket`).
   */
  readonly pairs: readonly string[];
}

type Parts = { readonly [Part in keyof Cut]: string[] };

/** Texts are numbered: what was last met in the one that is being cut is in its lists already. */
let texts = 0;

export function cut(normalised: string): Cut {
  const parts: Parts = { latin: [], spelt: [], katakana: [], pairs: [] };
  texts += 1;
  let before: Latin | null = null;
  let end = 0;
  eachRun(normalised, (script, from, to) => {
    if (script === 'ja') {
      cutJapanese(normalised, from, to, parts);
      before = null;
      return;
    }
    const run = latinRun(normalised.slice(from, to));
    const isNeighbour = from === end + 1 && normalised[end] === ' ';
    if (before !== null && isNeighbour) parts.pairs.push(before.whole + run.whole);
    if (run.met !== texts) noteLatin(run, parts);
    before = run;
    end = to;
  });
  return parts;
}

interface Latin {
  /** As one word. */
  readonly whole: string;
  readonly words: readonly string[];
  readonly spelt: readonly string[];
  /** The text that it was last met in. */
  met: number;
}

/** What has more parts is an address or a path: nobody types it wrong, its parts are words. */
const mostParts = 3;

const latinRun = recurring((text: string): Latin => {
  const words = latinWords(text);
  return { whole: joined(text), words, spelt: words.length > mostParts + 1 ? words.slice(1) : words, met: 0 };
});

function noteLatin(run: Latin, { latin, spelt }: Parts): void {
  run.met = texts;
  for (const word of run.words) latin.push(word);
  for (const word of run.spelt) spelt.push(word);
}

/** Every two neighbours, and the last character alone; the runs of katakana in it. */
function cutJapanese(text: string, from: number, to: number, { katakana, pairs }: Parts): void {
  let kana = from;
  for (let at = from; at < to;) {
    const unit = text.charCodeAt(at);
    if (!isKatakana(unit)) {
      if (kana < at) katakana.push(text.slice(kana, at));
      kana = at + widthAt(text, at);
    }
    const next = at + widthAt(text, at);
    const end = next < to ? next + widthAt(text, next) : to;
    const pair = end - at > 2 ? text.slice(at, end) : unmet(text, at, end);
    if (pair !== null) pairs.push(pair);
    at = next;
  }
  if (kana < to) katakana.push(text.slice(kana, to));
}

/** `[ァ-ヺー]` */
const isKatakana = (unit: number): boolean => (unit >= 0x30_a1 && unit <= 0x30_fa) || unit === 0x30_fc;

/** Bigrams of late, each in the place that its code units lead to, until another one needs it. */
const places = 1 << 15;
const kept = {
  units: new Int32Array(places),
  met: new Int32Array(places),
  text: Array.from({ length: places }, () => ''),
};

/** One or two code units as a text; `null` if it was met in this text just now. */
function unmet(text: string, at: number, end: number): string | null {
  const units = (text.charCodeAt(at) << 16) | (end - at > 1 ? text.charCodeAt(at + 1) : 0);
  // The multiplier spreads what is alike: Knuth, The Art of Computer Programming, 6.4.
  const place = Math.imul(units, 0x9e_37_79_b1) >>> 17;
  if (kept.units[place] !== units) {
    kept.units[place] = units;
    kept.text[place] = text.slice(at, end);
  } else if (kept.met[place] === texts) return null;
  kept.met[place] = texts;
  return kept.text[place] ?? '';
}
