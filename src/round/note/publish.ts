/** What was written into the folder is published as the community wishes, at once or as soon as it can be. */
import { putNote } from '../../note/record.ts';
import type { Note } from '../../note/record.ts';
import { notePublished, unpublished } from '../../library/publishing.ts';
import type { Published } from '../../port.ts';
import type { NoteRoom } from './room.ts';

/** `null`: nobody publishes. */
export async function publishNote(note: Note, room: NoteRoom): Promise<Published | null> {
  const { publisher, state, now } = room;
  if (publisher === null) return null;
  const records = await unpublished(state);
  const paths = records.map(({ value }) => value as string);
  const published = await publisher.publish({
    paths,
    title: `Notes: ${note.title.replaceAll(/\s+/gu, ' ')}`,
    key: note.key,
  });
  if (published.status !== 'later') await notePublished(state, records);
  await putNote(state, { ...note, published, checkedAt: now().toISOString() });
  return published;
}

/** Milliseconds between two looks at what people pushed. */
const every = 3 * 60_000;

/** Takes in what people pushed, and publishes what waits. `before`: when that was done last. Resolves to when it is done. */
export async function publishRest(room: NoteRoom, before: Date | null): Promise<Date | null> {
  const { publisher, state, now } = room;
  if (publisher === null) return before;
  if (before !== null && now().getTime() - before.getTime() < every) return before;
  await publisher.pull();
  const records = await unpublished(state);
  if (records.length > 0) {
    const paths = records.map(({ value }) => value as string);
    const { status } = await publisher.publish({
      paths,
      title: 'Meetup: what was written in chat',
      key: 'rest',
    });
    if (status !== 'later') await notePublished(state, records);
  }
  return now();
}
