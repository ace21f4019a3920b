/** The last collection of someone is taken back: the file is what it was before. */
import { UserError } from '../../error.ts';
import { putBack, removeRegion } from '../../note/merge.ts';
import { allNotes, dropBefore, dropNote, putNote, readBefore } from '../../note/record.ts';
import type { Note } from '../../note/record.ts';
import { isTheBots, regionIn } from '../../note/region.ts';
import type { Whose } from '../../port.ts';
import { publishNote } from './publish.ts';
import type { NoteRoom } from './room.ts';

interface Undone {
  readonly title: string;
  readonly path: string;
  readonly isGone: boolean;
}

/** Throws UserError `notes-undo-nothing`, and `notes-undo-edited` where people have written into it since. */
export async function undoNote(by: Whose, room: NoteRoom): Promise<Undone> {
  const mine = (await allNotes(room.state)).filter(
    (note) => note.by.platform === by.platform && note.by.id === by.id && note.state === 'written',
  );
  const last = mine.toSorted((left, right) => (left.at < right.at ? 1 : -1))[0];
  if (last === undefined) throw new UserError('notes-undo-nothing');
  const before = await room.library.text(last.path);
  const region = before === null ? null : regionIn(before, last.key);
  if (before === null || region === null) {
    await dropNote(room.state, last.key);
    return { title: last.title, path: last.path, isGone: true };
  }
  if (!isTheBots(before, region, room.hash)) throw new UserError('notes-undo-edited', { path: last.path });
  const after = await former(last, before, room);
  if (!(await room.library.change({ path: last.path, before, after })))
    throw new UserError('notes-file-changed', { path: last.path });
  await publishNote(last, room);
  await forgetCollection(last, after, room);
  return { title: last.title, path: last.path, isGone: after === null };
}

/** `null`: there was no file, and nothing in it is anybody else's. */
async function former(note: Note, text: string, room: NoteRoom): Promise<string | null> {
  const before = await readBefore(room.state, note.key);
  if (before !== null) return putBack(text, note.key, before);
  const without = removeRegion(text, note.key);
  return note.made && isOnlyHeader(without) ? null : without;
}

/** Nothing but what the bot wrote above the notes. */
const isOnlyHeader = (text: string): boolean => /^---\n(?:(?!---\n)[^\n]*\n)*---\s*$/u.test(text);

async function forgetCollection(note: Note, after: string | null, { state }: NoteRoom): Promise<void> {
  const hash = after === null ? null : regionIn(after, note.key)?.hash;
  await dropBefore(state, note.key);
  if (hash === null || hash === undefined) await dropNote(state, note.key);
  else await putNote(state, { ...note, hash, by: { ...note.by, id: '' } });
}
