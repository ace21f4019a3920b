/** What every verb needs: the streams, the reader, and the way to the community behind a folder. */
import { resolve } from 'node:path';
import type { Library, Locale, SyncResult } from '../../src/port.ts';
import { words } from '../../src/words/index.ts';
import type { Words } from '../../src/words/index.ts';
import { localeOf, localZone, speakingOf } from './reader.ts';
import type { Speaking } from './call.ts';
import { createProgress } from './progress.ts';
import { styleOf } from './style.ts';
import type { Reader } from './compile.ts';
import type { Opened, Opening, Wiring } from './wiring.ts';

/** Exit codes; 70 and 78 are those of sysexits.h. */
export const exit = { fine: 0, wrong: 1, usage: 2, bug: 70, settings: 78 } as const;

/** Options that every verb has. */
export interface Common {
  readonly content?: string;
  readonly json?: boolean;
  readonly locale?: Locale;
}

export interface Session extends Wiring {
  /** The language that the person or the environment asked for. */
  readonly asked: Locale | null;
  readonly json: boolean;
  readonly folder: string;
  readonly words: Words;
  readonly who: Speaking;
  readonly reader: Reader;
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Relative paths are relative to where the person stands: npm runs scripts in the project's own folder. */
export const fromHere = (path: string, env: NodeJS.ProcessEnv): string =>
  resolve(env['INIT_CWD'] ?? '.', path);

export function openSession(wiring: Wiring, options: Common, folder?: string): Session {
  const { env, stdout, stderr } = wiring;
  const named = folder ?? options.content ?? env['MEETUP_CONTENT'];
  const asked = options.locale ?? localeOf(env);
  const session = {
    ...wiring,
    asked,
    json: options.json === true,
    folder: named === undefined ? wiring.content : fromHere(named, env),
    print: (line: string) => void stdout.write(`${line}\n`),
    complain: (line: string) => void stderr.write(`${line}\n`),
  };
  return { ...session, ...tongueOf(session, asked ?? 'ja') };
}

/** What depends on the language. */
function tongueOf({ env, stdout }: Wiring, locale: Locale): Pick<Session, 'words' | 'who' | 'reader'> {
  const style = styleOf(stdout, env);
  return {
    words: words[locale],
    who: speakingOf(locale),
    reader: {
      style,
      locale,
      zone: localZone(),
      // A window may change its size; some have none.
      get columns() {
        return stdout.isTTY && stdout.columns > 0 ? stdout.columns : null;
      },
    },
  };
}

/** Where nobody asked for a language, the community's own. */
export const inLanguage = (session: Session, ownLocale: Locale): Session =>
  session.asked === null ? { ...session, ...tongueOf(session, ownLocale) } : session;

/** Takes in what changed in the folder since the last time, with progress. */
export async function syncLibrary(session: Session, library: Library): Promise<SyncResult> {
  const { reading, left } = session.words.terminal;
  const progress = createProgress({
    stream: session.stderr,
    now: () => performance.now(),
    sentence: reading,
    left,
  });
  try {
    return await library.sync(progress.show);
  } finally {
    progress.end();
  }
}

async function openFolder(session: Session, how: Opening): Promise<Opened> {
  const progress = createProgress({
    stream: session.stderr,
    now: () => performance.now(),
    sentence: session.words.git.cloning,
    left: session.words.terminal.left,
  });
  try {
    return await session.open({ content: session.folder, ...how, show: progress.show });
  } finally {
    progress.end();
  }
}

/** Opens the folder, as it is now (or as far as it was read `until` then), and speaks its language. */
export async function openLibrary(
  session: Session,
  { until, ...how }: Opening & { readonly until?: Promise<void> },
): Promise<Opened & { readonly session: Session }> {
  const opened = await openFolder(session, how);
  const { library } = opened;
  try {
    const read = syncLibrary(session, library);
    await (until === undefined ? read : Promise.race([read, until]));
    return { ...opened, session: inLanguage(session, (await library.settings()).locale) };
  } catch (error) {
    await opened.close();
    throw error;
  }
}
