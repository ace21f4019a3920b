/** `@meetup collect` in a thread, *Collect notes* on a message: the conversation as notes, seen before they are kept. */
import type { NoteDraft } from '../note/draft.ts';
import { questionLetter } from '../note/question.ts';
import { put } from '../outbox/letter.ts';
import type { NoteWish, View } from '../port.ts';
import { paragraph, root } from '../view/build.ts';
import { writtenView } from '../view/note-written.ts';
import { beginDraft, changeMine, mine } from './collect-draft.ts';
import { draftView, fileView } from './collect-view.ts';
import { suggestEvents } from './event.ts';
import { collectorIn, notesFor } from './notes-service.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';

const hidden = { type: 'text', listed: false } as const;

export const collect = defineCommand({
  name: 'collect',
  answer: 'discreet',
  options: {
    title: { type: 'text', rest: true },
    event: { type: 'text', suggest: suggestEvents },
    tags: { type: 'text' },
    at: hidden,
    draft: hidden,
    step: hidden,
    page: { type: 'number', listed: false, min: 1 },
  },
  run: async ({ at, draft: key, step, page = 1, ...given }, scene) => {
    notesFor(scene);
    if (key === '') {
      const here = at === '' ? placeIn(scene) : at;
      return here === null ? howTo(scene) : draftView(await beginDraft(here, given, scene), 0, scene);
    }
    const ticked = /^tick-(\d{1,5})$/u.exec(step)?.[1];
    if (ticked !== undefined) return tick({ key, number: Number(ticked), page: page - 1 }, scene);
    return (steps[step] ?? draftView)(await mine(key, scene), page - 1, scene);
  },
});

/** `null`: not in a thread. */
const placeIn = ({ call: { place } }: Scene): NoteWish['at'] | null =>
  place.thread === undefined ? null : place;

const howTo = ({ words }: Scene): View => ({ body: root(paragraph(words.note.howTo)), next: [] });

type Step = (draft: NoteDraft, page: number, scene: Scene) => Promise<View>;

const steps: Readonly<Record<string, Step>> = {
  save: async (draft, _page, scene) => {
    const { notes } = notesFor(scene);
    const written = await notes.write(draft, collectorIn(scene), scene.show);
    return writtenView(written, scene.words);
  },
  mask: async ({ key }, page, scene) =>
    draftView(await changeMine(key, scene, (draft) => ({ ...draft, masked: true })), page, scene),
  ask: async (draft, page, scene) => {
    const { notes, state } = notesFor(scene);
    const seen = await notes.look(draft, collectorIn(scene), scene.show);
    const { title, place } = seen;
    const { call, settings, now } = scene;
    const about = { key: `${place.platform} ${draft.at}`, place, title, locale: settings.locale, now: now() };
    const letter = questionLetter({ ...about, by: call.person.name });
    await state.transaction((records) => put(letter, records));
    const view = await draftView(draft, page, scene);
    return { ...view, body: root(paragraph(scene.words.note.asked), ...view.body.children) };
  },
  file: fileView,
};

interface Ticking {
  readonly key: string;
  /** Of the message, from 1. */
  readonly number: number;
  readonly page: number;
}

/** A message that was to be kept is not, or the other way round. */
async function tick({ key, number, page }: Ticking, scene: Scene): Promise<View> {
  const { notes } = notesFor(scene);
  const { messages } = await notes.look(await mine(key, scene), collectorIn(scene), scene.show);
  const id = messages[number - 1]?.id;
  const draft = await changeMine(key, scene, (before) => {
    if (id === undefined) return before;
    const others = before.left.filter((each) => each !== id);
    return { ...before, left: others.length < before.left.length ? others : [...others, id] };
  });
  return draftView(draft, page, scene);
}
