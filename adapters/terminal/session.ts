/** What every verb needs: the streams, the reader, and the way to the community behind a folder. */
import { resolve } from 'node:path';
import type { UserError } from '../../src/error.ts';
import type {
  CommandInfo,
  Joined,
  Library,
  Locale,
  Log,
  OpenCommunity,
  Problem,
  Report,
  SetAlarm,
  Settings,
  Setup,
  State,
  SyncResult,
  View,
} from '../../src/port.ts';
import { words } from '../../src/words/index.ts';
import type { Words } from '../../src/words/index.ts';
import { localeOf, localZone, speakingOf } from './reader.ts';
import type { Speaking } from './call.ts';
import { createProgress } from './progress.ts';
import { styleOf } from './style.ts';
import type { Reader } from './compile.ts';

/** Exit codes; 70 and 78 are those of sysexits.h. */
export const exit = { fine: 0, wrong: 1, usage: 2, bug: 70, settings: 78 } as const;

/** A folder of content, opened. */
export interface Opened extends OpenCommunity {
  readonly close: () => Promise<void>;
}

/** Makes a chat that the environment names. `failed` is told when it is over for good. */
export type Join = (
  community: Pick<Opened, 'bot' | 'library'> & { readonly state: State },
  failed: (reason: UserError) => void,
) => Promise<Joined>;

/** How a folder is opened. */
export interface Opening {
  /** Keep looking for changes? */
  readonly watch: boolean;
  /** Be the only bot on the data folder? */
  readonly lock: boolean;
  /** Look into what is remembered, without being the only one? */
  readonly remembers?: boolean;
  /** Base address of our own pages, where they are served. */
  readonly pages?: string;
}

/** The browser face: pages, health, and perhaps a playground. It listens already. */
export interface Face {
  /** Without a slash at its end. */
  readonly base: string;
  /** Is there a chat for everyone who can reach it? */
  readonly playground: boolean;
  /** Can only this machine reach it? */
  readonly isLocal: boolean;
  /** The playground as a chat. */
  readonly chat: Joined | null;
  readonly open: (community: Pick<Opened, 'bot' | 'library'>) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** What the bot can not start without. Each throws the UserError with which it would not. */
export interface Needs {
  readonly content: (folder: string) => Promise<void>;
  /** Resolves to the data folder. */
  readonly data: () => Promise<string>;
  readonly address: () => Promise<void>;
  /** Resolves to what gives the data folder free again; no other bot may be on it until then. */
  readonly lock: () => Promise<() => void>;
}

/** Copies of what is remembered, in files. Each throws UserError for what a person can mend. */
export interface Keeping {
  /** While a bot may be running. */
  readonly backup: (file: string) => Promise<{
    readonly file: string;
    readonly records: number;
    readonly bytes: number;
  }>;
  /** No bot may be running. `aside`: where the State from before is; `null`: there was none. */
  readonly restore: (file: string) => Promise<{
    readonly file: string;
    readonly records: number;
    readonly aside: string | null;
  }>;
}

/** A view as the message that a platform is sent. */
export type Outgoing = (view: View, locale: Locale) => object;

/** What main.ts wires in. */
export interface Wiring {
  readonly open: (folder: Opening & { readonly content: string }) => Promise<Opened>;
  /** Throws UserError where the address is taken or wrong. */
  readonly listen: () => Promise<Face>;
  /** Every chat that is set up. Throws UserError where one is set up wrongly. */
  readonly joining: () => Promise<readonly Join[]>;
  /** One file, understood as a file of that folder would be, without any index; `report` is `null` where there is nothing to read. */
  readonly parse: (
    file: string,
    content: string,
  ) => Promise<{ readonly report: Report | null; readonly problems: readonly Problem[] }>;
  /** What a folder's `community.md` says, and what of it is ignored, without any index. Never rejects. */
  readonly settings: (
    content: string,
  ) => Promise<{ readonly settings: Settings; readonly problems: readonly Problem[] }>;
  readonly commands: () => Promise<readonly CommandInfo[]>;
  readonly alarm: () => Promise<SetAlarm>;
  /** Told of what nobody is waiting for. */
  readonly log: Log;
  /** Base address of our own pages; `null` unless they have a public one. Throws UserError where it is wrong. */
  readonly publicUrl: () => Promise<string | null>;
  readonly needs: Needs;
  readonly keeping: Keeping;
  /** Platforms that can be set up, by name. */
  readonly setups: Readonly<Record<string, () => Promise<Setup>>>;
  /** How each platform is sent a view, by name. */
  readonly outgoing: Readonly<Record<string, () => Promise<Outgoing>>>;
  readonly content: string;
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

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

/** Opens the folder, as it is now (or as far as it was read `until` then), and speaks its language. */
export async function openLibrary(
  session: Session,
  { until, ...how }: Opening & { readonly until?: Promise<void> },
): Promise<Opened & { readonly session: Session }> {
  const opened = await session.open({ content: session.folder, ...how });
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
