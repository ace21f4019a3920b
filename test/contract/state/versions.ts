/** One record at a time: written only over what one has seen. */
import { expect } from '@jest/globals';
import { a, addOne, b, made } from './stage.ts';
import type { Cases } from './stage.ts';

export const versions: Cases = {
  'what is not there is null, and in no list': async ({ state }) => {
    expect([await state.get('letter', 'a'), await state.list('letter')]).toEqual([null, []]);
  },

  'a record is made, read, written anew and taken away': async ({ state }) => {
    const first = await state.put(made({ n: 1 }));
    expect(await state.get('letter', 'a')).toEqual({ ...a, version: first, value: { n: 1 } });
    const second = await state.put({ ...a, version: first, value: { n: 2 } });
    expect(await state.list('letter')).toEqual([{ ...a, version: second, value: { n: 2 } }]);
    expect(await state.put({ ...a, version: second, value: null })).not.toBeNull();
    expect(await state.get('letter', 'a')).toBeNull();
  },

  'nothing is made where there is something, and nothing is written over what is not there': async ({
    state,
  }) => {
    await state.put(made('here'));
    expect(await state.put(made('again'))).toBeNull();
    expect(await state.put({ ...b, version: 1, value: 'gone' })).toBeNull();
    expect((await state.list('letter')).map(({ value }) => value)).toEqual(['here']);
  },

  'of two who write over the same version one does': async ({ state }) => {
    const version = await state.put(made('before'));
    const both = await Promise.all(['left', 'right'].map((value) => state.put({ ...a, version, value })));
    const winner = both.findIndex((now) => now !== null);
    expect(both.filter((now) => now === null)).toHaveLength(1);
    expect(await state.get('letter', 'a')).toEqual({
      ...a,
      version: both[winner],
      value: ['left', 'right'][winner],
    });
  },

  'a version never comes again, of what was taken away neither': async ({ state, reopen }) => {
    const first = (await state.put(made(1))) ?? 0;
    await state.put({ ...a, version: first, value: null });
    const second = (await (await reopen()).put(made(1))) ?? 0;
    expect(second).toBeGreaterThan(first);
  },

  'fifty who count at once lose nothing, each trying until it is written': async ({ state }) => {
    const increment = async (): Promise<void> => {
      for (;;) if ((await addOne(state)) !== null) return;
    };
    await Promise.all(Array.from({ length: 50 }, increment));
    expect((await state.get('letter', 'a'))?.value).toBe(50);
  },

  'everything is there after it was closed and opened again': async ({ state, reopen }) => {
    const version = await state.put(made({ kept: ['はい', true] }));
    expect(await (await reopen()).get('letter', 'a')).toEqual({
      ...a,
      version,
      value: { kept: ['はい', true] },
    });
  },
};
