/** The words in use: each is kept with the number of files that use it, and goes with the last of them. */
import type { DatabaseSync } from 'node:sqlite';
import type { IndexedFile } from '../../src/port.ts';

export function writeWords(database: DatabaseSync, files: readonly IndexedFile[]): void {
  const counts = countsOf(files.flatMap(({ words }) => words.map(({ text }) => text)));
  const sounds = new Map(files.flatMap(({ words }) => words.map(({ text, sound }) => [text, sound])));
  const add = database.prepare(
    'INSERT INTO word VALUES (?, ?, ?) ON CONFLICT (text) DO UPDATE SET files = files + excluded.files',
  );
  for (const [text, count] of counts) add.run(text, sounds.get(text) ?? '', count);
}

/** Before the rows of the files at `paths` go. */
export function takeBackWords(database: DatabaseSync, paths: readonly string[]): void {
  const wordsOf = database.prepare('SELECT words FROM file WHERE path = ?');
  const words = paths.flatMap((path) => JSON.parse(String(wordsOf.get(path)?.['words'] ?? '[]')) as string[]);
  const less = database.prepare('UPDATE word SET files = files - ? WHERE text = ?');
  const drop = database.prepare('DELETE FROM word WHERE text = ? AND files <= 0');
  for (const [text, count] of countsOf(words)) {
    less.run(count, text);
    drop.run(text);
  }
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
