/** Where people and the bot both changed a note: whose words stay. */
import { UserError } from '../../error.ts';
import { settle } from '../../note/merge.ts';
import { noteAt, putNote } from '../../note/record.ts';
import { regionIn } from '../../note/region.ts';
import { publishNote } from './publish.ts';
import type { NoteRoom } from './room.ts';

/** Throws UserError `notes-gone`, or `notes-file-changed` where somebody is writing it. */
export async function settleNote(
  key: string,
  whose: 'people' | 'bot',
  room: NoteRoom,
): Promise<{ readonly title: string; readonly path: string }> {
  const note = await noteAt(room.state, key);
  const before = note === null ? null : await room.library.text(note.path);
  if (note === null || before === null) throw new UserError('notes-gone');
  const after = settle(before, key, whose);
  if (after !== before && !(await room.library.change({ path: note.path, before, after })))
    throw new UserError('notes-file-changed', { path: note.path });
  const settled = { ...note, trouble: null, hash: regionIn(after, key)?.hash ?? note.hash };
  await putNote(room.state, settled);
  await publishNote(settled, room);
  return { title: note.title, path: note.path };
}
