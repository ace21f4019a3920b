/** From the words of a query to hits in their order: what the index proposes is ranked, block by block. */
import type { Expression, Index, MatchRequest, Passage } from '../port.ts';
import { preference, wordExpression } from './expression.ts';
import { rank } from './rank.ts';
import type { Ranked } from './rank.ts';
import type { Word } from './word.ts';

/** What is asked of the index besides the words: filters, days, kinds. */
export type Frame = Omit<MatchRequest, 'prefer' | 'limit' | 'offset'>;

export interface Search {
  readonly words: readonly Word[];
  readonly frame: Frame;
  readonly index: Index;
  /** What may be read of a passage. */
  readonly veil: (passage: Passage) => Passage;
}

export interface Found {
  /** Best first, as many as were asked for or more. */
  readonly ranked: readonly Ranked[];
  readonly total: number;
}

/** So many candidates are ranked at a time; each block stands after the one before, whatever its scores. */
const blockSize = 100;

/** With more hits than this that have every word, those that have only some are not looked for. */
const plenty = 50;

/** At least `wanted` hits, if there are so many. The order does not depend on `wanted`: pages follow each other. */
export async function find(search: Search, wanted: number): Promise<Found> {
  const { words, frame, index } = search;
  const whole = {
    ...frame,
    where: { all: [frame.where, ...everyWord(words)] },
    prefer: namedFirst(frame, words),
  };
  const all = await index.match({ ...whole, limit: blockSize, offset: 0 });
  const ranked = rankVeiled(search, all.passages);
  if (words.length < 2 || ranked.length >= plenty)
    return more(search, { request: whole, passages: all.passages, ranked, total: all.total }, wanted);
  const partly = {
    ...frame,
    where: { all: [frame.where, anyWord(words)] },
    prefer: mostWordsFirst(frame, words),
  };
  const some = await index.match({ ...partly, limit: blockSize, offset: 0 });
  const passages = union(all.passages, some.passages);
  const first = { request: partly, passages, ranked: rankVeiled(search, passages), total: some.total };
  return more(search, first, wanted);
}

/** Every word somewhere, and at least one of them in what the passage says itself. */
const everyWord = (words: readonly Word[]): readonly Expression[] =>
  words.length === 1
    ? words.map((word) => wordExpression(word, 'own'))
    : [
        ...words.map((word) => wordExpression(word, 'anywhere')),
        ...(words.length === 0 ? [] : [anyWord(words)]),
      ];

const anyWord = (words: readonly Word[]): Expression => ({
  any: words.map((word) => wordExpression(word, 'own')),
});

const namedFirst = (frame: Frame, words: readonly Word[]): readonly Expression[] =>
  words.length === 0 ? [] : [{ all: [frame.where, ...words.map((word) => preference(word, 'called'))] }];

const mostWordsFirst = (frame: Frame, words: readonly Word[]): readonly Expression[] =>
  words
    .flatMap((word) => [preference(word, 'own'), preference(word, 'called')])
    .map((each) => ({ all: [frame.where, each] }));

interface Block extends Found {
  readonly request: Omit<MatchRequest, 'limit' | 'offset'>;
  readonly passages: readonly Passage[];
}

/** The blocks after the first, until there are enough hits. */
async function more(search: Search, first: Block, wanted: number): Promise<Found> {
  const { request, passages, total } = first;
  const seen = new Set(passages.map(({ id }) => id));
  const ranked = [...first.ranked];
  let offset = blockSize;
  for (; offset < total && ranked.length < wanted; offset += blockSize) {
    const block = await search.index.match({ ...request, limit: blockSize, offset });
    const unseen = block.passages.filter(({ id }) => !seen.has(id));
    ranked.push(...rankVeiled(search, unseen));
  }
  // What the index counts but ranking would refuse is known only of the blocks that were ranked.
  return { ranked, total: offset < total ? Math.max(total, ranked.length) : ranked.length };
}

function union(left: readonly Passage[], right: readonly Passage[]): readonly Passage[] {
  const known = new Set(left.map(({ id }) => id));
  return [...left, ...right.filter(({ id }) => !known.has(id))];
}

/** Ranked by what may be read of them, and given back as they are. */
function rankVeiled({ words, veil }: Search, passages: readonly Passage[]): readonly Ranked[] {
  const plain = new Map(passages.map((passage) => [passage.id, passage]));
  return rank(words, passages.map(veil)).map((each) => ({
    ...each,
    passage: plain.get(each.passage.id) ?? each.passage,
  }));
}
