import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readTalkLines } from '../../src/content/event-talks.ts';

describe('talks typed one a line', () => {
  test.each([
    ['BuildKit入門 / 山田花子 (20分)', 'BuildKit入門', ['山田花子'], 20],
    ['BuildKit入門／山田花子（20分）', 'BuildKit入門', ['山田花子'], 20],
    ['山田花子：BuildKit入門', 'BuildKit入門', ['山田花子'], null],
    ['Alice: Why containers (15 min)', 'Why containers', ['Alice'], 15],
    ['Why containers by Alice [5 minutes]', 'Why containers', ['Alice'], 5],
    ['LT: はじめてのKubernetes', 'はじめてのKubernetes', [], null],
    ['LT1 はじめてのKubernetes / @bob', 'はじめてのKubernetes', ['@bob'], null],
    ['@dave Go の話 (5分)', 'Go の話', ['@dave'], 5],
    ['コンテナの話 - 山田花子さん', 'コンテナの話', ['山田花子'], null],
    ['Kubernetes: what is new / Alice, Bob', 'Kubernetes: what is new', ['Alice', 'Bob'], null],
    ['- plain title', 'plain title', [], null],
    ['1. plain title (仮)', 'plain title', [], null],
    ['未定 / 山田花子', '未定', ['山田花子'], null],
    ['Rust (beginner)', 'Rust (beginner)', [], null],
    ['5分でわかるDocker', '5分でわかるDocker', [], null],
    ['TCP／IP', 'TCP／IP', [], null],
    ['CI/CD', 'CI/CD', [], null],
  ])('%j is %j by %j in %s minutes', (line, title, speakers, minutes) => {
    expect(readTalkLines(line)).toEqual([{ title, speakers, minutes }]);
  });

  test('are as many as there are lines with something on them', () => {
    expect(readTalkLines('a b\r\n\n  \nc d\n- e f\n').map(({ title }) => title)).toEqual([
      'a b',
      'c d',
      'e f',
    ]);
    expect(readTalkLines('')).toEqual([]);
  });

  test('have a title, whatever is typed, and soon', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const { title } of readTalkLines(text)) expect(title.trim()).not.toBe('');
      }),
      { numRuns: 500 },
    );
    const long = `x / ${'y '.repeat(5000)}`.trim();
    expect(readTalkLines(long)).toEqual([{ title: long, speakers: [], minutes: null }]);
  });
});
