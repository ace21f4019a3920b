/** Tables as lists, text in short, trees as plain text. */
import { describe, expect, test } from '@jest/globals';
import type { Table } from 'mdast';
import { parseMarkdown, printMarkdown } from '../../src/content/markdown.ts';
import { root } from '../../src/view/build.ts';
import { tableAsList } from '../../src/view/table.ts';

const asList = (markdown: string): string =>
  printMarkdown(root(...tableAsList(parseMarkdown(markdown).children[0] as Table)));

describe('a table as a list', () => {
  test('has a line of names and an item for each row', () => {
    expect(
      asList('| 時間 | 発表 |\n| - | - |\n| 19:00 | [監視](https://example.org/) |\n| 19:30 | **LT** |'),
    ).toBe('**時間 · 発表**\n\n- 19:00 · [監視](https://example.org/)\n- 19:30 · **LT**\n');
  });

  test('keeps the place of what follows an empty cell', () => {
    expect(asList('| a | b | c |\n| - | - | - |\n| 1 | | 3 |')).toBe('**a · b · c**\n\n- 1 · – · 3\n');
  });

  test('is a line where it has no rows, and nothing where it is empty', () => {
    expect(asList('| a | b |\n| - | - |')).toBe('**a · b**\n');
    expect(tableAsList({ type: 'table', children: [] })).toEqual([]);
  });
});
