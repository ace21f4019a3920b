/** `/meetup search buildkit`: the talk that members mean, with the passage that says so. */
import { plainText } from '../content/plain.ts';
import { UserError } from '../error.ts';
import type { Hit, Next, SearchAnswer, View } from '../port.ts';
import { bullets, heading, item, paragraph, root, strong } from '../view/build.ts';
import { faultSentences, hitList, readButtons } from '../view/results.ts';
import { plainly } from '../view/safe.ts';
import { writeInput } from './input.ts';
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
    const asked = { text: plainly(text), page, limit };
    const answer = await scene.library.search({ text, limit, offset: (page - 1) * limit });
    const view = answer.total === 0 ? nothing(asked, answer, scene) : found(asked, answer, scene);
    return { ...view, data: dataOf(answer) };
  },
});

function found(asked: Asked, answer: SearchAnswer, scene: Scene): View {
  const { words } = scene;
  const from = (asked.page - 1) * asked.limit + 1;
  const to = from + answer.hits.length - 1;
  const isPart = answer.total > answer.hits.length && answer.hits.length > 0;
  const count =
    words.result.found(answer.total, asked.text) + (isPart ? ` (${words.result.span(from, to)})` : '');
  return {
    body: root(
      heading(3, count),
      ...faultSentences(answer, words),
      answer.hits.length === 0 ? paragraph(words.result.pastEnd) : hitList(answer.hits, from, scene),
    ),
    next: [
      ...readButtons(answer.hits.filter(isReadable), { from, back: here(asked), words }),
      ...turning(asked, answer.total - to, scene),
      { label: words.button.share, command: 'share', input: here(asked) },
    ],
  };
}

const isReadable = ({ kind }: Hit): boolean => kind !== 'event';

/** The call that shows this page again. */
const here = ({ text, page, limit }: Asked): string =>
  `search ${writeInput(text, { page: page > 1 ? page : undefined, limit: limit === pageSize ? undefined : limit })}`;

function turning({ text, page, limit }: Asked, left: number, { words }: Scene): Next[] {
  const size = limit === pageSize ? undefined : limit;
  const to = (target: number): string =>
    writeInput(text, { page: target > 1 ? target : undefined, limit: size });
  return [
    ...(left > 0 ? [{ label: words.button.more(left), command: 'search', input: to(page + 1) }] : []),
    ...(page > 1 ? [{ label: words.button.back, command: 'search', input: to(page - 1) }] : []),
  ];
}

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
      const text = excerpt.map(plainText).join('');
      return { file, section, line, title, kind, score, excerpt: text, speakers, date, url };
    },
  );
  return { hits, suggestion: answer.suggestion };
}
