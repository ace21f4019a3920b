/** An answer of the search in words: what was found, or what to try instead. */
import type { RootContent } from 'mdast';
import type { Correction, QueryFault, SearchAnswer } from '../port.ts';
import { longestQuery } from '../search/query.ts';
import type { Words } from '../words/index.ts';
import { bullets, item, link, paragraph } from './build.ts';
import { hitList } from './results.ts';
import type { Tongue } from './results.ts';
import { plainly } from './safe.ts';

export interface Answered {
  /** As it was searched. */
  readonly text: string;
  /** How many hits stand on the pages before. */
  readonly offset: number;
  readonly answer: SearchAnswer;
}

/** What is searched of a long text is what is said and carried on. */
export const searchedText = (text: string): string => plainly(text.slice(0, longestQuery).toWellFormed());

/** The library counts no further. */
const mostCounted = 1000;

const counted = (total: number): string => (total < mostCounted ? String(total) : `${mostCounted}+`);

/** How many there are and which of them follow, or that there are none. */
export function answerTitle({ text, offset, answer }: Answered, { words }: Tongue): string {
  const { hits, total } = answer;
  if (total === 0) return words.result.nothing(text);
  const isPart = total > hits.length && hits.length > 0;
  const span = isPart ? ` (${words.result.span(offset + 1, offset + hits.length)})` : '';
  return words.result.found(counted(total), text) + span;
}

/** `kubenetes`, as it was typed. */
export const typedText = ({ words }: Correction): string => words.map(({ typed }) => typed).join(' ');

/** What was wrong with the query, what it was taken for, and the hits or what to try instead. */
export function answerBlocks({ offset, answer }: Answered, tongue: Tongue): RootContent[] {
  const { words } = tongue;
  const faults = faultSentences(answer, words);
  if (answer.total === 0) return [...faults, ...waysOut(answer, tongue)];
  if (answer.hits.length === 0) return [...faults, paragraph(words.result.pastEnd)];
  return [...faults, ...correctionSentence(answer, tongue), hitList(answer.hits, offset + 1, tongue)];
}

/** What was wrong with a query, in words. */
export function faultText(fault: QueryFault, words: Words): string {
  const sentence = words.result.faults[fault.code] as (facts: typeof fault) => string;
  return sentence(fault);
}

const faultSentences = ({ faults }: SearchAnswer, words: Words): RootContent[] =>
  faults.map((fault) => paragraph(faultText(fault, words)));

/** Where there are no buttons, the way back is a link. */
function correctionSentence({ correction }: SearchAnswer, { words, pages }: Tongue): RootContent[] {
  if (correction === null) return [];
  const sentence = words.result.corrected(correction.words.map(({ meant }) => meant).join(' '));
  if (pages === undefined) return [paragraph(sentence)];
  const wayBack = link(pages.search(correction.asTyped), words.button.asTyped(typedText(correction)));
  return [paragraph(sentence, ' · ', wayBack)];
}

function waysOut({ suggestion }: SearchAnswer, { words, pages }: Tongue): RootContent[] {
  const ways = bullets(words.result.widen.map((line) => item(paragraph(line))));
  if (suggestion === null) return [ways];
  const sentence = words.result.didYouMean(suggestion);
  return [paragraph(pages === undefined ? sentence : link(pages.search(suggestion), sentence)), ways];
}
