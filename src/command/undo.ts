/** `/meetup undo`: the notes that one collected last are taken back, in the file, in the search and where it is published. */
import { paragraph, root, code } from '../view/build.ts';
import { notesFor, whoseCall } from './notes-service.ts';
import { defineCommand } from './spec.ts';

export const undo = defineCommand({
  name: 'undo',
  answer: 'discreet',
  options: {},
  run: async (_values, scene) => {
    const { notes } = notesFor(scene);
    const undone = await notes.undo(whoseCall(scene));
    const said = scene.words.note;
    const file = undone.isGone ? said.undoneGone : said.undoneBefore;
    return {
      body: root(paragraph(said.undone(undone.title), ' ', code(undone.path), ' ', file)),
      next: [],
      data: undone,
    };
  },
});
