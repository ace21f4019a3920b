/** What every State owes, said once. An adapter's own test runs this suite over what it keeps its records in. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Records, State } from '../../src/port.ts';
import { changesAgainst } from './state-model.ts';

export interface OpenState extends State {
  readonly close: () => Promise<void>;
}

/** Runs the suite. `open`: what was kept under the same name before, or an empty State. */
export function describeState(name: string, open: (name: string) => Promise<OpenState>): void {
  describe(`${name} is a State`, () => {
    let stage: Stage;

    beforeEach(async () => {
      const place = `state-${(places += 1)}`;
      let state = await open(place);
      const reopen = async (): Promise<State> => {
        await state.close();
        return (state = await open(place));
      };
      stage = { state, reopen, close: () => state.close() };
    });
    afterEach(() => stage.close());

    for (const [title, run] of Object.entries(cases)) test(title, () => run(stage));
  });
}

let places = 0;

interface Stage {
  readonly state: State;
  /** Closes it, and opens what it left. */
  readonly reopen: () => Promise<State>;
  readonly close: () => Promise<void>;
}

const a = { kind: 'letter', key: 'a' };
const b = { kind: 'letter', key: 'b' };
const made = (value: unknown) => ({ ...a, version: null, value });

const cases: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
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

  'fifty who count at once lose nothing, each in a transaction': async ({ state }) => {
    await Promise.all(Array.from({ length: 50 }, () => state.transaction(addOne)));
    expect((await state.get('letter', 'a'))?.value).toBe(50);
  },

  'two transactions that look at the same records are as if one came after the other': async ({ state }) => {
    const takeIfFree = (key: string) =>
      state.transaction(async (records) => {
        const taken = await records.list('seat');
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

  'everything is there after it was closed and opened again': async ({ state, reopen }) => {
    const version = await state.put(made({ kept: ['はい', true] }));
    expect(await (await reopen()).get('letter', 'a')).toEqual({
      ...a,
      version,
      value: { kept: ['はい', true] },
    });
  },

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
    const values = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' })).filter((value) => value !== null);
    await fc.assert(
      fc.asyncProperty(values, async (value) => {
        const version = (await state.get('letter', 'a'))?.version ?? null;
        await state.put({ ...a, version, value });
        expect((await state.get('letter', 'a'))?.value).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  },

  'whatever is done in whatever order, it is what a map would be': async ({ state }) => {
    let kinds = 0;
    await fc.assert(
      fc.asyncProperty(changesAgainst, async (commands) => {
        const kind = `run-${(kinds += 1)}`;
        await fc.asyncModelRun(() => ({ model: new Map(), real: { state, kind } }), commands);
      }),
      { numRuns: 50 },
    );
  },
};

async function addOne(records: Records): Promise<number | null> {
  const known = await records.get('letter', 'a');
  return records.put({ ...a, version: known?.version ?? null, value: Number(known?.value ?? 0) + 1 });
}
