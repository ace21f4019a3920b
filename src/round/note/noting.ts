/** Taking notes: what commands ask for, each conversation one at a time. */
import { UserError } from '../../error.ts';
import { noticeLetter } from '../../note/question.ts';
import { allNotes, markDirty } from '../../note/record.ts';
import { put } from '../../outbox/letter.ts';
import type { Collector, NoteWish, Noting, NoteWritten, Whose } from '../../port.ts';
import { forget } from './forget.ts';
import { lookOf } from './look.ts';
import { prepare, requireReady } from './prepare.ts';
import type { Prepared } from './prepare.ts';
import { publishNote } from './publish.ts';
import type { Reading } from './read.ts';
import { rewriteOf } from './rewrite.ts';
import type { NoteRoom } from './room.ts';
import { settleNote } from './settle.ts';
import { undoNote } from './undo.ts';
import { keepFormer, writeNote } from './write.ts';

export function createNoting(room: NoteRoom): Noting {
  const { state, reader } = room;
  /** Conversations that are being written, by platform and what one came by. */
  const running = new Set<string>();
  return {
    look: async (wish, by, show = () => {}) =>
      lookOf(await prepared({ wish, by, show, isFor: 'look' }, room), room),
    write: (wish, by, show = () => {}) => writeOnce({ wish, by, show, isFor: 'file' }, room, running),
    undo: (by) => undoNote(by, room),
    settle: (key, whose) => settleNote(key, whose, room),
    of: async (who) =>
      (await allNotes(state)).flatMap((note) => {
        const messages = note.authors.find(({ id }) => isThere(note.platform, who) && id === who.id);
        const isCollector = note.by.platform === who.platform && note.by.id === who.id;
        if (messages === undefined && !isCollector) return [];
        return [{ ...note, messages: messages?.messages ?? 0, isCollector }];
      }),
    rewrite: (who, show = () => {}) => rewriteOf(who, show, room),
    forget: (who, show = () => {}) => forget(who, show, room),
    changed: async (platform, refs) => {
      const all = refs.split(' ').filter((ref) => ref !== '');
      for (const ref of all) reader.forget(platform, ref);
      await markDirty(state, platform, all);
    },
  };
}

const isThere = (platform: string, who: Whose): boolean => platform === who.platform;

interface Asked extends Pick<Reading, 'show' | 'isFor'> {
  readonly wish: NoteWish;
  readonly by: Collector;
}

async function prepared({ wish, by, show, isFor }: Asked, room: NoteRoom): Promise<Prepared> {
  const chat = room.chat(by.platform);
  if (chat === null) throw new UserError('notes-not-found');
  const reading = { chat, at: wish.at, reader: by.person, show, isFor };
  return prepare(await room.reader.read(reading), { wish, by: whose(by) }, room);
}

const whose = ({ platform, person }: Collector): Whose => ({ platform, id: person.id });

/** Throws UserError `notes-busy` where it is being written already. */
async function writeOnce(asked: Asked, room: NoteRoom, running: Set<string>): Promise<NoteWritten> {
  const lock = `${asked.by.platform} ${JSON.stringify(asked.wish.at)}`;
  if (running.has(lock)) throw new UserError('notes-busy');
  running.add(lock);
  try {
    return await written(await prepared(asked, room), asked, room);
  } finally {
    running.delete(lock);
  }
}

async function written(ready: Prepared, { wish, by }: Asked, room: NoteRoom): Promise<NoteWritten> {
  requireReady(ready);
  await keepFormer(ready, room);
  const { note, did, files } = await writeNote(ready, { wish, by: whose(by) }, room);
  await tell(ready, room);
  const published = did === 'same' ? note.published : await publishNote(note, room);
  const { items } = await room.library.reports({ limit: Infinity, offset: 0 });
  return {
    key: note.key,
    title: note.title,
    path: note.path,
    change: did,
    kept: note.remarks,
    leftOut: ready.conversation.remarks.length - note.remarks,
    files,
    report: items.find(({ file }) => file === note.path)?.id ?? null,
    published,
  };
}

/** Where everyone's words are kept who does not say no, everyone is told. */
async function tell(
  { key, conversation, title, before, settings }: Prepared,
  { state, now }: NoteRoom,
): Promise<void> {
  if (settings.notes.consent !== 'told' || before !== null) return;
  const { place } = conversation.thread;
  const letter = noticeLetter({ key, place, title, locale: settings.locale, now: now() });
  await state.transaction((records) => put(letter, records));
}
