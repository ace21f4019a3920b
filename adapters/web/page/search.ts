/** `/search?q=`: what was found, or what one can type. */
import { answerBlocks, answerTitle, searchedText } from '../../../src/view/answer.ts';
import { bullets, item, link, paragraph, root } from '../../../src/view/build.ts';
import { searchHelp } from '../../../src/view/help.ts';
import type { Visit } from '../visit.ts';
import { offsetOf } from './list.ts';
import type { Page, Show } from './page.ts';

const size = 10;

export const search: Show = async (visit) => {
  const { library, query } = visit;
  const text = searchedText(query('q'));
  if (text === '') return invitation(visit);
  const offset = offsetOf(visit, size);
  const answer = await library.search({ text, limit: size, offset });
  const answered = { text, offset, answer };
  return {
    title: answerTitle(answered, visit),
    parts: [{ as: answer.total === 0 ? 'prose' : 'list', tree: root(...answerBlocks(answered, visit)) }],
    list: { total: answer.total, size },
  };
};

/** In a chat one may write the command before the words; here there are only words. */
const command = /^search /;

function invitation({ words, pages }: Visit): Page {
  const examples = words.command.search.examples.map((example) => example.replace(command, ''));
  const tree = root(
    paragraph(words.start.tryOne),
    bullets(examples.map((example) => item(paragraph(link(pages.search(example), example))))),
    ...searchHelp(words),
  );
  return { title: words.web.search, parts: [{ as: 'prose', tree }] };
}
