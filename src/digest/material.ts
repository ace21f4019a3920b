/** What digests are made of, and what one of them is to be like. */
import type { CatalogueEntry, DigestSetting, Findable, Happening } from '../port.ts';
import type { Content } from './content.ts';

/** All that digests are made of, the same for every channel. */
export interface Material {
  /** From some weeks ago to some weeks ahead, called off ones included. */
  readonly happenings: readonly Happening[];
  readonly reports: readonly CatalogueEntry[];
  /**
   * ISO 8601: since when the bot knows an event, a report, or the slides of a talk, by `event ID`, `report ID`, `slides ID`.
   * What it knew from the beginning is not in there: of a report its own date counts then.
   */
  readonly knownSince: ReadonlyMap<string, string>;
  /** Of the archive, what an event that is coming reminds of, by the event's id. */
  readonly reminds: ReadonlyMap<string, Pick<Findable, 'id' | 'report'>>;
}

export interface Composing {
  readonly setting: DigestSetting;
  /** IANA name: whose weeks and days count. */
  readonly zone: string;
  readonly now: Date;
  /** What is newer is news. */
  readonly since: Date;
  /** What the channel was told before, the last digest last. */
  readonly before: readonly Content[];
}
