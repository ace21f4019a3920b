/** `backup FILE`: what the bot remembers, in one file. A bot may be running meanwhile. */
import { exit, fromHere } from '../session.ts';
import type { Session } from '../session.ts';

export async function backup(session: Session, file: string): Promise<number> {
  const made = await session.keeping.backup(fromHere(file, session.env));
  session.print(session.json ? JSON.stringify(made) : session.words.backup.done(made.file, made.records));
  return exit.fine;
}
