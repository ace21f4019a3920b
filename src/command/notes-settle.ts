/** Behind the buttons where people and the bot both changed a note: whose words stay. */
import { UserError } from '../error.ts';
import { code, paragraph, root } from '../view/build.ts';
import { notesFor } from './notes-service.ts';
import { defineCommand } from './spec.ts';

export const notesSettle = defineCommand({
  name: 'notes-settle',
  answer: 'discreet',
  listed: false,
  options: { key: { type: 'text' }, whose: { type: 'text' } },
  run: async ({ key, whose }, scene) => {
    const { notes } = notesFor(scene);
    if (whose !== 'people' && whose !== 'bot') throw new UserError('notes-gone');
    const { title, path } = await notes.settle(key, whose);
    const said = scene.words.note.settled[whose];
    return { body: root(paragraph(said, ' ', title, ' ', code(path))), next: [] };
  },
});
