/** Behind the button of the question after an event: a report to be filled in lies in the folder, shown to nobody. */
import { UserError } from '../error.ts';
import { draftPath, writeDraft } from '../content/draft.ts';
import { allOrganisers, stopAsking } from '../event/organiser.ts';
import { whoCalls } from '../event/who.ts';
import { code, paragraph, root } from '../view/build.ts';
import { openButton } from './button.ts';
import { readingOf } from './event.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import type { State } from '../port.ts';

const kind = 'draft';

export const draft = defineCommand({
  name: 'draft',
  listed: false,
  options: { event: { type: 'text', rest: true }, stop: { type: 'text' } },
  run: async ({ event, stop }, scene) => {
    const { call, state, library, settings, words } = scene;
    const said = words.event.afterwards;
    if (state === null) throw new UserError('nothing-remembered');
    if (stop !== '') {
      await stopAsking(state, whoCalls(call));
      return { body: root(paragraph(said.stopped)), next: [] };
    }
    if (!(await mayDraft(call, state))) throw new UserError('organisers-decide');
    const { happening, report, presentations } = await readingOf(event, library);
    if (report !== null)
      return {
        body: root(paragraph(said.exists)),
        next: [openButton(words.button.report, { id: report.id, back: '' })],
      };
    const text = writeDraft(happening, presentations, { locale: settings.locale });
    const wished = { event: happening.id, path: draftPath(happening) };
    const path = await once(state, wished, () => library.add({ path: wished.path, text }));
    return {
      body: root(paragraph(code(path)), paragraph(said.started)),
      next: [],
      files: [{ name: path.slice(path.lastIndexOf('/') + 1), type: 'text/markdown', text }],
      data: { path, text },
    };
  },
});

/** In a direct conversation a platform may not know who organises what; who was asked is one who did. */
async function mayDraft({ person, place }: Scene['call'], state: State): Promise<boolean> {
  if (person.organiser) return true;
  const known = await allOrganisers(state);
  return known.some(({ who }) => who.platform === place.platform && who.id === person.id);
}

/** Claimed before it is made: pressed twice at once, again, or by another organiser, the button leads to the same draft. */
async function once(
  state: State,
  { event, path }: { readonly event: string; readonly path: string },
  make: () => Promise<string>,
): Promise<string> {
  const claim = { kind, key: event, version: null, value: path };
  const version = await state.put(claim);
  if (version === null) return (await state.get(kind, event))?.value as string;
  let made: string | null = null;
  try {
    made = await make();
    return made;
  } finally {
    // Where it could not be made, that is claimed no longer.
    await state.put({ ...claim, version, value: made });
  }
}
