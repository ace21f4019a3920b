/** The passage's best words: the sentence that says most of the query, cut between graphemes, with what was found strong. */
import type { PhrasingContent } from 'mdast';
import { findable, finderOf } from './find.ts';
import type { Find, Span } from './find.ts';
import { fold, foldTraced } from './normalise.ts';
import type { Form, Word } from './word.ts';

/** In graphemes. */
const longest = 160;
/** Before the first hit, where the sentence is too long. */
const lead = 40;
/** Of a longer text the rest is read only if nothing is found before. */
const textLimit = 20_000;

const sentences = /[^\n。！？]+[。！？]*|[^\n]/gu;
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Finds all that one word of the query may be. */
function findAny(forms: readonly Form[]): Find {
  const finders = forms.map(finderOf);
  return (where) => finders.flatMap((find) => find(where));
}

/** Makes excerpts for one query. */
export function excerptFor(words: readonly Word[]): (text: string) => readonly PhrasingContent[] {
  const whole = words.map(({ forms }) => findAny(forms.filter(({ match }) => match !== 'prefix')));
  const all = words.map(({ forms }) => findAny(forms));
  return (text) => {
    const start = text.slice(0, textLimit);
    // Of JavaScript, Java is no hit where Java itself is one.
    if (has(start, whole)) return excerptOf(start, whole);
    return has(start, all) ? excerptOf(start, all) : excerptOf(text, whole);
  };
}

function has(text: string, finders: readonly Find[]): boolean {
  const where = findable(fold(text));
  return finders.some((find) => find(where).length > 0);
}

/** At most 160 graphemes of the text. Its markup stays text: the nodes are `text` and `strong` alone. */
function excerptOf(text: string, finders: readonly Find[]): readonly PhrasingContent[] {
  const pieces = text.match(sentences)?.map((piece) => piece.trim()) ?? [];
  const judged = pieces.map((piece) => judge(piece, finders));
  const best = judged.reduce((top, each, at) => (each > (judged[top] ?? 0) ? at : top), 0);
  return emphasise(fit(pieces.slice(best), finders), finders);
}

/** How many words of the query it has; then how often. */
function judge(piece: string, finders: readonly Find[]): number {
  const where = findable(fold(piece));
  const counts = finders.map((find) => find(where).length);
  const often = counts.reduce((sum, count) => sum + count, 0);
  return counts.filter((count) => count > 0).length + Math.min(often, 9) / 10;
}

/** The best piece, around its first hit where it is too long, and what follows where there is room. */
function fit(pieces: readonly string[], finders: readonly Find[]): string {
  const [best = ''] = pieces;
  const characters = split(best);
  if (characters.length > longest) return around(characters, firstHit(best, finders));
  let room = longest - characters.length;
  const parts = [best];
  for (const piece of pieces.slice(1)) {
    room -= split(piece).length + 1;
    if (room < 0) break;
    parts.push(piece);
  }
  return parts.join(' ');
}

const split = (text: string): readonly string[] =>
  Array.from(graphemes.segment(text), ({ segment }) => segment);

function firstHit(text: string, finders: readonly Find[]): number {
  const spans = spansIn(text, finders);
  return spans[0] === undefined ? 0 : split(text.slice(0, spans[0].start)).length;
}

/** With the two ellipses exactly as long as allowed. */
function around(characters: readonly string[], hit: number): string {
  const start = Math.max(0, Math.min(hit - lead, characters.length - longest));
  const end = start + longest;
  const before = start > 0 ? '…' : '';
  const after = end < characters.length ? '…' : '';
  return before + characters.slice(start + before.length, end - after.length).join('') + after;
}

/** Where the source has what the finders find in its folded form; in order, without overlaps. */
function spansIn(source: string, finders: readonly Find[]): readonly Omit<Span, 'whole'>[] {
  const { text, from } = foldTraced(source);
  const found = finders
    .flatMap((find) => find(findable(text)))
    .map(({ start, end }) => ({ start: from[start] ?? 0, end: from[end] ?? source.length }))
    .toSorted((left, right) => left.start - right.start || right.end - left.end);
  const spans: { start: number; end: number }[] = [];
  for (const span of found) {
    if (span.end > span.start && span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  }
  return spans;
}

function emphasise(source: string, finders: readonly Find[]): readonly PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let at = 0;
  for (const { start, end } of spansIn(source, finders)) {
    if (start > at) nodes.push(plain(source.slice(at, start)));
    nodes.push({ type: 'strong', children: [plain(source.slice(start, end))] });
    at = end;
  }
  if (at < source.length) nodes.push(plain(source.slice(at)));
  return nodes;
}

const plain = (value: string): PhrasingContent => ({ type: 'text', value });
