/** `restore FILE`: the bot remembers what a backup says. What it remembered until then is kept beside it. */
import { exit, fromHere } from '../session.ts';
import type { Session } from '../session.ts';

export async function restore(session: Session, file: string): Promise<number> {
  const { words, json, print } = session;
  const done = await session.keeping.restore(fromHere(file, session.env));
  if (json) print(JSON.stringify(done));
  else {
    print(words.backup.restored(done.file, done.records));
    if (done.aside !== null) print(words.backup.aside(done.aside));
  }
  return exit.fine;
}
