/** Someone is forgotten: their words in every note, their records, and the traces of both on the disk. */
import { forgetReminder, allReminders } from '../../event/reminder.ts';
import { forgetPerson } from '../../note/consent.ts';
import { allNotes, putNote } from '../../note/record.ts';
import type { Forgotten, Records, Show, Whose } from '../../port.ts';
import { rewriteOf } from './rewrite.ts';
import type { NoteRoom } from './room.ts';

/** Kinds whose records belong to one person, and how their keys begin. */
const kinds = ['personal', 'organiser', 'slack-direct', 'note-draft'] as const;

/** First they are left out of all that is written from now on; then what was written is written anew without them. */
export async function forget(who: Whose, show: Show, room: NoteRoom): Promise<Forgotten> {
  const { state, hash, now } = room;
  const records = await state.transaction(async (all) => {
    const dropped = await dropRecords(who, all);
    return dropped + (await forgetPerson(all, who, hash));
  });
  const files = await rewriteOf(who, show, room);
  for (const note of await allNotes(state)) {
    const others = note.authors.filter(({ id }) => note.platform !== who.platform || id !== who.id);
    const isTheirs = note.by.platform === who.platform && note.by.id === who.id;
    if (isTheirs || others.length < note.authors.length)
      await putNote(state, { ...note, authors: others, by: isTheirs ? { ...note.by, id: '' } : note.by });
  }
  await room.library.scrub();
  await state.scrub();
  return { files, records, at: now() };
}

/** Resolves to how many there were. */
async function dropRecords(who: Whose, records: Records): Promise<number> {
  let count = 0;
  for (const kind of kinds)
    for (const record of await records.list(kind))
      if (isTheirs(record.key, record.value, who)) {
        await records.put({ ...record, value: null });
        count += 1;
      }
  for (const reminder of await allReminders(records))
    if (reminder.who.platform === who.platform && reminder.who.id === who.id) {
      await forgetReminder(records, reminder);
      count += 1;
    }
  return count;
}

const isTheirs = (key: string, value: unknown, { platform, id }: Whose): boolean => {
  const { by } = (value ?? {}) as { readonly by?: Whose };
  return key === `${platform} ${id}` || key === id || (by?.platform === platform && by.id === id);
};
