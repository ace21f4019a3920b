/** Every note that someone's words stand in is made again, as they now want it. */
import { consentOf, forgottenAmong } from '../../note/consent.ts';
import { allNotes, dropBefore, noteAt } from '../../note/record.ts';
import type { Note } from '../../note/record.ts';
import type { Show, Whose } from '../../port.ts';
import { makeAgain } from './again.ts';
import type { NoteRoom } from './room.ts';
import { withdraw } from './withdraw.ts';

/** Resolves to the files that changed. */
export async function rewriteOf(who: Whose, show: Show, room: NoteRoom): Promise<readonly string[]> {
  const mine = (await allNotes(room.state)).filter((note) => isOf(note, who));
  const changed: string[] = [];
  for (const [index, note] of mine.entries()) {
    show({ done: index, of: mine.length });
    // What stood there before has their words, too.
    if (note.authors.some(({ id }) => id === who.id)) await dropBefore(room.state, note.key);
    if ((await makeAgain(note, room)) || (await leave(note, who, room))) changed.push(note.path);
  }
  return [...new Set(changed)];
}

/** Where the note could not be made again without them, what stands there is left without their words. */
async function leave(before: Note, who: Whose, room: NoteRoom): Promise<boolean> {
  const named = before.authors.find(({ id }) => id === who.id);
  const after = await noteAt(room.state, before.key);
  const { says } = await consentOf(room.state, who);
  const isUnwilling = says === 'no' || (await forgottenAmong(room.state, room.hash))(who);
  if (named === undefined || after === null || after.trouble === null || !isUnwilling) return false;
  return named.name !== '' && (await withdraw(after, named.name, room));
}

/** They may be named in what others say, too: in every note of their platform. */
const isOf = ({ platform }: Note, who: Whose): boolean => platform === who.platform;
