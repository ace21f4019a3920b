import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { createSqliteState } from '../../adapters/sqlite/index.ts';
import type { SqliteState } from '../../adapters/sqlite/index.ts';
import { countUnanswered, forgetUnanswered, listUnanswered } from '../../src/search/unanswered.ts';

let state: SqliteState;
beforeEach(() => {
  state = createSqliteState(':memory:');
});
afterEach(() => state.close());

const day = (number: number): string => `2026-11-${String(number).padStart(2, '0')}`;
const words = async (): Promise<readonly string[]> => (await listUnanswered(state)).map((each) => each.words);

describe('what was not found', () => {
  test('is listed by how often it was asked for, then by the last day', async () => {
    for (const [text, at] of [
      ['kafka', 1],
      ['mesh', 2],
      ['kafka', 1],
      ['podman', 3],
      ['wasm', 2],
    ] as const)
      await countUnanswered(state, text, day(at));
    expect(await listUnanswered(state)).toEqual([
      { words: 'kafka', count: 2, day: day(1) },
      { words: 'podman', count: 1, day: day(3) },
      { words: 'mesh', count: 1, day: day(2) },
      { words: 'wasm', count: 1, day: day(2) },
    ]);
  });

  test('is one thing however it is written', async () => {
    for (const text of ['ｋａｆｋａ　ストリーム', ' Kafka\u0000 \u202eストリーム\n', 'KAFKA ｽﾄﾘｰﾑ'])
      await countUnanswered(state, text, day(1));
    expect(await listUnanswered(state)).toEqual([{ words: 'kafka ストリーム', count: 3, day: day(1) }]);
  });

  test('has at most 100 characters', async () => {
    await countUnanswered(state, `${'🐋'.repeat(99)} 🦀🦀`, day(1));
    await countUnanswered(state, '監視'.repeat(500), day(2));
    expect(await words()).toEqual(['監視'.repeat(50), '🐋'.repeat(99)]);
  });

  test('is text that can be kept, whatever it was', async () => {
    await countUnanswered(state, '\ud800kafka', day(1));
    expect(await words()).toEqual(['\ufffdkafka']);
  });

  test('is not counted where nothing is left of it', async () => {
    for (const text of ['', ' \t', '\u200b\u202e', '\u0000']) await countUnanswered(state, text, day(1));
    expect(await words()).toEqual([]);
  });

  test('is forgotten when it is found, however it is written, and nothing else is', async () => {
    for (const text of ['kafka', 'mesh']) await countUnanswered(state, text, day(1));
    for (const text of ['Kafka', 'never asked', '']) await forgetUnanswered(state, text);
    expect(await words()).toEqual(['mesh']);
  });

  test('is 200 things; of more the least frequent go, and of those the oldest', async () => {
    for (let number = 0; number < 200; number += 1)
      await countUnanswered(state, `query ${number}`, day(1 + (number % 20)));
    // Asked twice, although long ago.
    await countUnanswered(state, 'query 0', day(1));
    for (const text of ['new', 'newer']) await countUnanswered(state, text, day(25));
    const kept = await words();
    expect(kept).toHaveLength(200);
    expect(kept.slice(0, 3)).toEqual(['query 0', 'new', 'newer']);
    const gone = Array.from({ length: 200 }, (_, number) => `query ${number}`).filter(
      (text) => !kept.includes(text),
    );
    // Two of those that were asked once, on the first day.
    expect(gone.map((text) => Number(text.slice(6)) % 20)).toEqual([0, 0]);
  });

  test('is counted right by any number of people at once', async () => {
    await Promise.all(Array.from({ length: 50 }, () => countUnanswered(state, 'kafka', day(1))));
    expect(await listUnanswered(state)).toMatchObject([{ words: 'kafka', count: 50 }]);
  });

  test('is never what could not be kept, whatever was typed', async () => {
    const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }));
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        await countUnanswered(state, text, day(1));
        for (const asked of await words()) {
          expect(Array.from(asked).length).toBeLessThanOrEqual(100);
          expect(asked).not.toMatch(/\p{Cc}|\p{Cs}|^\s|\s$/u);
        }
        await forgetUnanswered(state, text);
        expect(await words()).toEqual([]);
      }),
    );
  });
});
