/** A note is made again from its conversation as it is now, by nobody in particular: the wishes of whoever collected it hold. */
import { UserError } from '../../error.ts';
import type { Note } from '../../note/record.ts';
import { putNote } from '../../note/record.ts';
import type { NoteWish, Show } from '../../port.ts';
import { prepare } from './prepare.ts';
import { standing } from './place.ts';
import { publishNote } from './publish.ts';
import type { NoteRoom } from './room.ts';
import { writeNote } from './write.ts';

export const wishOf = ({ ref, heading, title, event, tags, left, masked }: Note): NoteWish => ({
  at: ref,
  title: heading ?? title,
  event: event ?? '',
  tags,
  left,
  masked,
});

/** Codes of what keeps a note from being made again, as its record says them. */
const troubles: Readonly<Record<string, string>> = {
  'notes-private': 'private',
  'notes-not-found': 'gone',
  'notes-gap': 'gap',
  'notes-unread': 'gap',
  'folder-read-only': 'folder',
  'notes-marks-broken': 'marks',
};

/** Resolves to whether its file changed. What can not be read is left as it stands, and the note says why. */
export async function makeAgain(note: Note, room: NoteRoom, show: Show = () => {}): Promise<boolean> {
  const chat = room.chat(note.platform);
  if (chat === null) return false;
  // People threw the file away: it does not come back by itself.
  if (note.state === 'written' && (await standing(note.key, note.path, room)) === null)
    return rest(note, 'file', room);
  try {
    const conversation = await room.reader.read({ chat, at: note.ref, reader: null, show, isFor: 'file' });
    const wish = wishOf(note);
    const prepared = await prepare(conversation, { wish, by: note.by }, room);
    // What looks secret now did not when somebody looked at it: nobody else will, so it is masked.
    const ready =
      prepared.secrets.length === 0
        ? prepared
        : await prepare(conversation, { wish: { ...wish, masked: true }, by: note.by }, room);
    const wrote = await writeNote(ready, { wish, by: note.by }, room);
    if (wrote.did !== 'same') await publishNote(wrote.note, room);
    return wrote.did !== 'same';
  } catch (error) {
    const code = error instanceof UserError ? troubles[error.code] : undefined;
    if (code === undefined) throw error;
    return rest(note, code, room);
  }
}

/** What was interrupted is tried again; all else waits until something changes. */
async function rest(note: Note, trouble: string, room: NoteRoom): Promise<false> {
  const dirty = note.state === 'writing' || trouble === 'gap' || trouble === 'folder';
  await putNote(room.state, { ...note, trouble, dirty, checkedAt: room.now().toISOString() });
  return false;
}
