/** What changed in chat follows into the file, once a minute; what was begun and not finished is finished. */
import { allNotes } from '../../note/record.ts';
import type { Note } from '../../note/record.ts';
import { makeAgain } from './again.ts';
import type { NoteRoom } from './room.ts';

/** In one round: a conversation may take a while to be read. */
const most = 20;

/** Milliseconds: while a note is young, its conversation is looked at again so often, though nothing is heard of it. */
const every = 6 * 60 * 60_000;
const youth = 14 * 24 * 60 * 60_000;

/** `since`: when the process began. What happened before that it did not hear of. */
export async function followNotes(room: NoteRoom, since: Date, signal: AbortSignal): Promise<void> {
  const at = room.now().getTime();
  const due = (await allNotes(room.state)).filter((note) => isDue(note, at, since));
  for (const note of due.slice(0, most)) if (!signal.aborted) await follow(note, room);
}

function isDue({ state, dirty, checkedAt, at: collected }: Note, now: number, since: Date): boolean {
  if (dirty) return true;
  const isOfBefore = Date.parse(checkedAt) < since.getTime();
  // Who collects it is at it; if not, they have died.
  if (state === 'writing') return isOfBefore || now - Date.parse(checkedAt) > patience;
  const isYoung = now - Date.parse(collected) < youth;
  return isYoung && (isOfBefore || now - Date.parse(checkedAt) > every);
}

/** Milliseconds that a note may take to be written. */
const patience = 60_000;

async function follow(note: Note, room: NoteRoom): Promise<void> {
  await makeAgain(note, room).catch((error: unknown) =>
    room.log.warn({ err: error, key: note.key }, 'a note could not follow its conversation'),
  );
}
