import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mostKept, openHistory } from '../../../adapters/web/chat/history.ts';
import type { Draft, History } from '../../../adapters/web/chat/history.ts';
import { paragraph, root, text } from '../../../src/view/build.ts';
import { folderOf } from '../temporary-folder.ts';

const draft: Draft = {
  channel: 'general',
  thread: null,
  author: 'taro',
  only: null,
  body: root(paragraph('hello')),
  next: [],
};

let file: string;
let history: History;
let clock: number;

const open = (): void => {
  history = openHistory(file, () => new Date(clock));
};
const reopen = (): void => {
  history.close();
  open();
};
beforeEach(() => {
  file = join(folderOf({}), 'playground.db');
  clock = 1_000_000;
  open();
});
afterEach(() => history.close());

const general = { channel: 'general', thread: null, reader: 'hanako', before: null };
const idsOf = (channel: string): readonly number[] =>
  history.excerpt({ ...general, channel }).messages.map(({ id }) => id);

describe('the history', () => {
  test('names messages by the time they were written, each by one of its own, whatever the clock does', () => {
    const ids = [1_000_000, 1_000_000, 999_000, 1_000_500].map((now) => {
      clock = now;
      return history.add(draft).id;
    });
    expect(ids).toEqual([1_000_000, 1_000_001, 1_000_002, 1_000_500]);
    reopen();
    clock = 0;
    expect(history.add(draft).id).toBe(1_000_501);
  });

  test('its revision grows with each message and edit, also over restarts', () => {
    const { id } = history.add(draft);
    const revisions = [history.revision()];
    history.edit(id, { body: root(paragraph('changed')), next: [] });
    revisions.push(history.revision());
    reopen();
    revisions.push(history.revision());
    history.add(draft);
    revisions.push(history.revision());
    expect(revisions).toEqual([1_000_000, 1_000_001, 1_000_001, 1_000_002]);
  });

  test('keeps a key once, and the newest of each room', () => {
    const kept = history.add({ ...draft, channel: 'direct-taro', key: 'digest/48' });
    const ids = Array.from({ length: mostKept + 5 }, () => history.add(draft).id);
    expect([history.find(ids[4] ?? 0), history.find(ids[5] ?? 0)?.id]).toEqual([null, ids[5]]);
    expect(history.add({ ...draft, channel: 'direct-taro', key: 'digest/48' })).toEqual({
      id: kept.id,
      isNew: false,
    });
    expect(idsOf('direct-taro')).toEqual([kept.id]);
  });

  test('forgets a thread with the message that it hangs on', () => {
    const first = history.add(draft).id;
    const below = history.add({ ...draft, thread: first }).id;
    for (let added = 0; added < mostKept - 1; added += 1) history.add(draft);
    expect([history.find(first), history.find(below)]).toEqual([null, null]);
    expect(history.remarks(first, 0)).toEqual([]);
  });

  test('shows each what everyone and what they alone may see', () => {
    history.add({ ...draft, only: 'hanako' });
    history.add({ ...draft, only: 'taro' });
    const all = history.add(draft).id;
    history.add({ ...draft, thread: all, only: 'taro' });
    const seen = (reader: string) => history.excerpt({ ...general, reader }).messages;
    expect(seen('hanako').map(({ only, replies }) => [only, replies])).toEqual([
      ['hanako', 0],
      [null, 0],
    ]);
    expect(seen('taro').map(({ only, replies }) => [only, replies])).toEqual([
      ['taro', 0],
      [null, 1],
    ]);
  });

  test('keeps trees as they are, whatever is in them, without where they stood in a file', () => {
    const body = root({
      ...paragraph(text(`'); DROP TABLE message; -- \u0000 \ud800 "data": {}`)),
      position: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
      data: { section: 'abcdefghij' },
    });
    const { id } = history.add({ ...draft, body });
    reopen();
    expect(history.find(id)?.body).toEqual(
      root(paragraph(text(`'); DROP TABLE message; -- \u0000 \ud800 "data": {}`))),
    );
  });

  test('says that there was nothing to edit', () => {
    expect(history.edit(17, draft)).toBe(false);
  });

  test('begins anew where its file is none, or is of another version', () => {
    for (const spoil of [
      () => writeFileSync(file, 'no database, but long enough to be looked at '.repeat(200)),
      () => {
        const database = new DatabaseSync(file);
        database.exec('PRAGMA user_version = 99');
        database.close();
      },
    ]) {
      history.add(draft);
      history.close();
      for (const journal of ['-wal', '-shm']) rmSync(file + journal, { force: true });
      spoil();
      open();
      expect(idsOf('general')).toEqual([]);
    }
    expect(readFileSync(`${file}.broken`, 'utf8')).toContain('no database');
  });
});
