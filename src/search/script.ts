/** Runs of one kind of script, found by looking each character up: a pattern that says the same takes four times as long. */
import { byCodeUnit, widthAt } from './code-unit.ts';

const sign = 0;
const letter = 1;
const japanese = 2;
/** It takes two code units: only both together say what it is. */
const pair = 3;

/** Letters, digits and marks; of these, the characters of Japanese words. */
const patterns = [
  [letter, /[\p{L}\p{N}\p{M}]+/gu],
  [japanese, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆ヶ]+/gu],
] as const;

const kinds = byCodeUnit(patterns, pair);

const ask = (character: string): number =>
  patterns.findLast(([, characters]) => character.search(characters) === 0)?.[0] ?? sign;

/** Behind the end there is nothing, and `undefined` is no kind. */
function kindAt(text: string, at: number): number | undefined {
  const kind = kinds[text.charCodeAt(at)];
  return kind === pair ? ask(String.fromCodePoint(text.codePointAt(at) ?? 0)) : kind;
}

/** Where the characters of `kind` end that begin at `start`. */
function endOf(kind: number, text: string, start: number): number {
  let end = start;
  for (;;) {
    if (kinds[text.charCodeAt(end)] === kind) end += 1;
    else if (kinds[text.charCodeAt(end)] === pair && kindAt(text, end) === kind) end += widthAt(text, end);
    else return end;
  }
}

/** `c++`, `f#`, `6`: letters with the signs that belong to a name. */
function atomEnd(text: string, start: number): number {
  const end = endOf(letter, text, start);
  const goesOn = (at: number): boolean => kindAt(text, at) === letter;
  if (text[end] === '#') return goesOn(end + 1) ? end : end + 1;
  if (text[end] !== '+') return end;
  if (text[end + 1] === '+' && !goesOn(end + 2)) return end + 2;
  return goesOn(end + 1) ? end : end + 1;
}

/** What joins atoms: `node.js`, `t_wada`, `http/2`, `docker-compose`, `let's`. */
const joints: ReadonlySet<string | undefined> = new Set("._-/'&@:");

const isJoint = (text: string, at: number): boolean =>
  joints.has(text[at]) && kindAt(text, at + 1) === letter;

/** A run of one kind of script, as it stands in the text. */
export interface Run {
  readonly text: string;
  readonly script: 'latin' | 'ja';
  readonly start: number;
}

/** The runs of words in a normalised text; punctuation and signs stand between them. */
export function runsOf(normalised: string): readonly Run[] {
  const runs: Run[] = [];
  eachRun(normalised, (script, start, end) =>
    runs.push({ text: normalised.slice(start, end), script, start }),
  );
  return runs;
}

/** The same, told one after the other. */
export function eachRun(
  normalised: string,
  tell: (script: Run['script'], start: number, end: number) => void,
): void {
  for (let start = 0; start < normalised.length;) {
    const kind = kindAt(normalised, start);
    const end = kind === letter ? latinEnd(normalised, start) : endOf(japanese, normalised, start);
    if (end > start) tell(kind === letter ? 'latin' : 'ja', start, end);
    start = Math.max(end, start + 1);
  }
}

function latinEnd(text: string, start: number): number {
  let end = atomEnd(text, start);
  while (isJoint(text, end)) end = atomEnd(text, end + 1);
  return end;
}

const version = /^\d+(?:\.\d+)+$/u;

/** `docker-compose` → docker, compose; `8.8` is one. */
export function atomsOf(latin: string): readonly string[] {
  const atoms: string[] = [];
  for (let start = 0; start < latin.length;) {
    const end = atomEnd(latin, start);
    if (end > start) atoms.push(latin.slice(start, end));
    start = Math.max(end, start + 1);
  }
  return atoms.length > 1 && version.test(latin) ? [latin] : atoms;
}
