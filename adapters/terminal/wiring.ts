/** What main.ts wires in, for the verbs. Types only. */
import type { UserError } from '../../src/error.ts';
import type {
  CommandInfo,
  ExportNote,
  Joined,
  Locale,
  Log,
  OpenCommunity,
  Problem,
  Report,
  SetAlarm,
  Settings,
  Setup,
  Show,
  State,
  View,
} from '../../src/port.ts';

/** A folder of content, opened. */
export interface Opened extends OpenCommunity {
  readonly close: () => Promise<void>;
}

/** Makes a chat that the environment names. `failed` is told when it is over for good. */
export type Join = (
  community: Pick<Opened, 'bot' | 'library'> & { readonly state: State },
  failed: (reason: UserError) => void,
) => Promise<Joined>;

/** What was exported, as JSON says it. */
export interface ExportFile {
  readonly platform: 'slack' | 'discord';
  readonly json: unknown;
  /** Slack: who is who; `null`: not known. */
  readonly users: unknown;
}

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
  /** Told how far a repository is that has to be cloned first. */
  readonly show?: Show;
}

/** The repository that a folder is published to, as it was found. */
export interface FoundRemote {
  readonly address: string;
  readonly reached: boolean;
  /** `null`: there is no clone to try it from. */
  readonly pushes?: boolean | null;
  readonly reason: string;
  /** What GitHub says of the token; `null`: nothing. */
  readonly mayPush: boolean | null;
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
  /** Throws UserError `export-unreadable`. */
  readonly exportNote: (file: ExportFile, content: string) => Promise<ExportNote>;
  /** Changes nothing; `null`: the folder is published nowhere. Throws UserError where the clone or the token is no good. */
  readonly examineRemote: (content: string) => Promise<FoundRemote | null>;
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
