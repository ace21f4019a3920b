/** Several records at a time: all or nothing, one after the other. */
import { setImmediate as aTurn } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { a, addOne, b, made } from './stage.ts';
import type { Cases } from './stage.ts';

export const transactions: Cases = {
  'fifty who count at once lose nothing, each in a transaction': async ({ state }) => {
    await Promise.all(Array.from({ length: 50 }, () => state.transaction(addOne)));
    expect((await state.get('letter', 'a'))?.value).toBe(50);
  },

  'two transactions that look at the same records are as if one came after the other': async ({ state }) => {
    const takeIfFree = (key: string) =>
      state.transaction(async (records) => {
        const taken = await records.list('seat');
        await aTurn();
        return taken.length > 0
          ? null
          : records.put({ kind: 'seat', key, version: null, value: { by: key } });
      });
    await Promise.all(['hanako', 'taro', 'alex'].map(takeIfFree));
    expect(await state.list('seat')).toHaveLength(1);
  },

  'a transaction sees what it wrote, and resolves to what its work does': async ({ state }) => {
    const seen = await state.transaction(async (records) => {
      await records.put(made('written'));
      return [await records.get('letter', 'a'), await records.list('letter')];
    });
    const record = { ...a, version: expect.any(Number), value: 'written' };
    expect(seen).toEqual([record, [record]]);
  },

  'a transaction that throws leaves nothing, and nobody has seen any of it': async ({ state }) => {
    const wrote = Promise.withResolvers<void>();
    const mayEnd = Promise.withResolvers<void>();
    const broken = state.transaction(async (records) => {
      await records.put(made('half'));
      wrote.resolve();
      await mayEnd.promise;
      throw new Error('on second thoughts');
    });
    await wrote.promise;
    const meanwhile = state.get('letter', 'a');
    mayEnd.resolve();
    await expect(broken).rejects.toThrow('on second thoughts');
    expect([await meanwhile, await state.list('letter')]).toEqual([null, []]);
  },

  'a transaction that was too late for one record can go on with others': async ({ state }) => {
    await state.put(made('taken'));
    await state.transaction(async (records) => {
      expect(await records.put(made('mine'))).toBeNull();
      await records.put({ ...b, version: null, value: 'then this' });
    });
    expect((await state.list('letter')).map(({ value }) => value)).toEqual(['taken', 'then this']);
  },

  'inside a transaction the State itself rejects instead of waiting for its own end': async ({ state }) => {
    const asked = await state.transaction((records) =>
      Promise.allSettled([
        state.get('letter', 'a'),
        state.list('letter'),
        state.put(made('from outside')),
        state.transaction(async () => 1),
        records.put(made('from inside')),
      ]),
    );
    expect(asked.map(({ status }) => status)).toEqual([...Array(4).fill('rejected'), 'fulfilled']);
    expect((await state.get('letter', 'a'))?.value).toBe('from inside');
  },

  'what a transaction was given is of no use after its end': async ({ state }) => {
    const kept = await state.transaction(async (records) => ({ records }));
    await expect(kept.records.put(made('late'))).rejects.toThrow('over');
    expect(await state.list('letter')).toEqual([]);
  },
};
