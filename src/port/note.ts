/** Notes: conversations that are kept as reports. Types only. */
/** Whose words a note may have: everyone's, who are told of it; theirs who agreed; or only theirs who collects. */
export type NoteConsent = 'told' | 'agreed' | 'own';

/** Notes, as `community.md` says it. */
export interface NoteSettings {
  readonly consent: NoteConsent;
  /** Who may collect. Organisers are members; guests never may. */
  readonly collectors: 'members' | 'organisers' | 'nobody';
  /** The emoji by which a message is collected, as a character or by its name; `null`: none. */
  readonly reaction: string | null;
  /** Folder below the content that new notes are put into. */
  readonly folder: string;
  /** How authors are named who do not say it themselves. */
  readonly names: 'shown' | 'initials' | 'none';
  /** Names of programs whose messages are kept. */
  readonly programs: readonly string[];
  /** Are files kept that hang on messages? */
  readonly files: boolean;
  /** Channels whose threads belong to an event. */
  readonly channels: readonly { readonly channel: string; readonly event: string }[];
}

/** Where the content is published, as `community.md` says it. */
export interface PublishSetting {
  /** Address of a git repository, `https://` or `ssh://`. */
  readonly git: string;
  /** `null`: the one that the repository calls its own. */
  readonly branch: string | null;
  /** Folder of the repository that is the content; '' for all of it. */
  readonly folder: string;
  /** What becomes of what the bot writes. */
  readonly as: PublishedAs;
}

export type PublishedAs = 'file' | 'commit' | 'push' | 'pull-request';

/** What became of something that was to be published. */
export type Published =
  | { readonly status: 'kept' } // as a file alone
  | { readonly status: 'committed' }
  | { readonly status: 'pushed'; readonly commit: string }
  /** Somebody has to accept it. `url`: where; the name of the branch where nobody could be asked. */
  | { readonly status: 'proposed'; readonly url: string }
  /** The remote can not be reached, or does not want it now. */
  | { readonly status: 'later'; readonly reason: string };

/** Files of the content, and what was done to them. */
export interface Publication {
  /** Relative to the content folder; of files that are gone, too. */
  readonly paths: readonly string[];
  /** First line of a commit, without line breaks. */
  readonly title: string;
  /** Which piece of work it is: the same again is the same. `[a-z0-9-]`. */
  readonly key: string;
}

/** A checkout of the community's repository, made by the bot itself. */
export interface Publisher {
  /** Takes in what people pushed. Never rejects; `false`: it could not be done, and everything is as it was. */
  pull(): Promise<boolean>;
  /** Never rejects. What was published already is not published again. */
  publish(publication: Publication): Promise<Published>;
  /** Nothing is pulled or published while it runs. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}

/** A text of the folder as it is to be. */
export interface TextChange {
  /** Relative to the folder. */
  readonly path: string;
  /** What stands there now, to the byte. */
  readonly before: string;
  /** `null`: the file is to be gone. */
  readonly after: string | null;
}

/** A file that is no text: an image of a message. */
export interface Asset {
  /** Relative to the folder: `assets/ab12cd34ef.png`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The community's own files, as far as notes need them. */
export interface OwnFiles {
  /** A file to the byte; `null`: there is none. Throws UserError `file-not-text` for what is not UTF-8. */
  text(path: string): Promise<string | null>;
  /** Replaces a file wholly or not at all; `false`: it is not what `before` says, and nothing was done. Throws UserError `folder-read-only`. */
  change(change: TextChange): Promise<boolean>;
  /** Puts it there unless it is there already. Throws likewise. */
  keep(asset: Asset): Promise<void>;
}
