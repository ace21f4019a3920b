/** Events as a platform's own calendar shows them. */

/** An event as it is to stand there. */
export interface Entry {
  /** An address of the web, or another text that no other event has: by it an entry is known again. */
  readonly mark: string;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly start: Date;
  readonly end: Date;
}

/** One that stands there. */
export interface Standing extends Entry {
  readonly ref: string;
  /** Has it begun, or is it over or called off? Then it can not be changed. */
  readonly status: 'scheduled' | 'running' | 'over';
}

export type CalendarStep =
  | { readonly step: 'create'; readonly entry: Entry }
  | { readonly step: 'update'; readonly ref: string; readonly entry: Entry }
  | { readonly step: 'cancel'; readonly ref: string };

/** `refused`: the platform said no, and why. */
export type Applied =
  | { readonly status: 'applied' }
  | { readonly status: 'later'; readonly after: Date }
  | { readonly status: 'refused'; readonly reason: string };

export interface Calendar {
  /** How many entries a workspace can have at once. */
  readonly most: number;
  /** The entry as it stands there, where what is too long is cut: what is known is to be compared with this. */
  readonly shown: (entry: Entry) => Entry;
  /** What the bot has put there, over and called off as well. Rejects where it can not be asked. */
  known(workspace: string): Promise<readonly Standing[]>;
  /** Never rejects for what the platform says. */
  apply(workspace: string, step: CalendarStep): Promise<Applied>;
}
