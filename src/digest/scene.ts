/** What each section looks at when it chooses for one channel, and what it has to offer. */
import { localAt } from '../event/local.ts';
import type { DigestItem, DigestReason, DigestSection, DigestSetting } from '../port.ts';
import { keyOf } from '../search/key.ts';
import type { Candidate } from './content.ts';
import type { Composing } from './material.ts';
import type { Labels, Prepared } from './prepared.ts';
import { toldIn } from './told.ts';
import type { Told } from './told.ts';

export interface Scene extends Prepared {
  readonly told: Told;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** ISO 8601: what is newer is news. */
  readonly since: string;
  /** Local days of `since` and of now. */
  readonly sinceDay: string;
  readonly today: string;
  /** Why the channel does not want it; `null`: it does. */
  readonly fault: (labels: Labels) => 'tag' | 'series' | null;
}

/** Something that a section could say. What it is made of is put together only where it is looked at. */
export interface Offer {
  readonly reason: DigestReason;
  readonly labels: Labels;
  readonly rank: Rank;
  /** `reason`: what became of it. */
  readonly tell: (reason: DigestReason) => Candidate;
}

/** Where not all have room, the first stay. */
export type Rank = 'correction' | 'usual' | 'again';

export function sceneOf(prepared: Prepared, { setting, zone, now, since, before }: Composing): Scene {
  return {
    ...prepared,
    told: toldIn(before),
    at: now.getTime(),
    since: since.toISOString(),
    sinceDay: dayOf(since, zone),
    today: dayOf(now, zone),
    fault: faultOf(setting),
  };
}

const dayOf = (instant: Date, zone: string): string => localAt(instant, zone).toPlainDate().toString();

function faultOf(setting: Pick<DigestSetting, 'tags' | 'series'>): Scene['fault'] {
  const tags = new Set(setting.tags.map(keyOf));
  const series = new Set(setting.series.map(keyOf));
  return (labels) => {
    if (tags.size > 0 && !labels.tags.some((tag) => tags.has(tag))) return 'tag';
    if (series.size > 0 && !series.has(labels.series ?? '')) return 'series';
    return null;
  };
}

const reasonsToTell: ReadonlySet<DigestReason> = new Set([
  'new',
  'moved',
  'cancelled',
  'coming',
  'slides',
  'seats',
  'no-report',
  'anniversary',
  'reminds',
]);

export const isToTell = (reason: DigestReason): boolean => reasonsToTell.has(reason);

/** What every candidate says of itself. */
export const itemOf = <Kind extends DigestSection>(
  kind: Kind,
  { id, title, url }: Pick<DigestItem, 'id' | 'title' | 'url'>,
  reason: DigestReason,
): DigestItem & { readonly kind: Kind } => ({ kind, id, title, url, kept: isToTell(reason), reason });
