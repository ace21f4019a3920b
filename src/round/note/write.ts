/**
 * A prepared note is written into its file: whoever is stopped on the way, or comes second, does it again, and the file is the
 * same.
 */
import { UserError } from '../../error.ts';
import { mergeNote } from '../../note/merge.ts';
import type { Merged } from '../../note/merge.ts';
import { printRegion, writeHeader } from '../../note/print.ts';
import { dropBefore, keepBefore, putNote } from '../../note/record.ts';
import type { Note } from '../../note/record.ts';
import { regionIn } from '../../note/region.ts';
import type { Manuscript } from '../../note/manuscript.ts';
import type { NoteWish, Whose } from '../../port.ts';
import { withAssets } from './assets.ts';
import { pathFor } from './place.ts';
import type { Prepared } from './prepare.ts';
import type { NoteRoom } from './room.ts';

/** Others may write the same file in the same moment: so often it is tried. */
const attempts = 3;

export interface Writing {
  readonly wish: NoteWish;
  readonly by: Whose;
}

/** What became of the file. */
export interface Wrote {
  readonly note: Note;
  readonly did: Merged['did'];
  readonly files: number;
}

/** Noted before anything is written: a process that dies here is followed by one that finishes it. */
export async function writeNote(prepared: Prepared, writing: Writing, room: NoteRoom): Promise<Wrote> {
  // What people pushed is joined here, where it is known what a note is; git knows lines alone.
  await room.publisher?.pull();
  const begun = await begin(prepared, writing, room);
  const manuscript = await withAssets(prepared, room);
  const { path, merged } = await mergeInto(begun.path, manuscript, room);
  const note: Note = {
    ...begun,
    path,
    state: 'written',
    dirty: false,
    hash: regionIn(merged.text, begun.key)?.hash ?? '',
    made: begun.made || merged.did === 'created',
    checkedAt: room.now().toISOString(),
    trouble: merged.did === 'choice' ? 'choice' : null,
  };
  await putNote(room.state, note);
  const files = manuscript.entries.flatMap((entry) => entry.files).filter((file) => file.path !== null);
  return { note, did: merged.did, files: files.length };
}

async function begin(prepared: Prepared, { wish, by }: Writing, room: NoteRoom): Promise<Note> {
  const { key, conversation, manuscript, title, event, before } = prepared;
  const { place, ref, url } = conversation.thread;
  const at = room.now().toISOString();
  const note: Note = {
    key,
    platform: place.platform,
    workspace: place.workspace,
    channel: place.channel,
    ref,
    url,
    path: await pathFor(prepared, room),
    title,
    heading: manuscript.heading,
    event: wish.event === '' ? '' : (event?.happening.id ?? null),
    tags: manuscript.tags,
    left: wish.left,
    masked: wish.masked,
    by,
    at,
    authors: authorsOf(prepared),
    remarks: manuscript.entries.length,
    hash: before?.hash ?? '',
    state: 'writing',
    dirty: false,
    checkedAt: at,
    published: null,
    trouble: null,
    made: before?.made ?? false,
  };
  await putNote(room.state, note);
  return note;
}

/** Whose words are in it, under which names. */
function authorsOf({ conversation, manuscript }: Prepared): Note['authors'] {
  const ids = new Map(conversation.remarks.map(({ id, author }) => [id, author.id]));
  const written = Map.groupBy(manuscript.entries, ({ id }) => ids.get(id) ?? '');
  return [...written].map(([id, entries]) => ({
    id,
    name: entries[0]?.author ?? '',
    messages: entries.length,
  }));
}

async function mergeInto(
  path: string,
  manuscript: Manuscript,
  room: NoteRoom,
): Promise<{ readonly path: string; readonly merged: Merged }> {
  const inner = printRegion(manuscript, path);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const before = await room.library.text(path);
    const merged = mergeNote({
      before,
      header: writeHeader(manuscript),
      key: manuscript.key,
      url: manuscript.source.url,
      inner,
      hash: room.hash,
    });
    if (merged.text === before) return { path, merged };
    if (before === null) return { path: await room.library.add({ path, text: merged.text }), merged };
    if (await room.library.change({ path, before, after: merged.text })) return { path, merged };
  }
  throw new UserError('notes-file-changed', { path });
}

/** What stood in the file until now is kept, so that the collection can be taken back. */
export async function keepFormer({ key, before }: Prepared, { state, library }: NoteRoom): Promise<void> {
  const text = before === null ? null : await library.text(before.path);
  const region = text === null ? null : regionIn(text, key);
  if (text === null || region === null) return dropBefore(state, key);
  await keepBefore(state, key, text.slice(region.from, region.to));
}
