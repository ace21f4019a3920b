/** A table where there is no room for one, as on a phone: a list with an item for each row. */
import type { List, Paragraph, Table, TableRow } from 'mdast';
import { plainText } from '../content/plain.ts';
import { bullets, item, paragraph, strong } from './build.ts';

/** Each row: its first cell, and below it the others, each behind the name of its column. Empty cells are left out. */
export function tableAsList({ children: [head, ...rows] }: Table): List {
  const names = rows.length === 0 ? [] : (head?.children.map(plainText) ?? []);
  const shown = rows.length > 0 || head === undefined ? rows : [head];
  return bullets(shown.map((row) => item(...cellsOf(row, names))));
}

const cellsOf = ({ children }: TableRow, names: readonly string[]): readonly Paragraph[] =>
  children.flatMap((cell, column) => {
    if (cell.children.length === 0) return [];
    const name = names[column] ?? '';
    if (column === 0) return [paragraph(strong(...cell.children))];
    return [paragraph(name !== '' && `${name}: `, ...cell.children)];
  });
