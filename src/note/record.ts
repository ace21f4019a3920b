/** Notes that were collected: where they stand, whose words are in them, and how they are. */
import type { Published, Records, State, Whose } from '../port.ts';
import { pieces } from './pieces.ts';

export interface Note {
  /** `[a-z0-9]{10}`, of the platform, the workspace and the conversation. */
  readonly key: string;
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  /** Of the conversation. */
  readonly ref: string;
  readonly url: string | null;
  readonly path: string;
  readonly title: string;
  readonly heading: string | null;
  /** Id; '' or `null`: of none. */
  readonly event: string | null;
  readonly tags: readonly string[];
  /** Remarks that were left out by whoever collected it. */
  readonly left: readonly string[];
  readonly masked: boolean;
  /** Who collected it last. */
  readonly by: Whose;
  /** ISO 8601: when that was. */
  readonly at: string;
  readonly authors: readonly { readonly id: string; readonly name: string; readonly messages: number }[];
  /** How many are kept. */
  readonly remarks: number;
  /** Of the region, as in its end marker. */
  readonly hash: string;
  /** `writing`: who is at it may have died. */
  readonly state: 'writing' | 'written';
  /** Its conversation changed. */
  readonly dirty: boolean;
  /** ISO 8601: when the conversation was looked at last. */
  readonly checkedAt: string;
  readonly published: Published | null;
  /** Why it does not follow its conversation; `choice`: people edited it, too. */
  readonly trouble: string | null;
  /** Did the bot make the file? */
  readonly made: boolean;
}

const kind = 'note';

export const noteAt = async (records: Pick<Records, 'get'>, key: string): Promise<Note | null> =>
  ((await records.get(kind, key))?.value as Note | undefined) ?? null;

export const allNotes = async (records: Pick<Records, 'list'>): Promise<readonly Note[]> =>
  (await records.list(kind)).map(({ value }) => value as Note);

export const putNote = (state: State, note: Note): Promise<void> => change(state, note.key, () => note);

export const dropNote = (state: State, key: string): Promise<void> => change(state, key, () => null);

/** Those of these conversations are to be read again. */
export async function markDirty(state: State, platform: string, refs: readonly string[]): Promise<void> {
  const meant = (await allNotes(state)).filter(
    (note) => note.platform === platform && refs.includes(note.ref),
  );
  for (const { key } of meant) await change(state, key, (note) => note && { ...note, dirty: true });
}

async function change(state: State, key: string, next: (before: Note | null) => Note | null): Promise<void> {
  await state.transaction(async (records) => {
    const version = (await records.get(kind, key))?.version ?? null;
    const value = next(await noteAt(records, key));
    if (value !== null || version !== null) await records.put({ kind, key, version, value });
  });
}

const former = 'note-before';

/** A region may be longer than a record: it is kept in pieces. */
export async function keepBefore(state: State, key: string, text: string): Promise<void> {
  await state.transaction(async (records) => {
    await drop(records, key);
    for (const [index, value] of pieces(text).entries())
      await records.put({ kind: former, key: pieceKey(key, index), version: null, value });
  });
}

/** `null`: nothing is kept. */
export async function readBefore(records: Pick<Records, 'get'>, key: string): Promise<string | null> {
  let text: string | null = null;
  for (let index = 0; ; index += 1) {
    const piece = await records.get(former, pieceKey(key, index));
    if (piece === null) return text;
    text = `${text ?? ''}${piece.value as string}`;
  }
}

export const dropBefore = (state: State, key: string): Promise<void> =>
  state.transaction((records) => drop(records, key));

async function drop(records: Records, key: string): Promise<void> {
  for (let index = 0; ; index += 1) {
    const piece = await records.get(former, pieceKey(key, index));
    if (piece === null) return;
    await records.put({ ...piece, value: null });
  }
}

const pieceKey = (key: string, index: number): string => `${key} ${index}`;
