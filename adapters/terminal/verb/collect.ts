/** `collect --slack-json FILE`, `collect --discord-json FILE`: a conversation that was exported, as the file that a note of it is. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../../src/error.ts';
import type { ExportNote, Library } from '../../../src/port.ts';
import { exit, fromHere, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';
import type { Flags } from '../verbs.ts';

type Asked = Pick<Flags, 'slackJson' | 'discordJson' | 'users' | 'write'>;

export async function collect(session: Session, asked: Asked): Promise<number> {
  const { slackJson, discordJson, users, write: isKept = false } = asked;
  const file = slackJson ?? discordJson;
  if (file === undefined || (slackJson !== undefined && discordJson !== undefined)) {
    session.complain(session.words.noteVerb.which);
    return exit.usage;
  }
  const platform = slackJson === undefined ? 'discord' : 'slack';
  const peopleFile = users ?? (platform === 'slack' ? peopleBeside(file, session) : undefined);
  const names = peopleFile === undefined ? null : read(peopleFile, session);
  const note = await session.exportNote(
    { platform, json: read(file, session), users: names },
    session.folder,
  );
  const { noteVerb, noteSecret } = session.words;
  const kinds: Readonly<Record<string, string>> = noteSecret;
  for (const { kind, hint } of note.secrets) session.complain(noteVerb.masked(kinds[kind] ?? kind, hint));
  if (note.missing > 0) session.complain(noteVerb.missing(note.missing));
  if (isKept && note.missing > 0) return exit.wrong;
  if (isKept) return save(note, session);
  session.stdout.write(note.text);
  return exit.fine;
}

/** Of a folder all that is in it: Slack exports a channel as a folder of days. Throws UserError `export-unreadable`. */
function read(file: string, { env }: Session): unknown {
  const path = fromHere(file, env);
  try {
    return isFolder(path) ? jsonIn(path).map(parse) : parse(path);
  } catch {
    throw new UserError('export-unreadable', { file });
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
const parse = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const jsonIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(folder, name));

/** An export has who is who beside the folders of its channels. */
function peopleBeside(file: string, { env }: Session): string | undefined {
  const path = fromHere(file, env);
  const beside = join(path, '..', 'users.json');
  return existsSync(beside) && isFolder(path) ? beside : undefined;
}

async function save(note: ExportNote, asked: Session): Promise<number> {
  const { library, session, close } = await openLibrary(asked, { watch: false, lock: true });
  try {
    const path = await write(note, library);
    session.print(session.json ? JSON.stringify({ path }) : session.words.noteVerb.written(path));
    return exit.fine;
  } finally {
    await close();
  }
}

/** A file of that name that has other things in it is left alone, and the note is put into one of its own. */
async function write(note: ExportNote, library: Library): Promise<string> {
  const before = await library.text(note.path);
  if (before === null || !note.isIn(before)) return library.add({ path: note.path, text: note.text });
  const after = note.in(before);
  if (after !== before && !(await library.change({ path: note.path, before, after })))
    throw new UserError('notes-file-changed', { path: note.path });
  return note.path;
}
