/** Taking notes: what a conversation would be as a note, and keeping it. Types only. */
import type { Locale } from '../model.ts';
import type { Person, Place, Show } from './chat.ts';
import type { Published } from './note.ts';

/** What someone wants a note to be; what is `null` is found out from the conversation. */
export interface NoteWish {
  /** The conversation: `ref` of one, or of a message in it, or a place in a thread. */
  readonly at: string | Place;
  readonly title: string | null;
  /** Id of an event; '': it belongs to none. */
  readonly event: string | null;
  readonly tags: readonly string[] | null;
  /** Remarks that are left out. */
  readonly left: readonly string[];
  /** Secrets and addresses in it are masked. */
  readonly masked: boolean;
}

/** Who collects. */
export interface Collector {
  readonly platform: string;
  readonly person: Person;
  readonly locale: Locale;
}

/** Why a message is not in a note. */
export type LeftOut =
  | 'opted-out'
  | 'not-agreed'
  | 'not-own'
  | 'program'
  | 'unticked'
  | 'empty'
  | 'bot-itself'
  | 'too-many';

/** A message of a conversation, and whether it would be kept. */
export interface NoteMessage {
  readonly id: string;
  /** As they are to be called; `null`: by no name. */
  readonly author: string | null;
  readonly at: Date;
  readonly edited: boolean;
  /** How it begins, plain text. */
  readonly words: string;
  readonly files: readonly string[];
  readonly leftOut: LeftOut | null;
}

/** Someone who wrote in it. */
export interface NoteAuthor {
  readonly id: string;
  /** What others see in the chat; it is shown to who collects. */
  readonly name: string;
  readonly says: 'yes' | 'no' | null;
  readonly messages: number;
}

export interface FoundSecret {
  /** A code that `words.noteSecret` has a name for. */
  readonly kind: string;
  /** Of the message. */
  readonly id: string;
  /** Its first signs. */
  readonly hint: string;
}

/** A note as it would be. */
export interface NoteLook {
  /** The same for one conversation, whichever message one came by. */
  readonly at: string;
  readonly place: Place;
  readonly title: string;
  readonly event: { readonly id: string; readonly title: string; readonly day: string } | null;
  /** Where several events may be meant. */
  readonly candidates: readonly { readonly id: string; readonly title: string; readonly day: string }[];
  readonly tags: readonly string[];
  /** File that it would stand in. */
  readonly path: string;
  /** What became of the file if it were saved: a new one, a region more, changed, as it is, or a choice because people edited there. */
  readonly change: 'created' | 'added' | 'updated' | 'same' | 'choice';
  readonly messages: readonly NoteMessage[];
  readonly authors: readonly NoteAuthor[];
  /** What has to be masked before it can be saved. */
  readonly secrets: readonly FoundSecret[];
  /** Only the first of them were read: how many there are, as the platform says. */
  readonly cutAt: number | null;
  /** The region as it would stand in the file. */
  readonly text: string;
}

/** A note as it is. */
export interface NoteWritten {
  readonly key: string;
  readonly title: string;
  readonly path: string;
  readonly change: NoteLook['change'];
  readonly kept: number;
  readonly leftOut: number;
  readonly files: number;
  /** Id of the report that it now is; `null`: the folder does not show it. */
  readonly report: string | null;
  /** `null`: nobody publishes. */
  readonly published: Published | null;
}

/** What was deleted of someone. */
export interface Forgotten {
  /** Written anew without them. */
  readonly files: readonly string[];
  readonly records: number;
  readonly at: Date;
}

/** Someone on a platform. */
export interface Whose {
  readonly platform: string;
  readonly id: string;
}

/** A note that somebody's words stand in. */
export interface NotedOf {
  readonly key: string;
  readonly title: string;
  readonly path: string;
  readonly messages: number;
  /** Did they collect it? */
  readonly isCollector: boolean;
}

export interface Noting {
  /** Writes nothing. Throws UserError `notes-…`. */
  look(wish: NoteWish, by: Collector, show?: Show): Promise<NoteLook>;
  /** Reads it again, and keeps it. Throws likewise. */
  write(wish: NoteWish, by: Collector, show?: Show): Promise<NoteWritten>;
  /** Takes back what that person collected last: what the file was before. Throws UserError `notes-undo-…`. */
  undo(by: Whose): Promise<{ readonly title: string; readonly path: string; readonly isGone: boolean }>;
  /** Where people and the bot both changed a note: whose words stay. Throws UserError `notes-gone`. */
  settle(key: string, whose: 'people' | 'bot'): Promise<{ readonly title: string; readonly path: string }>;
  /** Notes that somebody's words stand in, or that they collected. */
  of(who: Whose): Promise<readonly NotedOf[]>;
  /** Writes those notes anew, as somebody now wants it. Resolves to the files that changed. */
  rewrite(who: Whose, show?: Show): Promise<readonly string[]>;
  /** Deletes what is stored of someone, and takes their words out of every note; later ones leave them out as well. */
  forget(who: Whose, show?: Show): Promise<Forgotten>;
  /** Conversations that changed, by the refs that they may have, separated by spaces: they are read again soon. */
  changed(platform: string, refs: string): Promise<void>;
}

/** A conversation that was exported, as a note. */
export interface ExportNote {
  /** Relative to the content folder. */
  readonly path: string;
  /** The whole file, where there is none yet. */
  readonly text: string;
  /** Is it in this file already? */
  readonly isIn: (file: string) => boolean;
  /** That file with it. Throws UserError where its marks are broken. */
  readonly in: (file: string) => string;
  /** What was masked. */
  readonly secrets: readonly FoundSecret[];
  /** How many messages the export says there are, and are not in it. */
  readonly missing: number;
}
