import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createBot } from '../../src/bot.ts';
import type { State, StateRecord } from '../../src/port.ts';
import { openWorld, organiser, ownContent, silentLog } from '../world.ts';
import type { OpenWorld } from '../world.ts';

describe('a search that finds nothing', () => {
  let world: OpenWorld;
  beforeEach(async () => {
    world = await openWorld(ownContent);
  });
  afterEach(() => world.close());

  const search = (text: string) => world.bot.answer(world.call('search', text));

  /** As organisers see it. */
  const noted = async (): Promise<unknown> => {
    const view = await world.bot.answer({ ...world.call('unanswered'), person: organiser });
    return view.data;
  };

  test('is counted by its words, without who asked, where and at what time', async () => {
    await search('Zzyzx  Road');
    await search('zzyzx road');
    expect(await noted()).toEqual([{ words: 'zzyzx road', count: 2, day: '2026-11-22' }]);
  });

  test('is counted where it is nothing but a filter', async () => {
    await search('tag:zzyzx');
    expect(await noted()).toMatchObject([{ words: 'tag:zzyzx', count: 1 }]);
  });

  test('is not counted where it has found something, nor behind its last page', async () => {
    await search('buildkit');
    await search('buildkit page:9');
    await search('zzyzx page:2');
    expect(await noted()).toEqual([]);
  });

  test('has its day where the community is', async () => {
    world.close();
    world = await openWorld(ownContent, new Date('2026-11-22T15:30:00Z'));
    await search('zzyzx');
    expect(await noted()).toMatchObject([{ day: '2026-11-23' }]);
  });

  test('is no longer counted once it finds something', async () => {
    const state = keeping({ words: 'buildkit', count: 3 });
    const bot = botWith(state);
    await bot.answer(world.call('search', 'BuildKit page:2'));
    expect(await state.list('unanswered')).toHaveLength(1);
    await bot.answer(world.call('search', 'BuildKit'));
    expect(await state.list('unanswered')).toEqual([]);
  });

  test('is answered before it is noted, however long that takes', async () => {
    const never = new Promise<never>(() => {});
    const state = stateOf({ transaction: () => never });
    expect((await botWith(state).answer(world.call('search', 'zzyzx'))).failure).toBeUndefined();
  });

  test('is answered where it can not be noted; the log says so once, without an id and without the words', async () => {
    const warnings: unknown[] = [];
    const warned = Promise.withResolvers<void>();
    const log = {
      ...silentLog,
      warn: (facts: object, message: string) => {
        warnings.push({ ...facts, message });
        warned.resolve();
      },
    };
    const state = stateOf({ transaction: () => Promise.reject(new Error('the disk is full')) });
    const view = await botWith(state, log).answer(world.call('search', 'zzyzx'));
    await warned.promise;
    expect(view.failure).toBeUndefined();
    expect(warnings).toEqual([
      {
        err: new Error('the disk is full'),
        command: 'search',
        platform: 'test',
        message: 'what was to be remembered is lost',
      },
    ]);
  });

  test('leaves no trace where nothing is remembered', async () => {
    const bot = botWith(null);
    expect((await bot.answer(world.call('search', 'zzyzx'))).failure).toBeUndefined();
    const status = await bot.answer({ ...world.call('status'), person: organiser });
    expect(status.data).toMatchObject({ unanswered: [] });
  });

  const botWith = (state: State | null, log = silentLog) => {
    const { library } = world;
    return createBot({
      community: async () => ({ library, ...(state === null ? {} : { state }) }),
      now: () => new Date(0),
      log,
      newId: () => '1',
    });
  };

  /** Of which the test uses nothing else. */
  const stateOf = (parts: Partial<State>): State => parts as State;

  /** One record that can be taken away. */
  function keeping({ words, count }: { words: string; count: number }): State {
    const value = { count, day: '2026-11-21' };
    let records: StateRecord[] = [{ kind: 'unanswered', key: words, version: 1, value }];
    return stateOf({
      list: async () => records,
      get: async (_kind, key) => records.find((record) => record.key === key) ?? null,
      put: async (change) => {
        records = change.value === null ? [] : records;
        return 2;
      },
    });
  }
});
