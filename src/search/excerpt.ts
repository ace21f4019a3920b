/** The passage's best words: the sentence that says most of the query, cut between graphemes, with what was found strong. */
import type { PhrasingContent } from 'mdast';
import type { Passage } from '../port.ts';
import { findable, finderOf } from './find.ts';
import type { Find, Span } from './find.ts';
import { keyOf } from './key.ts';
import { fold, foldTraced, isSimple } from './normalise.ts';
import { sentencesOf } from './sentence.ts';
import type { Sentence } from './sentence.ts';
import { addressesIn, schemeLength } from './web-address.ts';
import type { Form, Word } from './word.ts';

/** In graphemes. */
const longest = 160;
/** Before the first hit, where the sentence is too long. */
const lead = 40;
/** Of a longer text the rest is read only if nothing is found before. */
const textLimit = 20_000;

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Finds all that one word of the query may be. */
function findAny(forms: readonly Form[]): Find {
  const finders = forms.map(finderOf);
  return (where) => finders.flatMap((find) => find(where));
}

type Source = Pick<Passage, 'title' | 'text' | 'speakers'>;

/** Makes excerpts for one query. */
export function excerptFor(words: readonly Word[]): (passage: Source) => readonly PhrasingContent[] {
  const whole = words.map(({ forms }) => findAny(forms.filter(({ match }) => match !== 'prefix')));
  const all = words.map(({ forms }) => findAny(forms));
  return (passage) => {
    const start = { ...passage, text: passage.text.slice(0, textLimit) };
    // Of JavaScript, Java is no hit where Java itself is one.
    if (has(start.text, whole)) return excerptOf(start, whole);
    return has(start.text, all) ? excerptOf(start, all) : excerptOf(passage, whole);
  };
}

function has(text: string, finders: readonly Find[]): boolean {
  const where = findable(fold(text));
  return finders.some((find) => find(where).length > 0);
}

/** At most 160 graphemes of the text. Its markup stays text: the nodes are `text` and `strong` alone. */
function excerptOf(passage: Source, finders: readonly Find[]): readonly PhrasingContent[] {
  const sentences = sentencesOf(telling(passage));
  const judged = sentences.map(({ text }) => judge(text, finders));
  const best = judged.reduce((top, each, at) => (each > (judged[top] ?? 0) ? at : top), 0);
  return emphasise(fit(sentences.slice(best), finders), finders);
}

/** What stands beside a name in a line that names the speaker and says nothing else. */
const naming = /さん|氏|様|先生|speakers?|presenters?|発表者|登壇者|講演者|by|[^\p{L}\p{N}]/giu;

/** A line that is so much longer than the title says more than names. */
const longestNaming = 80;

/** Lines that say more than the title and the speaker do, which the hit names anyway; all, if there are no others. */
function telling({ title, text, speakers }: Source): readonly string[] {
  const lines = text.split('\n').map((line) => line.trim());
  const names = speakers.flatMap(({ name, handle }) => [name, handle]).filter((name) => name !== null);
  const rest = (line: string): string =>
    names.reduce((left, name) => left.replaceAll(fold(name), ' '), fold(line)).replaceAll(naming, '');
  const said = keyOf(title);
  const others = lines.filter((line) => {
    if (line.length > title.length + longestNaming) return true;
    const key = keyOf(line);
    return key !== '' && key !== said && rest(line) !== '';
  });
  return others.length === 0 ? lines : others;
}

/** How many words of the query it has; then how often. */
function judge(sentence: string, finders: readonly Find[]): number {
  const where = findable(fold(sentence));
  const counts = finders.map((find) => find(where).length);
  const often = counts.reduce((sum, count) => sum + count, 0);
  return counts.filter((count) => count > 0).length + Math.min(often, 9) / 10;
}

/** The best sentence, around its first hit where it is too long, and what follows where there is room. */
function fit([best, ...others]: readonly Sentence[], finders: readonly Find[]): string {
  if (best === undefined) return '';
  const characters = split(best.text);
  if (characters.length > longest) return around(characters, firstHit(best.text, finders));
  let room = longest - characters.length;
  let shown = best.text;
  for (const { before, text } of others) {
    room -= split(before + text).length;
    if (room < 0) break;
    shown += before + text;
  }
  return shown;
}

const split = (text: string): readonly string[] =>
  isSimple(text) ? text.split('') : Array.from(graphemes.segment(text), ({ segment }) => segment);

function firstHit(text: string, finders: readonly Find[]): number {
  const spans = spansIn(text, finders);
  return spans[0] === undefined ? 0 : split(text.slice(0, spans[0].start)).length;
}

/** With the two ellipses as long as allowed, less the piece of a Latin word at either end. */
function around(characters: readonly string[], hit: number): string {
  const start = Math.max(0, Math.min(hit - lead, characters.length - longest));
  const end = start + longest;
  const before = start > 0 ? '…' : '';
  const after = end < characters.length ? '…' : '';
  const from = outsideWord(characters, start + before.length, 1);
  const to = outsideWord(characters, end - after.length, -1);
  return before + withoutCutAddress(characters, { from, to, hit }).trim() + after;
}

/** An address that has no room is left out; the one that the hit is in is no link any more. */
function withoutCutAddress(
  characters: readonly string[],
  { from, to, hit }: { readonly from: number; readonly to: number; readonly hit: number },
): string {
  const shown = characters.slice(from, to).join('');
  const whole = shown + characters.slice(to).join('');
  const cut = addressesIn(whole).find(({ start, end }) => start < shown.length && end > shown.length);
  if (cut === undefined) return shown;
  const isHit = cut.start <= characters.slice(from, hit).join('').length;
  const before = shown.slice(0, cut.start);
  return isHit ? before + shown.slice(cut.start + schemeLength(whole.slice(cut.start))) : before;
}

const latin = /[\p{sc=Latin}\p{N}]/u;
const longestWord = 20;

/** The next place that is not inside a Latin word; the same place in what is too long to be one. */
function outsideWord(characters: readonly string[], place: number, step: 1 | -1): number {
  const isInside = (at: number): boolean =>
    latin.test(characters[at - 1] ?? '') && latin.test(characters[at] ?? '');
  let at = place;
  while (isInside(at) && Math.abs(at - place) < longestWord) at += step;
  return isInside(at) ? place : at;
}

type Stretch = Omit<Span, 'whole'>;

/** Where the source has what the finders find in its folded form; in order. */
function spansIn(source: string, finders: readonly Find[]): readonly Stretch[] {
  const { text, from } = foldTraced(source);
  return finders
    .flatMap((find) => find(findable(text)))
    .map(({ start, end }) => ({ start: from[start] ?? 0, end: from[end] ?? source.length }))
    .toSorted(inOrder);
}

const inOrder = (left: Stretch, right: Stretch): number => left.start - right.start || right.end - left.end;

/** The same without overlaps, and of an address all of it. */
function strongIn(source: string, finders: readonly Find[]): readonly Stretch[] {
  const addresses = addressesIn(source);
  const strong: Stretch[] = [];
  for (const span of spansIn(source, finders)) {
    const { start, end } = addresses.find((each) => each.start < span.end && span.start < each.end) ?? span;
    if (end > start && start >= (strong.at(-1)?.end ?? 0)) strong.push({ start, end });
  }
  return strong;
}

function emphasise(source: string, finders: readonly Find[]): readonly PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const { start, end } of strongIn(source, finders)) {
    if (start > at) nodes.push(plain(source.slice(at, start)));
    nodes.push({ type: 'strong', children: [plain(source.slice(start, end))] });
    at = end;
  }
  if (at < source.length) nodes.push(plain(source.slice(at)));
  return nodes;
}

const plain = (value: string): PhrasingContent => ({ type: 'text', value });
