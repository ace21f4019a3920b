/** The cards of files: all that a file has of one kind is a row, so that many small ones cost little. */
import type { DatabaseSync } from 'node:sqlite';
import type { FiledCard, IndexedFile } from '../../src/port.ts';

export function writeCards(database: DatabaseSync, files: readonly IndexedFile[]): void {
  const add = database.prepare('INSERT INTO card VALUES (?, ?, ?, ?)');
  for (const { path, cards } of files)
    for (const [kind, of] of Map.groupBy(cards, (card) => card.kind))
      add.run(
        kind,
        path,
        JSON.stringify(of.map(({ key }) => key)),
        JSON.stringify(of.map(({ data }) => data)),
      );
}

/** The cards of a kind, in the order of their files. */
export function listCards(database: DatabaseSync, kind: string): readonly FiledCard[] {
  const rows = database.prepare(
    `SELECT card.file, file.shown, card.keys, card.data
     FROM card JOIN file ON file.path = card.file WHERE card.kind = ? ORDER BY card.file`,
  );
  return rows.all(kind).flatMap((row) => {
    const [file, shown] = [String(row['file']), String(row['shown'])];
    const keys = JSON.parse(String(row['keys'])) as readonly string[];
    const data = JSON.parse(String(row['data'])) as readonly unknown[];
    return keys.map((key, at) => ({ kind, key, data: data[at], file, shown }));
  });
}
