/** `/meetup speaker`: the talks of one person, or everyone who spoke. */
import { UserError } from '../error.ts';
import type { View } from '../port.ts';
import { heading, root } from '../view/build.ts';
import { hitList } from '../view/results.ts';
import { readButtons, shareButton } from './button.ts';
import { writeInput } from './input.ts';
import { nameListing } from './names.ts';
import { writeCall } from './next.ts';
import { offsetOf, pageOption, turning } from './paging.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { suggestNames } from './suggest.ts';

const pageSize = 5;

export const speaker = defineCommand({
  name: 'speaker',
  options: {
    name: { type: 'text', rest: true, suggest: suggestNames('speaker') },
    page: { type: 'number', min: 1, max: 10_000 },
  },
  run: ({ name, page = 1 }, scene) =>
    name === '' ? nameListing('speaker', page, scene) : talksOf(name, page, scene),
});

async function talksOf(name: string, page: number, { library, words, locale }: Scene): Promise<View> {
  const people = await library.names({ kind: 'speaker', like: name, limit: 1, offset: 0 });
  const person = people.items[0];
  if (person === undefined) throw new UserError('speaker-not-found', { name });
  const paging = { page, size: pageSize };
  const offset = offsetOf(paging);
  const text = writeInput('', { speaker: person.key });
  const { hits, total } = await library.search({ text, limit: pageSize, offset });
  const here = writeCall({ command: 'speaker', input: writeInput(person.key, pageOption(page)) });
  return {
    body: root(
      heading(3, words.speaker.talksOf(person.name, total)),
      hitList(hits, offset + 1, { words, locale }),
    ),
    next: [
      ...readButtons(hits, { from: offset + 1, back: here, words }),
      ...turning(paging, total, { command: 'speaker', rest: person.key, words }),
      { label: words.button.speakers, command: 'speaker', input: '' },
      shareButton(here, words),
    ],
    data: { name: person.name, total, hits },
  };
}
