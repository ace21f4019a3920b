/** What someone wants their notes to be, until they are saved: nobody else sees or changes it. */
import { UserError } from '../error.ts';
import { changeDraft, draftAt, newDraft } from '../note/draft.ts';
import type { NoteDraft } from '../note/draft.ts';
import type { NoteWish } from '../port.ts';
import { readingOf } from './event.ts';
import { collectorIn, notesFor, whoseCall } from './notes-service.ts';
import type { Scene } from './spec.ts';

/** What was given with the command. */
interface Given {
  readonly title: string;
  readonly event: string;
  readonly tags: string;
}

/** The conversation is looked at, so that it is known by its own name from then on. Throws UserError `notes-…`. */
export async function beginDraft(at: NoteWish['at'], given: Given, scene: Scene): Promise<NoteDraft> {
  const { notes, state } = notesFor(scene);
  const { title, event, tags } = given;
  const wish: NoteWish = {
    at,
    title: title === '' ? null : title,
    event: event === '' ? null : await eventIn(event, scene),
    tags: tags === '' ? null : tagsIn(tags),
    left: [],
    masked: false,
  };
  const seen = await notes.look(wish, collectorIn(scene), scene.show);
  return newDraft(state, { ...wish, key: scene.call.id, at: seen.at, by: whoseCall(scene) }, scene.now());
}

/** Throws UserError `notes-draft-gone` or `notes-draft-other`. */
export async function mine(key: string, scene: Scene): Promise<NoteDraft> {
  const { state } = notesFor(scene);
  const draft = await draftAt(state, key, scene.now());
  if (draft === null) throw new UserError('notes-draft-gone');
  const { platform, id } = whoseCall(scene);
  if (draft.by.platform !== platform || draft.by.id !== id) throw new UserError('notes-draft-other');
  return draft;
}

export async function changeMine(
  key: string,
  scene: Scene,
  change: (draft: NoteDraft) => NoteDraft,
): Promise<NoteDraft> {
  await mine(key, scene);
  const changed = await changeDraft(notesFor(scene).state, key, change);
  if (changed === null) throw new UserError('notes-draft-gone');
  return changed;
}

/** Id of an event by what people call it; '' for none. Throws UserError `event-not-found`. */
export const eventIn = async (name: string, { library }: Scene): Promise<string> =>
  /^(?:|none|no|なし|無し)$/iu.test(name.trim()) ? '' : (await readingOf(name, library)).happening.id;

export const tagsIn = (text: string): readonly string[] =>
  text
    .split(/[,、，;\s]+/u)
    .map((each) => each.replace(/^#/u, '').trim())
    .filter((each) => each !== '');
