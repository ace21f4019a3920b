/** Somebody's words are taken out of a file as it stands: its conversation can not be read, or people have edited the note. */
import { offerKey } from '../../content/note-marker.ts';
import { innerOf, isTheBots, regionIn } from '../../note/region.ts';
import type { Note } from '../../note/record.ts';
import { withoutWordsOf } from '../../note/withdraw.ts';
import { words } from '../../words/index.ts';
import { publishNote } from './publish.ts';
import type { NoteRoom } from './room.ts';

/** Resolves to whether the file changed. `name`: as the note has it. */
export async function withdraw(note: Note, name: string, room: NoteRoom): Promise<boolean> {
  const before = await room.library.text(note.path);
  if (before === null) return false;
  const { nobody } = words[(await room.library.settings()).locale].noteText;
  const after = [note.key, offerKey(note.key)].reduce(
    (text, key) => without(text, key, { name, nobody, room }),
    before,
  );
  if (after === before || !(await room.library.change({ path: note.path, before, after }))) return false;
  await publishNote(note, room);
  return true;
}

interface Withdrawing {
  readonly name: string;
  readonly nobody: string;
  readonly room: NoteRoom;
}

/** What was the bot's stays the bot's. */
function without(text: string, key: string, { name, nobody, room }: Withdrawing): string {
  const region = regionIn(text, key);
  if (region === null) return text;
  const inner = innerOf(text, region);
  const rest = withoutWordsOf(inner, name, nobody);
  if (rest === inner) return text;
  const end = text.slice(region.inner.to, region.to);
  const said = isTheBots(text, region, room.hash) ? end.replace(region.hash, () => room.hash(rest)) : end;
  return text.slice(0, region.inner.from) + rest + said + text.slice(region.to);
}
