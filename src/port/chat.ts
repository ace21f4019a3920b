/** A person makes a Call. The bot answers with a View. A chat compiles it. */
import type { Root } from 'mdast';
import type { Locale } from '../model.ts';

/** Where a Call was made. `visibility` is read anew at every Call. */
export interface Place {
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly thread?: string;
  readonly visibility: 'public' | 'private' | 'direct';
}

/** Who made it. `organiser` and `guest` are asked of the platform at every Call. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly locale?: Locale;
  /** IANA name. */
  readonly zone?: string;
  readonly organiser: boolean;
  readonly guest: boolean;
}

/** Input of a command: what was typed, or the fields of a form. */
export type Input = string | Readonly<Record<string, string>>;

export interface Call {
  readonly command: string;
  readonly input: Input;
  readonly place: Place;
  readonly person: Person;
  readonly locale: Locale;
  readonly id: string;
}

/** A call that one may make from here; a chat shows it as a button. */
export interface Next {
  readonly label: string;
  readonly command: string;
  readonly input: string;
  /** Opens the form of its command, in which its input stands already, rather than making the call. */
  readonly form?: true;
}

/** The answer: an mdast tree (plus the `time` and `mention` nodes of view/node.ts) and where one may go from here. */
export interface View {
  readonly body: Root;
  readonly next: readonly Next[];
  /** To be kept: a date for a calendar, a draft. Where a chat has no way to hand over a file, it leaves them out. */
  readonly files?: readonly Attachment[];
  /** The same answer for machines; only `--json` prints it. */
  readonly data?: unknown;
  /** Why there is no answer: `request` is what the person can mend, `fault` is a bug (`code` is its id). */
  readonly failure?: { readonly kind: 'request' | 'fault'; readonly code: string; readonly message: string };
}

/** A file that is handed over with an answer. */
export interface Attachment {
  /** Letters, digits, `-`, `_` and one `.`: `docker-meetup.ics`. */
  readonly name: string;
  /** `text/calendar`, `text/markdown`. */
  readonly type: string;
  readonly text: string;
}

/** A suggestion for an option that is being typed. `value` is at most 100 characters. */
export interface Choice {
  readonly label: string;
  readonly value: string;
}

/** A command in words. */
export interface Description {
  /** What one may type for it in that language besides its name. */
  readonly called: readonly string[];
  readonly summary: string;
  /** What its form is called where that is not its summary: a modal of Slack's has 24 characters. */
  readonly title?: string;
  readonly options: Readonly<Record<string, string>>;
  /** Lines that one may type after `/meetup`. */
  readonly examples: readonly string[];
}

/** How a command looks from outside: what a chat needs to register it and to show help. */
export interface CommandInfo {
  /** `event-new` is typed as two words. */
  readonly name: string;
  /**
   * `private`: only the caller sees the answer; Discord fixes it at the acknowledgement. Asked for before everyone, in a message,
   * it is answered there. `discreet`: not even then.
   */
  readonly answer: 'private' | 'public' | 'discreet';
  /** Not in help and not registered: reached by buttons and platform events alone. */
  readonly listed: boolean;
  /** Asked for without any input, it is answered with a form of its listed options at once, without asking the bot. */
  readonly form: boolean;
  readonly options: readonly {
    readonly name: string;
    readonly type: 'text' | 'number' | 'person' | 'channel';
    readonly suggests: boolean;
    /** Takes the words that belong to no other option. */
    readonly rest: boolean;
    /** Without it the command can only say that it is missing. */
    readonly required: boolean;
    /** Do people give it, or buttons alone? */
    readonly listed: boolean;
    /** Bounds of a number. */
    /** May a text have several lines? */
    readonly long: boolean;
    readonly min: number | null;
    readonly max: number | null;
  }[];
  readonly describe: (locale: Locale) => Description;
}

/** How far a long answer is. */
export type Show = (progress: { readonly done: number; readonly of: number | null }) => void;

export interface Bot {
  readonly commands: readonly CommandInfo[];
  /** Never rejects: what goes wrong is a View too. */
  answer(call: Call, show?: Show): Promise<View>;
  /** Never rejects; at most 25 choices. */
  suggest(call: Call, option: string): Promise<readonly Choice[]>;
  /** The language to answer them in: what they chose, else what the platform says, else the community's. Never rejects. */
  localeOf(person: Person, place: Place): Promise<Locale>;
}

/** What became of a post: where it stands, that it will be tried later, that the platform said no, or that nobody knows. */
export type Posted =
  | { readonly status: 'posted'; readonly ref: string }
  | { readonly status: 'later'; readonly after: Date }
  | { readonly status: 'refused'; readonly reason: string }
  | {
      readonly status: 'unsure';
      /** The history can not be read: looking again would not help. */
      readonly unreadable?: true;
    };

/** How something is posted. */
export interface Posting {
  /** Makes the post once-only. */
  readonly key: string;
  /** Look in the history from there on first. */
  readonly since?: Date;
  /** `ref` of a message of the bot's: it is to stand in a thread below that. */
  readonly below?: string;
  /** The language of what the chat itself says in it; the community's, where nothing is said. */
  readonly locale?: Locale;
  /** Asked after the look, just before it is sent. Where it may not be any more nothing is, and it is `unsure`. */
  readonly mayStill?: () => Promise<boolean>;
}

/**
 * One message of a conversation. Names in it are text; where one is a person's, `data.person` of the text is their id, so that
 * whoever does not want to be named can be called otherwise.
 */
export interface Remark {
  readonly id: string;
  readonly author: Person;
  /** Was it said by a program? Its name is the author's. */
  readonly isProgram: boolean;
  readonly at: Date;
  /** When its author last changed it; `body` is what they made of it. */
  readonly edited: Date | null;
  /** Its own words, and no more. */
  readonly body: Root;
  /** What it answers or passes on, as it stood there. */
  readonly quotes: readonly Quote[];
  readonly files: readonly RemarkFile[];
  /** Where members find it; `null`: the platform does not say. */
  readonly url: string | null;
}

/** Words of another message. */
export interface Quote {
  /** `null`: the platform does not say whose they are. */
  readonly author: Pick<Person, 'id' | 'name'> | null;
  /** `id` of the remark, where it may be one of the same conversation. */
  readonly remark: string | null;
  readonly body: Root;
}

/** A file that hangs on a message. */
export interface RemarkFile {
  readonly name: string;
  /** Bytes, as the platform says; `null`: it does not. */
  readonly size: number | null;
  /** Its bytes; `null`: it is gone, lies elsewhere than with the platform, or has more than `most`. Never rejects. */
  readonly read: (most: number) => Promise<Uint8Array | null>;
}

export interface Thread {
  /** Where it is, and who can read it there, as it is now. */
  readonly place: Place;
  /** What it is found again by, the same for one conversation, whichever of its messages one came by; '' where there is none. */
  readonly ref: string;
  /** What it is known by, in its workspace: of a message alone it is what it will be when others have answered. */
  readonly id: string;
  /** What people called it; `null`: the platform has no such thing. */
  readonly title: string | null;
  readonly url: string | null;
  /** How many remarks the platform says there are; `null` if it does not say. */
  readonly expected: number | null;
  remarks(after?: string): AsyncIterable<Remark>;
}

/** A conversation as the platform, or a program, exported it: nothing of it can be asked for any more. */
export interface Exported extends Pick<Thread, 'title' | 'url' | 'expected'> {
  /** In the order of their times; answers in a thread below the message that it begins with. Files can not be read. */
  readonly remarks: readonly Remark[];
}

/** A place where people talk. Everything else about a platform is private to its folder. */
export interface Chat {
  readonly platform: string;
  start(bot: Bot): Promise<void>;
  stop(): Promise<void>;
  post(to: Place | Person, view: View, how: Posting): Promise<Posted>;
  edit(ref: string, view: View, how?: Pick<Posting, 'locale'>): Promise<Posted>;
  /** The conversation in a thread, or that a message is of, read as `reader` may; `null`: as the bot itself may. */
  thread(at: string | Place, reader: Person | null): Promise<Thread>;
}
