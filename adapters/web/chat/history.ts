/** What was said, in one SQLite file: it outlives the process, and the oldest of it goes when there is too much. */
import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { Root } from 'mdast';
import type { Attachment, Next, Now } from '../../../src/port.ts';
import type { Form } from '../../../src/view/form.ts';
import { openFile } from './file.ts';
import type { AuthorId } from './people.ts';

export interface Message {
  /** Milliseconds since 1970 at which it was written, made unique: newer messages have greater ones. */
  readonly id: number;
  readonly channel: string;
  /** `id` of the message below which it stands; `null`: in the room itself. */
  readonly thread: number | null;
  readonly author: AuthorId;
  /** The only person who sees it; `null`: everyone in the room. */
  readonly only: string | null;
  readonly body: Root;
  readonly next: readonly Next[];
  readonly form: Form | null;
  readonly files: readonly Attachment[];
  /** When it was changed last, in milliseconds since 1970; `null`: it is as it was written. */
  readonly edited: number | null;
  /** Messages below it that the reader sees. */
  readonly replies: number;
}

export interface Draft extends Pick<Message, 'channel' | 'thread' | 'author' | 'only' | 'body' | 'next'> {
  readonly form?: Form;
  readonly files?: readonly Attachment[] | undefined;
  /** Kept once only. */
  readonly key?: string;
}

/** A part of a room or thread, as one person sees it. */
export interface Excerpt {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
}

export interface History {
  /** A key that is known already adds nothing: `id` is the message that has it. */
  readonly add: (draft: Draft) => { readonly id: number; readonly isNew: boolean };
  /** Says whether there is such a message. */
  readonly edit: (id: number, content: Pick<Draft, 'body' | 'next' | 'files'>) => boolean;
  readonly find: (id: number) => Message | null;
  /** The newest messages, oldest first; with `before`, the newest that are older than that one. */
  readonly excerpt: (of: {
    readonly channel: string;
    readonly thread: number | null;
    readonly reader: string;
    readonly before: number | null;
  }) => Excerpt;
  /** A message and all below it that everyone in its room sees, from behind `after` on. */
  readonly remarks: (thread: number, after: number) => readonly Message[];
  /** Grows with every change, also over restarts. */
  readonly revision: () => number;
  readonly close: () => void;
}

/** Messages kept of each room, and shown at a time. */
export const mostKept = 2_000;
const mostShown = 50;

/** Opens or makes the history at `path`; its folder must be there. */
export function openHistory(path: string, now: Now): History {
  const database = openFile(path);
  const sql = statements(database);
  let newest = Number(sql.newest.get()?.['newest'] ?? 0);
  const tick = (): number => (newest = Math.max(newest + 1, now().getTime()));

  return {
    add: ({ channel, thread, author, only, body, next, form = null, files = [], key = null }) => {
      const known = sql.withKey.get(key)?.['id'];
      if (known !== undefined) return { id: Number(known), isNew: false };
      const id = tick();
      const content = [written(body), JSON.stringify(next), JSON.stringify(form), JSON.stringify(files)];
      sql.add.run(id, channel, thread, author, only, ...content, key);
      sql.forget.run(channel, channel, mostKept);
      return { id, isNew: true };
    },
    edit: (id, { body, next, files = [] }) => {
      const content = [written(body), JSON.stringify(next), JSON.stringify(files)];
      return sql.edit.run(...content, tick(), id).changes === 1;
    },
    find: (id) => sql.find.all(id).map(messageOf)[0] ?? null,
    excerpt: ({ channel, thread, reader, before }) => {
      const end = before ?? Number.MAX_SAFE_INTEGER;
      const rows = sql.excerpt.all(reader, channel, thread, reader, end, mostShown + 1);
      const messages = rows.slice(0, mostShown).map(messageOf).toReversed();
      return { messages, hasOlder: rows.length > mostShown };
    },
    remarks: (thread, after) => sql.remarks.all(thread, thread, after).map(messageOf),
    revision: () => newest,
    close: () => database.close(),
  };
}

const statements = (database: DatabaseSync) => ({
  newest: database.prepare('SELECT max(ifnull(max(id), 0), ifnull(max(edited), 0)) AS newest FROM message'),
  withKey: database.prepare('SELECT id FROM message WHERE key = ?'),
  add: database.prepare(
    `INSERT INTO message (id, channel, thread, author, only, body, next, form, files, key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ),
  forget: database.prepare(
    `DELETE FROM message WHERE channel = ? AND id <=
       (SELECT id FROM message WHERE channel = ? ORDER BY id DESC LIMIT 1 OFFSET ?)`,
  ),
  edit: database.prepare('UPDATE message SET body = ?, next = ?, files = ?, edited = ? WHERE id = ?'),
  find: database.prepare('SELECT *, 0 AS replies FROM message WHERE id = ?'),
  excerpt: database.prepare(
    `SELECT *, (SELECT count(*) FROM message AS reply
                WHERE reply.thread = message.id AND (reply.only IS NULL OR reply.only = ?)) AS replies
     FROM message
     WHERE channel = ? AND thread IS ? AND (only IS NULL OR only = ?) AND id < ?
     ORDER BY id DESC LIMIT ?`,
  ),
  remarks: database.prepare(
    'SELECT *, 0 AS replies FROM message WHERE (id = ? OR thread = ?) AND only IS NULL AND id > ? ORDER BY id',
  ),
});

/** A tree without what only its parser and the pages use. */
const written = (body: Root): string =>
  JSON.stringify(body, (name, value: unknown) =>
    name === 'position' || name === 'data' ? undefined : value,
  );

const messageOf = (row: Record<string, SQLOutputValue>): Message => ({
  id: Number(row['id']),
  channel: String(row['channel']),
  thread: row['thread'] === null ? null : Number(row['thread']),
  author: String(row['author']) as AuthorId,
  only: row['only'] === null ? null : String(row['only']),
  body: JSON.parse(String(row['body'])) as Root,
  next: JSON.parse(String(row['next'])) as readonly Next[],
  form: JSON.parse(String(row['form'])) as Form | null,
  files: JSON.parse(String(row['files'])) as readonly Attachment[],
  edited: row['edited'] === null ? null : Number(row['edited']),
  replies: Number(row['replies']),
});
