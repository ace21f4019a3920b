/** What kinds, keys and values may be, and that they come back as they were. */
import { expect } from '@jest/globals';
import * as fc from 'fast-check';
import { a, made } from './stage.ts';
import type { Cases } from './stage.ts';
import { commands } from './model.ts';

export const contents: Cases = {
  'kinds are apart': async ({ state }) => {
    await state.put({ kind: 'x', key: 'yz', version: null, value: 1 });
    await state.put({ kind: 'xy', key: 'z', version: null, value: 2 });
    expect([await state.list('x'), await state.list('xy')]).toMatchObject([[{ value: 1 }], [{ value: 2 }]]);
  },

  'a list is in the order of code points': async ({ state }) => {
    const keys = ['🐋', 'b', 'ﾎﾟ', 'B', 'い', 'a', 'あ', '1', '10', '2'];
    for (const key of keys) await state.put({ kind: 'letter', key, version: null, value: key });
    const listed = (await state.list('letter')).map(({ key }) => key);
    expect(listed).toEqual(['1', '10', '2', 'B', 'a', 'b', 'あ', 'い', 'ﾎﾟ', '🐋']);
  },

  'keys are data, however they look': async ({ state }) => {
    const keys = [`'; DROP TABLE record; --`, '"', '%', '_', '\\', '__proto__', 'constructor', ' ', '\u0001'];
    const longest = ['x'.repeat(200), '🐋'.repeat(100), 'é', 'e\u0301', 'A', 'a', '１', '1'];
    const all = [...keys, ...longest];
    for (const key of all) await state.put({ kind: key, key, version: null, value: key });
    for (const key of all)
      expect(await state.list(key)).toEqual([{ kind: key, key, version: expect.any(Number), value: key }]);
  },

  'what can not be a key is refused by everything, and what it is near to is not touched': async ({
    state,
  }) => {
    const near = { kind: 'letter', key: '\ufffd', version: null, value: 'near' };
    await state.put(near);
    for (const name of ['', 'x'.repeat(201), 'a\0b', '\ud800', '\udc00'])
      for (const ask of [
        () => state.get('letter', name),
        () => state.get(name, 'a'),
        () => state.list(name),
        () => state.put({ ...near, key: name }),
        () => state.put({ ...near, kind: name }),
      ])
        await expect(ask()).rejects.toMatchObject({ name: 'RangeError' });
    expect((await state.list('letter')).map(({ value }) => value)).toEqual(['near']);
  },

  'what JSON has no words for is no value': async ({ state }) => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    for (const value of [undefined, () => 1, Symbol('x'), 1n, Number.NaN, Infinity, cycle])
      await expect(state.put(made(value))).rejects.toMatchObject({ name: 'TypeError' });
    expect(await state.list('letter')).toEqual([]);
  },

  'a value has up to 256 KiB': async ({ state }) => {
    const longest = 'é'.repeat((256 * 1024 - 2) / 2);
    const version = await state.put(made(longest));
    expect((await state.get('letter', 'a'))?.value).toBe(longest);
    await expect(state.put({ ...a, version, value: `${longest}.` })).rejects.toMatchObject({
      name: 'RangeError',
    });
    expect((await state.get('letter', 'a'))?.version).toBe(version);
  },

  'any plain data comes back as its JSON says': async ({ state }) => {
    const plain = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })).filter((value) => value !== null);
    let kinds = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(plain, { minLength: 1, maxLength: 9 }), async (values) => {
        const kind = `values-${(kinds += 1)}`;
        await state.transaction(async (records) => {
          for (const [key, value] of values.entries())
            await records.put({ kind, key: String(key), version: null, value });
        });
        const read = (await state.list(kind)).map(({ value }) => value);
        expect(read).toEqual(JSON.parse(JSON.stringify(values)));
      }),
      { numRuns: 40 },
    );
  },

  'whatever is done in whatever order, it is what a map would be': async ({ state }) => {
    let kinds = 0;
    await fc.assert(
      fc.asyncProperty(commands, async (run) => {
        const kind = `run-${(kinds += 1)}`;
        await fc.asyncModelRun(() => ({ model: new Map(), real: { state, kind } }), run);
      }),
      { numRuns: 50 },
    );
  },
};
