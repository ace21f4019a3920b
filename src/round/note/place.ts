/** In which file a note stands, or is to stand. */
import { notePath } from '../../note/print.ts';
import { holdsNote } from '../../note/merge.ts';
import type { Prepared } from './prepare.ts';
import type { NoteRoom } from './room.ts';

/**
 * Where it stands already, also if people have given the file another name; else the report of its event; else a file of its
 * own, under a name that nobody else has.
 */
export async function pathFor(
  { key, before, event, manuscript, settings }: Prepared,
  room: NoteRoom,
): Promise<string> {
  const known = before === null ? null : await standing(key, before.path, room);
  if (known !== null) return known;
  return event?.report?.file ?? free(notePath(manuscript, settings.notes.folder), key, room);
}

/** `null`: it stands nowhere. */
export async function standing(key: string, path: string, room: NoteRoom): Promise<string | null> {
  if (await has(path, key, room)) return path;
  const { items } = await room.library.reports({ limit: Infinity, offset: 0 });
  for (const { file } of items) if (await has(file, key, room)) return file;
  return null;
}

/** What can not be read as text has none. */
async function has(path: string, key: string, { library }: NoteRoom): Promise<boolean> {
  const text = await library.text(path).catch(() => null);
  return text !== null && holdsNote(text, key);
}

async function free(wish: string, key: string, room: NoteRoom): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = number === 1 ? wish : wish.replace(/(?=\.md$)/u, `-${number}`);
    // A process that died may have written it there already.
    if ((await room.library.text(path)) === null || (await has(path, key, room))) return path;
  }
}
