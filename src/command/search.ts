/** `/meetup search buildkit`: the talk that members mean, with the passage that says so. */
import { plainText } from '../content/plain.ts';
import { UserError } from '../error.ts';
import type { SearchAnswer, View } from '../port.ts';
import { answerBlocks, answerTitle, searchedText, typedText } from '../view/answer.ts';
import type { Answered } from '../view/answer.ts';
import { heading, paragraph, root, strong } from '../view/build.ts';
import { freshnessLine } from '../view/freshness.ts';
import { readButtons, shareButton } from './button.ts';
import { writeInput } from './input.ts';
import { writeCall } from './next.ts';
import { offsetOf, pageOption, turning } from './paging.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { suggestQuery } from './suggest.ts';
import { noteSearch } from './unanswered.ts';

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
    text: { type: 'text', rest: true, required: true, suggest: suggestQuery },
    page: { type: 'number', min: 1, max: 1000 },
    limit: { type: 'number', min: 1, max: 50 },
  },
  run: async ({ text, page = 1, limit = pageSize }, scene) => {
    if (text === '') throw new UserError('search-empty');
    const asked = { text: searchedText(text), page, limit };
    const offset = offsetOf({ page, size: limit });
    const { library } = scene;
    const answer = await library.search({ text, limit, offset });
    if (page === 1) noteSearch(asked.text, answer.total, scene);
    const answered = { text: asked.text, offset, answer };
    const view = answer.total === 0 ? nothing(answered, scene) : found(asked, answered, scene);
    return { ...view, data: dataOf(answer) };
  },
});

function found(asked: Asked, answered: Answered, scene: Scene): View {
  const { words } = scene;
  const { text, page, limit } = asked;
  const { answer, offset } = answered;
  return {
    body: root(
      heading(3, answerTitle(answered, scene)),
      ...answerBlocks(answered, scene),
      ...freshnessLine(answer.asOf, scene),
    ),
    next: [
      ...readButtons(answer.hits, { from: offset + 1, back: here(asked), words }),
      ...asTyped(answer, scene),
      ...turning({ page, size: limit }, answer.total, {
        command: 'search',
        rest: text,
        named: { limit: sizeOption(limit) },
        words,
      }),
      shareButton(here(asked), words),
    ],
  };
}

/** Where spelling was corrected: the words as they were typed. */
const asTyped = ({ correction }: SearchAnswer, { words }: Scene): View['next'] =>
  correction === null
    ? []
    : [
        {
          label: words.button.asTyped(typedText(correction)),
          command: 'search',
          input: correction.asTyped,
        },
      ];

/** The call that shows this page again. */
const here = ({ text, page, limit }: Asked): string =>
  writeCall({
    command: 'search',
    input: writeInput(text, { ...pageOption(page), limit: sizeOption(limit) }),
  });

const sizeOption = (limit: number): number | undefined => (limit === pageSize ? undefined : limit);

function nothing(answered: Answered, scene: Scene): View {
  const { words } = scene;
  const { suggestion } = answered.answer;
  return {
    body: root(
      paragraph(strong(answerTitle(answered, scene))),
      ...answerBlocks(answered, scene),
      ...freshnessLine(answered.answer.asOf, scene),
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
