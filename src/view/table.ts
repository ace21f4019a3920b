/** A table where there is no room for one, as on a phone: a line with the names of its columns, and a list of its rows. */
import type { List, Paragraph, PhrasingContent, Table, TableRow } from 'mdast';
import { plainText } from '../content/plain.ts';
import { bullets, item, joined, paragraph, strong } from './build.ts';

/** The cells of a row stand in one line; an empty one has a sign, so that the others keep their place. */
export function tableAsList({ children: [head, ...rows] }: Table): readonly (Paragraph | List)[] {
  if (head === undefined) return [];
  const names = paragraph(strong(...cellsOf(head)));
  return rows.length === 0 ? [names] : [names, bullets(rows.map((row) => item(paragraph(...cellsOf(row)))))];
}

const emptyCell = '–';

const cellsOf = ({ children }: TableRow): readonly PhrasingContent[] =>
  joined(
    ' · ',
    children.map((cell) => (plainText(cell) === '' ? [emptyCell] : cell.children)),
  );
