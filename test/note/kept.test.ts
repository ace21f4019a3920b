/** What State keeps of notes: what people said, what they wish, what was collected. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { hash } from '../../adapters/hash/index.ts';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import { allConsents, consentOf, forgetPerson, forgottenAmong, setConsent } from '../../src/note/consent.ts';
import { changeDraft, draftAt, newDraft } from '../../src/note/draft.ts';
import type { NoteDraft } from '../../src/note/draft.ts';
import {
  allNotes,
  dropBefore,
  dropNote,
  keepBefore,
  markDirty,
  noteAt,
  putNote,
  readBefore,
} from '../../src/note/record.ts';
import type { Note } from '../../src/note/record.ts';

let state: ReturnType<typeof createSqliteState>;
beforeEach(() => {
  state = createSqliteState(':memory:');
});
afterEach(() => state.close());

const who = { platform: 'slack', id: 'U1' };

describe('what somebody said of their words', () => {
  test('is nothing at first, and each thing apart from the other', async () => {
    expect(await consentOf(state, who)).toEqual({ who, says: null, name: null });
    await setConsent(state, who, { says: 'yes' });
    await setConsent(state, who, { name: '' });
    await setConsent(state, { ...who, platform: 'discord' }, { says: 'no' });
    expect(await consentOf(state, who)).toEqual({ who, says: 'yes', name: '' });
    expect(await allConsents(state)).toHaveLength(2);
  });

  test('is gone when they are forgotten, and a fingerprint without their id stays', async () => {
    await setConsent(state, who, { says: 'yes', name: 'Hanako' });
    const forget = (): Promise<number> => state.transaction((records) => forgetPerson(records, who, hash));
    expect(await forget()).toBe(1);
    expect(await forget()).toBe(0);
    expect(await allConsents(state)).toEqual([]);
    const left = await state.list('forgotten');
    expect(left).toHaveLength(1);
    expect(JSON.stringify(left)).not.toMatch(/U1|slack|Hanako/u);
    const isForgotten = await forgottenAmong(state, hash);
    expect([isForgotten(who), isForgotten({ ...who, id: 'U2' })]).toEqual([true, false]);
  });

  test('counts again once someone who was forgotten agrees, and not before', async () => {
    await state.transaction((records) => forgetPerson(records, who, hash));
    await setConsent(state, who, { name: 'Hanako' });
    expect((await forgottenAmong(state, hash))(who)).toBe(true);
    await setConsent(state, who, { says: 'yes' });
    expect((await forgottenAmong(state, hash))(who)).toBe(false);
  });
});

describe('what somebody wishes of a note', () => {
  const now = new Date('2027-03-10T10:00:00Z');
  const hours = (count: number): Date => new Date(now.getTime() + count * 60 * 60_000);
  const wish: Omit<NoteDraft, 'until'> = {
    key: 'ab12',
    at: 'C1 1',
    by: who,
    title: null,
    event: null,
    tags: null,
    left: [],
    masked: false,
  };

  test('is there for a day, and can be changed', async () => {
    await newDraft(state, wish, now);
    await changeDraft(state, 'ab12', (draft) => ({ ...draft, left: ['M1'] }));
    expect(await draftAt(state, 'ab12', hours(24))).toMatchObject({ left: ['M1'], title: null });
    expect(await draftAt(state, 'ab12', hours(25))).toBeNull();
  });

  test('goes when it is too old and somebody wishes something else', async () => {
    await newDraft(state, wish, now);
    await newDraft(state, { ...wish, key: 'cd34' }, hours(25));
    expect((await state.list('note-draft')).map(({ key }) => key)).toEqual(['cd34']);
  });

  test('is none under a key that is none', async () => {
    expect(await draftAt(state, '', now)).toBeNull();
    expect(await draftAt(state, 'a\u0000b', now)).toBeNull();
    expect(await changeDraft(state, 'none', (draft) => draft)).toBeNull();
  });
});

const note: Note = {
  key: 'aaaaaaaaaa',
  platform: 'slack',
  workspace: 'W1',
  channel: 'C1',
  ref: 'C1 1',
  url: null,
  path: 'reports/a.md',
  title: 'A',
  heading: null,
  event: null,
  tags: [],
  left: [],
  masked: false,
  by: who,
  at: '2027-03-10T10:00:00.000Z',
  authors: [],
  remarks: 0,
  hash: 'bbbbbbbbbb',
  state: 'written',
  dirty: false,
  checkedAt: '2027-03-10T10:00:00.000Z',
  published: null,
  trouble: null,
  made: true,
};

describe('a note', () => {
  test('is put, changed and taken away', async () => {
    await putNote(state, note);
    await putNote(state, { ...note, title: 'B' });
    expect(await noteAt(state, note.key)).toEqual({ ...note, title: 'B' });
    await dropNote(state, note.key);
    await dropNote(state, note.key);
    expect(await allNotes(state)).toEqual([]);
  });

  test('is to be read again when its conversation changed, on its own platform', async () => {
    await putNote(state, note);
    await putNote(state, { ...note, key: 'cccccccccc', ref: 'C1 2' });
    await markDirty(state, 'discord', ['C1 1']);
    expect((await allNotes(state)).map(({ dirty }) => dirty)).toEqual([false, false]);
    await markDirty(state, 'slack', ['C1 1', 'C9 9']);
    expect((await allNotes(state)).map(({ dirty }) => dirty)).toEqual([true, false]);
  });

  test('has room for two thousand messages, each by somebody else, half of them left out', async () => {
    const ids = Array.from({ length: 2000 }, (_, index) =>
      String(1_234_567_890_123_456_789n + BigInt(index)),
    );
    const authors = ids.map((id) => ({ id, name: 'やまだはなこ@東京', messages: 1 }));
    await putNote(state, { ...note, authors, left: ids.slice(1000) });
    expect((await noteAt(state, note.key))?.authors).toHaveLength(2000);
  });
});

describe('what stood there before', () => {
  test.each([
    ['nothing', ''],
    ['a line', 'a\n'],
    ['more than a record holds', '🐳 花子\u0001'.repeat(80_000)],
  ])('is %s, to the byte', async (_, before) => {
    await keepBefore(state, note.key, before);
    expect((await readBefore(state, note.key)) === before).toBe(true);
  });

  test('is the last one, and nothing once it is dropped', async () => {
    await keepBefore(state, note.key, 'x'.repeat(500_000));
    await keepBefore(state, note.key, 'short');
    expect(await readBefore(state, note.key)).toBe('short');
    await dropBefore(state, note.key);
    expect(await readBefore(state, note.key)).toBeNull();
    expect(await state.list('note-before')).toEqual([]);
  });
});
