/** The form behind *Change* of notes that are not saved yet: title, event, tags, and which messages are left out. */
import { UserError } from '../error.ts';
import type { NoteMessage } from '../port.ts';
import { changeMine, eventIn, mine, tagsIn } from './collect-draft.ts';
import { draftView } from './collect-view.ts';
import { collectorIn, notesFor } from './notes-service.ts';
import { defineCommand } from './spec.ts';

export const collectChange = defineCommand({
  name: 'collect-change',
  answer: 'discreet',
  listed: false,
  form: true,
  options: {
    title: { type: 'text', required: true },
    event: { type: 'text' },
    tags: { type: 'text' },
    leave: { type: 'text' },
    draft: { type: 'text', listed: false },
  },
  run: async ({ title, event, tags, leave, draft: key }, scene) => {
    const { notes } = notesFor(scene);
    const { messages } = await notes.look(await mine(key, scene), collectorIn(scene), scene.show);
    const left = leftIn(leave, messages);
    const chosen = await eventIn(event, scene);
    const draft = await changeMine(key, scene, (before) => ({
      ...before,
      title: title === '' ? null : title,
      event: chosen,
      tags: tagsIn(tags),
      left,
    }));
    return draftView(draft, 0, scene);
  },
});

/** `3, 5-7` → the ids of those messages. Throws UserError `notes-leave`. */
function leftIn(text: string, messages: readonly NoteMessage[]): readonly string[] {
  const parts = text
    .normalize('NFKC')
    .split(/[,、\s]+/u)
    .filter((part) => part !== '');
  const numbers = parts.flatMap((part) => numbersIn(part, messages.length));
  return [...new Set(numbers)].flatMap((number) => messages[number - 1]?.id ?? []);
}

function numbersIn(part: string, most: number): readonly number[] {
  const [, first = '', last = first] = /^(\d{1,5})(?:[-~〜–](\d{1,5}))?$/u.exec(part) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (first === '' || from < 1 || to < from || to > most) throw new UserError('notes-leave', { value: part });
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
