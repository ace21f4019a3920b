/** What a digest says: plain data, kept with it, so that it can be said again when something of it has changed. */
import type { CatalogueEntry, DigestItem, DigestSection, Happening } from '../port.ts';

/** An event as a digest tells it. */
export type ToldEvent = Pick<
  Happening,
  | 'id'
  | 'title'
  | 'start'
  | 'end'
  | 'zone'
  | 'place'
  | 'online'
  | 'url'
  | 'status'
  | 'capacity'
  | 'accepted'
  | 'waiting'
  | 'inferred'
>;

/** A talk of a report as a digest tells it. */
export interface ToldTalk {
  readonly id: string;
  readonly title: string;
  /** As people are called. */
  readonly speakers: readonly string[];
  /** Addresses. */
  readonly slides: readonly string[];
}

export type ToldReport = Pick<CatalogueEntry, 'id' | 'title' | 'date' | 'url' | 'series' | 'number'> & {
  /** How many talks it has, and the first of them. */
  readonly talks: number;
  readonly parts: readonly ToldTalk[];
};

/** What has been put right since it was told is to be told as well: who has read it once does not look again. */
interface PutRight {
  /** As it was told. */
  readonly toldAs?: Pick<ToldEvent, 'start' | 'status'>;
}

/** Something that a digest could say, with all that it takes to say it. */
export type Candidate = DigestItem &
  (
    | ({
        readonly kind: 'events';
        readonly event: ToldEvent;
        readonly movedFrom: string | null;
      } & PutRight)
    | { readonly kind: 'reports'; readonly report: ToldReport }
    | { readonly kind: 'slides'; readonly talk: ToldTalk; readonly report: ToldReport }
    /** `wanted`: speakers for an event that is to come, or a report of one that is over. */
    | ({
        readonly kind: 'calls';
        readonly event: ToldEvent;
        readonly wanted: 'speakers' | 'report';
      } & PutRight)
    /** `years` ago this week; `remindedBy`: the title of the event that is about the same. */
    | {
        readonly kind: 'archive';
        readonly talk: ToldTalk | null;
        readonly report: ToldReport;
        readonly years: number | null;
        readonly remindedBy: string | null;
      }
  );

export interface Content {
  /** In the order in which they are told; what is not said is among them, with its reason. */
  readonly candidates: readonly Candidate[];
  /** Sections in the order in which the channel wants them. */
  readonly sections: readonly DigestSection[];
  /** Of each section, how much there was no room for that is not among the candidates either. */
  readonly beyond?: Readonly<Partial<Record<DigestSection, number>>>;
}

/** Is it told only to who presses a button, for want of room? */
export const isBehindButton = ({ reason }: Candidate): boolean => reason === 'cap' || reason === 'size';

/** Is there nothing that it would say? A find from the archive is something: members like to be reminded. */
export const isEmpty = ({ candidates }: Content): boolean => candidates.every(({ kept }) => !kept);
