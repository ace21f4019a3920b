/** What a command is: its name, its options and its run. The list of them all is index.ts. */
import type {
  Call,
  Choice,
  CommandInfo,
  Community,
  Digesting,
  Directory,
  Library,
  Locale,
  Noting,
  Now,
  Settings,
  Show,
  State,
  View,
} from '../port.ts';
import type { Words } from '../words/index.ts';
import type { Channel, Who } from './next.ts';

/** An option of a command. In text it is written `name:value`; the one that is `rest` takes all other words. */
export interface Option {
  /** `person`: someone whom the platform knows. `channel`: one that it knows, or the name of one. */
  readonly type: 'text' | 'number' | 'person' | 'channel';
  readonly rest?: true;
  /** The command says no more than that it is missing. */
  readonly required?: true;
  /** Buttons give it, people do not. */
  readonly listed?: false;
  /** Text of several lines. */
  readonly long?: true;
  /** Bounds of a number. */
  readonly min?: number;
  readonly max?: number;
  /** What to offer while it is typed. */
  readonly suggest?: (like: string, scene: Scene) => Promise<readonly Choice[]>;
}

interface Value {
  readonly text: string;
  readonly number: number | undefined;
  readonly person: Who | null;
  readonly channel: Channel | null;
}

export type Options = Readonly<Record<string, Option>>;

/** What a run gets: text is '', a number undefined, a person and a channel `null` where nothing was given. */
export type Values<O extends Options> = {
  readonly [Name in keyof O]: Value[O[Name]['type']];
};

/** The surroundings of a run: who asked where, in which language, of which community. */
export interface Scene {
  readonly call: Call;
  readonly library: Library;
  /** `null`: this bot remembers nothing. */
  readonly state: State | null;
  readonly settings: Settings;
  /** Base address of our own pages, where everyone can reach them. */
  readonly publicPages: string | null;
  /** Platforms that have a calendar of their own. */
  readonly calendars: readonly string[];
  /** Digests as they would be; `null`: nobody says. */
  readonly digests: Digesting | null;
  /** Conversations as notes; `null`: nobody takes any. */
  readonly notes: Noting | null;
  /** What a message takes of each platform's limits. */
  readonly measures: NonNullable<Community['measures']>;
  /** How a platform calls its channels and roles; `null`: it does not say. */
  readonly directory: Directory | null;
  readonly words: Words;
  readonly locale: Locale;
  /** IANA name: the reader's, or else the community's. */
  readonly zone: string;
  readonly now: Now;
  readonly show: Show;
  /** Something beside the answer: nobody waits for it, and if it fails, the log says so. */
  readonly aside: (work: Promise<unknown>) => void;
  /** All of them, in the order of help. */
  readonly commands: readonly CommandInfo[];
  /** Another command, by the same person in the same place. */
  readonly run: (command: string, input: string) => Promise<View>;
}

export interface Command {
  /** Every name has its words. */
  readonly name: keyof Words['command'];
  /** As the port says. */
  readonly answer: CommandInfo['answer'];
  /** Does help list it, and do chats register it? */
  readonly listed: boolean;
  /** Asked for without any input, is it a form? */
  readonly form: boolean;
  readonly options: Options;
  readonly run: (values: Values<Options>, scene: Scene) => Promise<View>;
}

/** A command whose run knows the types of its own options. */
export function defineCommand<const O extends Options>(command: {
  readonly name: Command['name'];
  readonly answer?: Command['answer'];
  readonly listed?: boolean;
  readonly form?: boolean;
  readonly options: O;
  readonly run: (values: Values<O>, scene: Scene) => Promise<View>;
}): Command {
  const run = command.run as unknown as Command['run'];
  return { answer: 'private', listed: true, form: false, ...command, run };
}
