/** What someone wants their notes to be, before they are saved. */
import type { Now, Records, State, Whose } from '../port.ts';
import type { NoteWish } from '../port.ts';

export interface NoteDraft extends NoteWish {
  readonly key: string;
  /** `ref` of the conversation. */
  readonly at: string;
  readonly by: Whose;
  /** ISO 8601. */
  readonly until: string;
}

const kind = 'note-draft';

/** Milliseconds. */
const life = 24 * 60 * 60_000;

/** `key`: `[a-z0-9-]`, at most 40 characters, that nobody guesses. */
export async function newDraft(
  state: State,
  draft: Omit<NoteDraft, 'until'>,
  now: ReturnType<Now>,
): Promise<NoteDraft> {
  const value: NoteDraft = { ...draft, until: new Date(now.getTime() + life).toISOString() };
  await state.transaction(async (records) => {
    await sweep(records, now);
    const version = (await records.get(kind, draft.key))?.version ?? null;
    await records.put({ kind, key: draft.key, version, value });
  });
  return value;
}

/** `null`: there is none, or it is too old. */
export async function draftAt(
  records: Pick<Records, 'get'>,
  key: string,
  now: Date,
): Promise<NoteDraft | null> {
  if (!/^[a-z0-9-]{1,40}$/u.test(key)) return null;
  const draft = ((await records.get(kind, key))?.value as NoteDraft | undefined) ?? null;
  return draft === null || isOver(draft, now) ? null : draft;
}

export const changeDraft = (
  state: State,
  key: string,
  change: (draft: NoteDraft) => NoteDraft,
): Promise<NoteDraft | null> =>
  state.transaction(async (records) => {
    const record = await records.get(kind, key);
    if (record === null) return null;
    const value = change(record.value as NoteDraft);
    await records.put({ ...record, value });
    return value;
  });

const isOver = ({ until }: NoteDraft, now: Date): boolean => Date.parse(until) < now.getTime();

async function sweep(records: Records, now: Date): Promise<void> {
  for (const record of await records.list(kind))
    if (isOver(record.value as NoteDraft, now)) await records.put({ ...record, value: null });
}
