/** How much a passage is about the words of a query. Pure arithmetic over what the passage says; the index only proposes. */
import type { Passage } from '../port.ts';
import { evidenceIn, isThere, seek } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Word } from './word.ts';

/** A passage with its score and what made it up: score = coverage × Σ share × (own + above), over the words. */
export interface Ranked extends Score {
  readonly passage: Passage;
  /** One for each word. */
  readonly evidence: readonly Evidence[];
  /** How much each word counts; all sum up to 1. */
  readonly shares: readonly number[];
}

interface Score {
  readonly score: number;
  /** 1 where every word is there. */
  readonly coverage: number;
}

/** Best first; ties by date, then by place in the folder, so that the order is always the same. */
export function rank(words: readonly Word[], passages: readonly Passage[]): readonly Ranked[] {
  const sought = words.map(seek);
  const judged = passages.map((passage) => ({ passage, evidence: evidenceIn(passage, sought) }));
  const rarity = words.map((_, at) => rarityOf(judged.map(({ evidence }) => evidence[at])));
  const all = rarity.reduce((sum, each) => sum + each, 0);
  const shares = rarity.map((each) => each / all);
  return judged
    .filter(({ passage, evidence }) => words.length === 0 || isAnswer(words, passage, evidence))
    .map((each) => ({ ...each, shares, ...scoreOf(each.evidence, shares) }))
    .toSorted(inOrder);
}

/** What is quoted must be there. By what it stands in alone nothing is an answer; by all its tags an event is. */
function isAnswer(words: readonly Word[], { kind }: Passage, evidence: readonly Evidence[]): boolean {
  if (evidence.some((each, at) => words[at]?.required === true && !isThere(each))) return false;
  const isTagged = kind === 'event' && evidence.every(isThere);
  return isTagged || evidence.some(({ own }) => own > 0);
}

/** A word that few of the candidates have says more than one that all have. */
function rarityOf(evidence: readonly (Evidence | undefined)[]): number {
  const having = evidence.filter((each) => each !== undefined && isThere(each)).length;
  return Math.log(1 + (evidence.length + 1) / (having + 0.5));
}

function scoreOf(evidence: readonly Evidence[], shares: readonly number[]): Score {
  let sum = 0;
  let covered = 0;
  evidence.forEach((each, at) => {
    const share = shares[at] ?? 0;
    sum += share * (each.own + each.above);
    if (isThere(each)) covered += share;
  });
  const coverage = covered ** 4;
  return { score: sum * coverage, coverage };
}

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);

const inOrder = (left: Ranked, right: Ranked): number =>
  right.score - left.score ||
  compare(right.passage.date ?? '', left.passage.date ?? '') ||
  compare(left.passage.file, right.passage.file) ||
  left.passage.line - right.passage.line;
