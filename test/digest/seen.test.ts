/** Since when the bot knows reports and slides, in a State as it really is. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import * as fc from 'fast-check';
import { hash } from '../../adapters/hash/index.ts';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import type { SqliteState } from '../../adapters/sqlite/index.ts';
import { noteSeen, seenSince } from '../../src/digest/seen.ts';
import type { CatalogueEntry, State } from '../../src/port.ts';
import { folderOf } from '../adapters/temporary-folder.ts';

let state: SqliteState;
beforeEach(() => {
  state = createSqliteState(join(folderOf({}), 'state.db'));
});
afterEach(() => state.close());

const day = (number: number): Date => new Date(Date.UTC(2027, 0, number, 3));

/** `slides`: of its talks, in their order. Ids are made as those of real reports and talks are. */
function report(file: string, slides: readonly (readonly string[])[] = [], title = file): CatalogueEntry {
  return {
    id: hash(file),
    file,
    title,
    date: '2026-12-01',
    series: null,
    number: null,
    talks: slides.length,
    url: null,
    event: null,
    published: null,
    tags: [],
    parts: slides.map((own, at) => ({
      id: hash(`${file} ${at}`),
      title: `Talk ${at}`,
      speakers: [],
      slides: own,
    })),
  };
}

const talkOf = (entry: CatalogueEntry, at = 0): string => `slides ${entry.parts[at]?.id}`;

const since = async (): Promise<Record<string, string>> => Object.fromEntries(await seenSince(state));

const versions = async (of: State = state): Promise<readonly (readonly [string, number])[]> =>
  (await of.list('seen')).map(({ key, version }) => [key, version] as const);

const deck = 'https://speakerdeck.com/ahab/knots';

test('what is there at the first look was known from the beginning', async () => {
  await noteSeen(state, [report('a', [[deck]]), report('b')], day(1));
  expect(await since()).toEqual({});
});

test('a folder that had no reports at the first look has its first ones from the beginning', async () => {
  await noteSeen(state, [], day(1));
  await noteSeen(state, [report('a')], day(2));
  expect(await since()).toEqual({});
});

test('a report that was not there before is known since then, and its slides are no news of their own', async () => {
  const [a, b] = [report('a'), report('b', [[deck]])];
  await noteSeen(state, [a], day(1));
  await noteSeen(state, [a, b], day(2));
  await noteSeen(state, [a, b], day(3));
  expect(await since()).toEqual({ [`report ${b.id}`]: day(2).toISOString() });
});

describe('slides', () => {
  test('of a talk that had none are known since they turned up', async () => {
    const after = report('a', [[deck], []]);
    await noteSeen(state, [report('a', [[], []])], day(1));
    await noteSeen(state, [after], day(2));
    expect(await since()).toEqual({ [talkOf(after)]: day(2).toISOString() });
  });

  test('of a talk that had some, be it at another address, are no news', async () => {
    await noteSeen(state, [report('a', [[deck]])], day(1));
    await noteSeen(state, [report('a', [['https://speakerdeck.com/ahab/nets']])], day(2));
    await noteSeen(state, [report('a', [['https://speakerdeck.com/ahab/nets', deck]])], day(3));
    expect(await since()).toEqual({});
  });

  test('that are away for a while are no news when they are back', async () => {
    await noteSeen(state, [report('a', [[deck]])], day(1));
    await noteSeen(state, [report('a', [[]])], day(2));
    await noteSeen(state, [report('a', [[deck]])], day(3));
    expect(await since()).toEqual({});
  });

  test('of a talk whose heading was corrected, so that its id is another, keep their time', async () => {
    const retitled = (slides: readonly string[], id: string): CatalogueEntry => {
      const [part] = report('a', [slides]).parts;
      return { ...report('a'), parts: part === undefined ? [] : [{ ...part, id }] };
    };
    await noteSeen(state, [retitled([], 'first')], day(1));
    await noteSeen(state, [retitled([deck], 'first')], day(2));
    await noteSeen(state, [retitled([deck], 'second')], day(3));
    expect((await since())['slides second']).toBe(day(2).toISOString());
  });
});

describe('a file that was renamed', () => {
  test('is the same report, and keeps what it had', async () => {
    const [old, other] = [report('old', [[], []], 'Harbour #1'), report('other')];
    await noteSeen(state, [other], day(1));
    await noteSeen(state, [other, old], day(2));
    await noteSeen(state, [other, report('old', [[deck], []], 'Harbour #1')], day(3));
    const after = report('new', [[deck], []], 'Harbour #1');
    await noteSeen(state, [other, after], day(4));
    const known = await since();
    expect(known[`report ${after.id}`]).toBe(day(2).toISOString());
    expect(known[talkOf(after)]).toBe(day(3).toISOString());
    expect(known[`report ${old.id}`]).toBeUndefined();
  });

  test('is no news where it was known from the beginning', async () => {
    await noteSeen(state, [report('old', [[deck]], 'Harbour #1')], day(1));
    await noteSeen(state, [report('new', [[deck]], 'Harbour #1')], day(2));
    expect(await since()).toEqual({});
  });

  test('is not one that is called the same while the other is still there', async () => {
    const [old, copy] = [report('old', [], 'Harbour'), report('copy', [], 'Harbour')];
    await noteSeen(state, [old], day(1));
    await noteSeen(state, [old, copy], day(2));
    expect(await since()).toEqual({ [`report ${copy.id}`]: day(2).toISOString() });
  });

  test('stands for one other: of two new ones that are called the same, one is new', async () => {
    await noteSeen(state, [report('old', [], 'Harbour')], day(1));
    await noteSeen(state, [report('one', [], 'Harbour'), report('two', [], 'Harbour')], day(2));
    expect(Object.keys(await since())).toHaveLength(1);
  });
});

describe('a report that is away', () => {
  const [a, b] = [report('a'), report('b')];
  beforeEach(async () => {
    await noteSeen(state, [a, b], day(1));
    await noteSeen(state, [a], day(2));
  });

  test('and comes back within 90 days is not new again', async () => {
    await noteSeen(state, [a], day(91));
    await noteSeen(state, [a, b], day(92));
    expect(await since()).toEqual({});
  });

  test('and comes back later is new', async () => {
    await noteSeen(state, [a], day(93));
    await noteSeen(state, [a, b], day(94));
    expect(await since()).toEqual({ [`report ${b.id}`]: day(94).toISOString() });
  });

  test('is noted to be away once', async () => {
    const before = await versions();
    await noteSeen(state, [a], day(3));
    expect(await versions()).toEqual(before);
  });
});

test('a folder that can not be read for a moment makes nothing new', async () => {
  const all = Array.from({ length: 50 }, (_, at) => report(`r${at}`, [[`${deck}${at}`]]));
  await noteSeen(state, all, day(1));
  await noteSeen(state, [], day(2));
  await noteSeen(state, all, day(3));
  expect(await since()).toEqual({});
});

test('a report more writes one record, and whoever is killed while it is written has it wholly or not at all', async () => {
  const all = Array.from({ length: 500 }, (_, at) => report(`r${at}`));
  await noteSeen(state, all, day(1));
  const before = await versions();
  const broken: State = {
    ...state,
    transaction: (work) =>
      state.transaction((within) =>
        work({
          ...within,
          put: async (change) => {
            await within.put(change);
            throw new Error('killed');
          },
        }),
      ),
  };
  await expect(noteSeen(broken, [...all, report('new')], day(2))).rejects.toThrow('killed');
  expect(await versions()).toEqual(before);
  await noteSeen(state, [...all, report('new')], day(2));
  const after = new Map(before);
  expect((await versions()).filter(([key, version]) => after.get(key) !== version)).toHaveLength(1);
});

describe('thousands of reports', () => {
  const id = (kind: string, ...numbers: readonly number[]): string =>
    `${kind}${numbers.join('x')}`.padEnd(10, 'x');
  const one = report('a');
  const many = (count: number): readonly CatalogueEntry[] =>
    Array.from({ length: count }, (_, at) => ({
      ...one,
      id: id('r', at),
      title: `Harbour #${at}`,
      parts: Array.from({ length: 5 }, (_each, talk) => ({
        id: id('t', at, talk),
        title: 'Talk',
        speakers: [],
        slides: [`https://speakerdeck.com/ahab/${at}-${talk}`],
      })),
    }));

  test('are noted for the first time in one transaction and in few records, and once', async () => {
    const all = many(2000);
    const transaction = jest.spyOn(state, 'transaction');
    await noteSeen(state, all, day(1));
    const before = await versions();
    expect([transaction.mock.calls.length, before.length]).toEqual([1, 256]);
    await noteSeen(state, all.toReversed(), day(2));
    expect(await versions()).toEqual(before);
  });

  test('5,000 fit into records of which none is a sixteenth as large as a record may be', async () => {
    await noteSeen(state, many(5000), day(1));
    const sizes = (await state.list('seen')).map(({ value }) => Buffer.byteLength(JSON.stringify(value)));
    expect(Math.max(...sizes)).toBeLessThan((256 * 1024) / 16);
  });
});

describe('whatever comes and goes', () => {
  const entry = fc
    .record({
      file: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      title: fc.constantFrom('Harbour', 'Whales', 'Nets'),
      slides: fc.array(fc.subarray([deck, `${deck}-2`, `${deck}-3`]), { maxLength: 3 }),
    })
    .map(({ file, title, slides }) => report(file, slides, title));
  const catalogue = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 6 });
  const looks = fc.array(catalogue, { minLength: 1, maxLength: 6 });

  const after = async (all: readonly (readonly CatalogueEntry[])[], then: (own: SqliteState) => unknown) => {
    const own = createSqliteState(':memory:');
    try {
      for (const [at, each] of all.entries()) await noteSeen(own, each, day(at * 20));
      return await then(own);
    } finally {
      await own.close();
    }
  };

  test('to note the same again writes nothing and changes nothing, in whichever order', async () => {
    await fc.assert(
      fc.asyncProperty(looks, async (all) => {
        await after(all, async (own) => {
          const before = await versions(own);
          const known = await seenSince(own);
          await noteSeen(own, all.at(-1)?.toReversed() ?? [], day(all.length * 20 - 20));
          expect(await versions(own)).toEqual(before);
          expect(await seenSince(own)).toEqual(known);
        });
      }),
      { numRuns: 100 },
    );
  });

  test('the order of the reports does not matter', async () => {
    await fc.assert(
      fc.asyncProperty(looks, async (all) => {
        const values = async (own: SqliteState) =>
          (await own.list('seen')).map(({ key, value }) => [key, JSON.stringify(value)]);
        const backwards = all.map((each) => each.toReversed());
        expect(await after(backwards, values)).toEqual(await after(all, values));
      }),
      { numRuns: 100 },
    );
  });

  test('no report and no slides get another instant than that of a look, and none an earlier one later on', async () => {
    await fc.assert(
      fc.asyncProperty(looks, async (all) => {
        await after(all, async (own) => {
          const known = await seenSince(own);
          const instants = new Set(all.map((_, at) => day(at * 20).toISOString()));
          expect([...known.values()].filter((each) => !instants.has(each))).toEqual([]);
          await noteSeen(own, all.at(-1) ?? [], day(all.length * 20));
          const later = await seenSince(own);
          expect([...known].filter(([key, at]) => (later.get(key) ?? at) !== at)).toEqual([]);
        });
      }),
      { numRuns: 100 },
    );
  });
});
