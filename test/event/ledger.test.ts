/** What the bot knows and what it says of it are written at once, or neither is. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import type { SqliteState } from '../../adapters/sqlite/index.ts';
import { createLedger } from '../../src/event/ledger.ts';
import type { KnownEvent, Step } from '../../src/event/plan.ts';
import type { Records } from '../../src/port.ts';
import { folderOf } from '../adapters/temporary-folder.ts';
import { happening, knownEvent } from './known-event.ts';

let state: SqliteState;
beforeEach(() => {
  state = createSqliteState(join(folderOf({}), 'state.db'));
});
afterEach(() => state.close());

const night = knownEvent({ title: '夜' }, { id: 'night' });
const day = knownEvent({ title: '昼' }, { id: 'day' });

const create = (event: KnownEvent): Step => ({
  step: 'create',
  event,
  happening: happening({ id: event.id }),
  repeats: false,
});
const update = (before: KnownEvent, event: KnownEvent): Step => ({
  step: 'update',
  before,
  event,
  happening: happening({ id: event.id }),
  changes: [],
});

const ids = async (ledger = createLedger(state)): Promise<readonly string[]> =>
  (await ledger.known()).map(({ id }) => id).toSorted();

const letter = async (records: Records): Promise<void> => {
  await records.put({ kind: 'letter', key: 'news', version: null, value: 'new' });
};

describe('a ledger', () => {
  test('knows what it was told, also when it is opened again', async () => {
    const ledger = createLedger(state);
    expect(await ledger.known()).toEqual([]);
    await ledger.apply([create(night), create(day)], letter);
    expect(await ids(ledger)).toEqual(['day', 'night']);
    expect(await createLedger(state).known()).toEqual([day, night]);
    expect((await state.get('letter', 'news'))?.value).toBe('new');
  });

  test('forgets what is withdrawn or over, and takes it in again as something new', async () => {
    const ledger = createLedger(state);
    await ledger.apply([create(night), create(day)]);
    await ledger.apply([
      { step: 'withdraw', before: night },
      { step: 'forget', before: day },
    ]);
    expect([await ids(ledger), await ids()]).toEqual([[], []]);
    await ledger.apply([create(night)]);
    expect(await ids()).toEqual(['night']);
  });
});

describe('a plan that can not be carried out to its end', () => {
  const failing = async (records: Records): Promise<void> => {
    await letter(records);
    throw new Error('the disk is full');
  };

  test('leaves nothing of it, nor of what belongs to it', async () => {
    const ledger = createLedger(state);
    await expect(ledger.apply([create(night)], failing)).rejects.toThrow('the disk is full');
    expect(await ids(ledger)).toEqual([]);
    expect([await state.list('event'), await state.list('letter')]).toEqual([[], []]);
  });

  test('can be carried out afterwards', async () => {
    const ledger = createLedger(state);
    await ledger.apply([create(day)]);
    await ledger.apply([create(night)], failing).catch(() => null);
    await ledger.apply([create(night)], letter);
    expect(await ids(ledger)).toEqual(['day', 'night']);
  });

  test('because somebody else has written since leaves his, and is planned anew from it', async () => {
    const [ledger, other] = [createLedger(state), createLedger(state)];
    await ledger.apply([create(night)]);
    const renamed = knownEvent({ title: '朝' }, { id: 'night' });
    await other.apply([update(night, renamed)]);
    const steps = [create(day), update(night, { ...night, sequence: 1 })];
    await expect(ledger.apply(steps, letter)).rejects.toThrow('somebody else');
    expect(await state.list('letter')).toEqual([]);
    expect(await ledger.known()).toEqual([renamed]);
    await ledger.apply([update(renamed, night)]);
    expect(await createLedger(state).known()).toEqual([night]);
  });

  test('because somebody else has taken the event away is an error as well', async () => {
    const [ledger, other] = [createLedger(state), createLedger(state)];
    await ledger.apply([create(night)]);
    await other.apply([{ step: 'withdraw', before: night }]);
    await expect(ledger.apply([update(night, { ...night, sequence: 1 })])).rejects.toThrow('somebody else');
    expect(await ids(ledger)).toEqual([]);
  });
});
