import { describe, expect, test } from '@jest/globals';
import { watchFiles } from '../../adapters/files/index.ts';
import type { Content, FileInfo } from '../../src/port.ts';

const file = (path: string, stamp: string): FileInfo => ({ path, stamp });

const empty: Content = { list: async () => [], read: async () => ({ text: null, problems: [] }) };

/** A watch over these listings, one a look; it ends by itself after the last one. */
async function watched(
  listings: readonly (readonly FileInfo[] | Error)[],
  options: { readonly lookMs?: number; readonly onChange?: (look: number) => Promise<void> } = {},
) {
  const facts = { changes: [] as number[], errors: [] as unknown[], pauses: [] as number[] };
  let look = 0;
  let now = 0;
  const content: Content = {
    ...empty,
    list: async () => {
      const listing = listings[look] ?? [];
      look += 1;
      now += options.lookMs ?? 0;
      if (Error.isError(listing)) throw listing;
      return listing;
    },
  };
  const change = async () => {
    facts.changes.push(look);
    await options.onChange?.(look);
  };
  const wait = async (ms: number) => {
    facts.pauses.push(ms);
    if (look === listings.length) throw new Error('enough');
  };
  const watch = watchFiles(content, change, {
    onError: (error) => facts.errors.push(error),
    wait,
    clock: () => now,
  });
  await watch.ended;
  return facts;
}

describe('watching', () => {
  test('tells of the first look, and then of what came, changed and went', async () => {
    const { changes } = await watched([
      [file('a.md', '1')],
      [file('a.md', '1')],
      [file('a.md', '1'), file('b.md', '1')],
      [file('a.md', '2'), file('b.md', '1')],
      [file('b.md', '1')],
      [file('c.md', '1')],
      [file('c.md', '1')],
    ]);
    expect(changes).toEqual([1, 3, 4, 5, 6]);
  });

  test('looks less often where a look takes long', async () => {
    expect((await watched([[], []], { lookMs: 10 })).pauses).toEqual([1000, 1000]);
    expect((await watched([[], []], { lookMs: 2000 })).pauses).toEqual([8000, 8000]);
  });

  test('goes on after failures and tells each series of them once', async () => {
    const gone = new Error('gone');
    const { changes, errors } = await watched([gone, gone, [], gone, []]);
    expect(errors).toEqual([gone, gone]);
    expect(changes).toEqual([3]);
  });

  test('tries again what failed to take in a change', async () => {
    const { changes, errors } = await watched([[], [], []], {
      onChange: async (look) => {
        if (look < 2) throw new Error('busy');
      },
    });
    expect(changes).toEqual([1, 2]);
    expect(errors).toHaveLength(1);
  });

  test('stops at once while it waits', async () => {
    const changed = Promise.withResolvers<void>();
    const watch = watchFiles(empty, async () => changed.resolve(), {
      everyMs: 60_000,
      onError: (error) => changed.reject(error),
    });
    await changed.promise;
    await expect(watch.stop()).resolves.toBeUndefined();
  });

  test('waits for a change that is being taken in before it has stopped', async () => {
    const steps: string[] = [];
    const taken = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const onChange = async () => {
      begun.resolve();
      await taken.promise;
      steps.push('taken in');
    };
    const watch = watchFiles(empty, onChange, { onError: () => steps.push('error') });
    await begun.promise;
    const stopped = watch.stop().then(() => steps.push('stopped'));
    taken.resolve();
    await stopped;
    expect(steps).toEqual(['taken in', 'stopped']);
  });
});
