/** `/meetup notes`: the conversations that were kept, newest first, and which channels belong to which event. */
import { allNotes } from '../note/record.ts';
import { allRoutes } from '../note/route.ts';
import type { Next, View } from '../port.ts';
import { bullets, code, heading, item, joined, numbered, paragraph, root, time } from '../view/build.ts';
import { choiceButtons } from '../view/note-written.ts';
import { notesFor } from './notes-service.ts';
import { defineCommand } from './spec.ts';
import { writeInput } from './input.ts';
import type { Scene } from './spec.ts';

/** On a page. */
const most = 10;

export const notes = defineCommand({
  name: 'notes',
  answer: 'discreet',
  options: { page: { type: 'number', min: 1 } },
  run: async ({ page = 1 }, scene): Promise<View> => {
    const { state } = notesFor(scene);
    const said = scene.words.note;
    const { workspace, platform } = scene.call.place;
    // What was collected in another workspace is none of this one's business.
    const all = (await allNotes(state))
      .filter((note) => note.platform === platform && note.workspace === workspace)
      .toSorted((left, right) => (left.at < right.at ? 1 : -1));
    const from = (page - 1) * most;
    const shown = all.slice(from, from + most);
    const open = shown.find(({ trouble }) => trouble === 'choice');
    return {
      body: root(
        heading(3, said.list),
        shown.length === 0 && paragraph(said.listNone),
        shown.length > 0 &&
          numbered(
            from + 1,
            shown.map((note) => item(paragraph(...lineOf(note, scene)))),
          ),
        ...(await routesIn(scene)),
      ),
      next: [
        ...(open === undefined ? [] : choiceButtons(open.key, scene.words)),
        ...moreButton(all.length > from + most, page, scene),
      ],
      data: shown,
    };
  },
});

type Noted = Awaited<ReturnType<typeof allNotes>>[number];

function lineOf({ title, path, at, remarks, trouble }: Noted, { words, settings }: Scene) {
  const said = words.note;
  const troubles: Readonly<Record<string, string>> = { ...said.trouble, choice: said.choiceOpen };
  return joined(' · ', [
    [title],
    [code(path)],
    [time(at, settings.zone, 'day')],
    [said.listItem(remarks)],
    ...(trouble === null ? [] : [[troubles[trouble] ?? trouble]]),
  ]);
}

const moreButton = (isMore: boolean, page: number, { words }: Scene): readonly Next[] =>
  isMore
    ? [{ label: words.button.page(page + 1), command: 'notes', input: writeInput('', { page: page + 1 }) }]
    : [];

async function routesIn({ state, call, words, library }: Scene) {
  if (state === null || !call.person.organiser) return [];
  const here = (await allRoutes(state)).filter(({ workspace }) => workspace === call.place.workspace);
  const named = await Array.fromAsync(here, async ({ channel, event }) => ({
    channel,
    event: await library.event(event),
  }));
  const items = named.flatMap(({ channel, event }) =>
    event === null ? [] : [item(paragraph(words.note.routed(channel, event.happening.title)))],
  );
  return items.length === 0 ? [] : [heading(4, words.note.routes), bullets(items)];
}
