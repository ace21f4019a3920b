/** A map as the model of a State: every command does the same to both and compares what they say. */
import { expect } from '@jest/globals';
import * as fc from 'fast-check';
import type { Records, State } from '../../../src/port.ts';

type Model = Map<string, { readonly version: number; readonly value: unknown }>;

interface Real {
  readonly state: State;
  /** Nobody else uses it. */
  readonly kind: string;
}

/** What one of them writes, and over which version: the one that is there, none, or one that is long gone. */
interface Write {
  readonly key: string;
  readonly over: 'this' | 'none' | 'old';
  readonly value: fc.JsonValue;
}

type Command = fc.AsyncCommand<Model, Real>;

const command = (name: string, run: (model: Model, real: Real) => Promise<void>): Command => ({
  check: () => true,
  run,
  toString: () => name,
});

/** Does it to both; the model takes the new version from the real one. */
async function writeBoth(model: Model, records: Records, { kind, ...write }: Write & { kind: string }) {
  const { key, over, value } = write;
  const known = model.get(key);
  const version = { this: known?.version ?? null, none: null, old: 0 }[over];
  const now = await records.put({ kind, key, version, value });
  const isDone = version === (known?.version ?? null);
  expect([write, now === null]).toEqual([write, !isDone]);
  if (now === null) return;
  for (const { version: before } of model.values()) expect(now).toBeGreaterThan(before);
  if (value === null) model.delete(key);
  else model.set(key, { version: now, value });
}

const put = (write: Write): Command =>
  command(`put(${JSON.stringify(write)})`, (model, { state, kind }) =>
    writeBoth(model, state, { ...write, kind }),
  );

const get = (key: string): Command =>
  command(`get(${key})`, async (model, { state, kind }) => {
    const known = model.get(key);
    expect(await state.get(kind, key)).toEqual(known === undefined ? null : { kind, key, ...known });
  });

const list = (): Command =>
  command('list()', async (model, { state, kind }) => {
    const known = [...model].map(([key, { version, value }]) => ({ kind, key, version, value }));
    const byBytes = (left: { key: string }, right: { key: string }) =>
      Buffer.compare(Buffer.from(left.key), Buffer.from(right.key));
    expect(await state.list(kind)).toEqual(known.toSorted(byBytes));
  });

/** Some writes at once, which in the end may all be taken back. */
const transaction = (writes: readonly Write[], throws: boolean): Command =>
  command(
    `transaction(${JSON.stringify(writes)}, ${throws ? 'throws' : 'ends'})`,
    async (model, { state, kind }) => {
      const end = new Error('taken back');
      let copy: Model = model;
      const done = state.transaction(async (records) => {
        copy = new Map(model);
        for (const write of writes) await writeBoth(copy, records, { ...write, kind });
        if (throws) throw end;
      });
      if (throws) {
        await expect(done).rejects.toBe(end);
        return;
      }
      await done;
      model.clear();
      for (const [key, record] of copy) model.set(key, record);
    },
  );

const keys = fc.constantFrom('a', 'b', 'い', '🐋', 'ﾎ');
const writes: fc.Arbitrary<Write> = fc.record({
  key: keys,
  over: fc.constantFrom('this', 'this', 'none', 'old'),
  value: fc.oneof(fc.constant(null), fc.integer(), fc.dictionary(fc.string(), fc.integer({ min: 0 }))),
});

export const commands = fc.commands<Model, Real, false>(
  [
    writes.map(put),
    keys.map(get),
    fc.constant(list()),
    fc
      .tuple(fc.array(writes, { maxLength: 5 }), fc.boolean())
      .map(([all, throws]) => transaction(all, throws)),
  ],
  { maxCommands: 20 },
);
