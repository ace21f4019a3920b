/** `/meetup search buildkit`: the talk that members mean, with the passage that says so. */
import { plainText } from '../content/plain.ts';
import { UserError } from '../error.ts';
import type { SearchAnswer, View } from '../port.ts';
import { longestQuery } from '../search/query.ts';
import { bullets, heading, item, paragraph, root, strong } from '../view/build.ts';
import { faultSentences, hitList } from '../view/results.ts';
import { plainly } from '../view/safe.ts';
import { readButtons, shareButton } from './button.ts';
import { writeInput } from './input.ts';
import { writeCall } from './next.ts';
import { offsetOf, pageOption, turning } from './paging.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';

/** Results on one page in a chat: what a phone shows without endless scrolling. */
const pageSize = 5;

interface Asked {
  readonly text: string;
  readonly page: number;
  readonly limit: number;
}

export const search = defineCommand({
  name: 'search',
  options: {
    text: { type: 'text', rest: true },
    page: { type: 'number', min: 1, max: 1000 },
    limit: { type: 'number', min: 1, max: 50 },
  },
  run: async ({ text, page = 1, limit = pageSize }, scene) => {
    if (text === '') throw new UserError('search-empty');
    const asked = { text: plainly(searched(text)), page, limit };
    const { library } = scene;
    const answer = await library.search({ text, limit, offset: offsetOf({ page, size: limit }) });
    const view = answer.total === 0 ? nothing(asked, answer, scene) : found(asked, answer, scene);
    return { ...view, data: dataOf(answer) };
  },
});

/** The library counts no further. */
const mostCounted = 1000;

const counted = (total: number): string => (total < mostCounted ? String(total) : `${mostCounted}+`);

/** What is searched of a long text is what is said and carried on. */
const searched = (text: string): string => text.slice(0, longestQuery).toWellFormed();

function found(asked: Asked, answer: SearchAnswer, scene: Scene): View {
  const { words } = scene;
  const { text, page, limit } = asked;
  const paging = { page, size: limit };
  const from = offsetOf(paging) + 1;
  const to = from + answer.hits.length - 1;
  const isPart = answer.total > answer.hits.length && answer.hits.length > 0;
  const count =
    words.result.found(counted(answer.total), text) + (isPart ? ` (${words.result.span(from, to)})` : '');
  return {
    body: root(
      heading(3, count),
      ...faultSentences(answer, words),
      answer.hits.length === 0 ? paragraph(words.result.pastEnd) : hitList(answer.hits, from, scene),
    ),
    next: [
      ...readButtons(answer.hits, { from, back: here(asked), words }),
      ...turning(paging, answer.total, {
        command: 'search',
        rest: text,
        named: { limit: sizeOption(limit) },
        words,
      }),
      shareButton(here(asked), words),
    ],
  };
}

/** The call that shows this page again. */
const here = ({ text, page, limit }: Asked): string =>
  writeCall({
    command: 'search',
    input: writeInput(text, { ...pageOption(page), limit: sizeOption(limit) }),
  });

const sizeOption = (limit: number): number | undefined => (limit === pageSize ? undefined : limit);

function nothing({ text }: Asked, answer: SearchAnswer, { words }: Scene): View {
  const { suggestion } = answer;
  return {
    body: root(
      paragraph(strong(words.result.nothing(text))),
      ...faultSentences(answer, words),
      suggestion === null ? null : paragraph(words.result.didYouMean(suggestion)),
      bullets(words.result.widen.map((line) => item(paragraph(line)))),
    ),
    next: [
      ...(suggestion === null
        ? []
        : [{ label: words.button.didYouMean(suggestion), command: 'search', input: suggestion }]),
      { label: words.button.reports, command: 'report', input: '' },
      { label: words.button.help, command: 'help', input: 'search' },
    ],
  };
}

/** Excerpts as text, since machines have no use for bold. */
function dataOf(answer: SearchAnswer): unknown {
  const hits = answer.hits.map(
    ({ file, section, line, title, kind, score, excerpt, speakers, date, url }) => {
      const text = plainText({ type: 'paragraph', children: [...excerpt] });
      return { file, section, line, title, kind, score, excerpt: text, speakers, date, url };
    },
  );
  return { hits, suggestion: answer.suggestion };
}
