/** A week of March 2027 to test digests with: a channel in Tokyo that has one on Mondays at nine. */
import { usualDigest } from '../../src/content/digest-setting.ts';
import type { Composing, Material } from '../../src/digest/compose.ts';
import { compose } from '../../src/digest/compose.ts';
import type { Candidate, Content } from '../../src/digest/content.ts';
import type { CatalogueEntry, DigestSection, DigestSetting } from '../../src/port.ts';
import { happening } from '../view/happening.ts';

/** Monday at nine in Tokyo, and the Monday before. */
export const now = new Date('2027-03-08T00:00:00Z');
export const since = new Date('2027-03-01T00:00:00Z');

export const setting: DigestSetting = { ...usualDigest, zone: 'Asia/Tokyo' };

export const nothing: Material = { happenings: [], reports: [], knownSince: new Map(), reminds: new Map() };

/** Days after `now`, at seven in the evening in Tokyo. */
export function evening(days: number): string {
  const day = new Date(now.getTime() + days * 24 * 60 * 60_000).toISOString().slice(0, 10);
  return `${day}T19:00:00+09:00`;
}

/** An event that is known for long. */
export const event = happening;

export const report = (facts: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id: 'r',
  file: 'r.md',
  title: 'コンテナの夜',
  date: null,
  series: null,
  number: null,
  talks: facts.parts?.length ?? 0,
  url: null,
  event: null,
  published: null,
  tags: [],
  parts: [],
  ...facts,
});

export const talk = (
  id: string,
  facts: Partial<CatalogueEntry['parts'][number]> = {},
): CatalogueEntry['parts'][number] => ({ id, title: `発表${id}`, speakers: [], slides: [], ...facts });

/** What the channel is told of some material. */
export const told = (material: Partial<Material>, composing: Partial<Composing> = {}): Content =>
  compose({ ...nothing, ...material }, { setting, zone: 'Asia/Tokyo', now, since, before: [], ...composing });

/** Each candidate of a section as `ID: reason`; what is told with `+`. */
export const reasons = ({ candidates }: Content, section: DigestSection): readonly string[] =>
  candidates
    .filter(({ kind }) => kind === section)
    .map(({ id, kept, reason }) => `${kept ? '+' : '-'}${id} ${reason}`);

/** The one candidate of a section. */
export function only<Kind extends DigestSection>(
  { candidates }: Content,
  kind: Kind,
): Extract<Candidate, { kind: Kind }> {
  const all = candidates.filter((each): each is Extract<Candidate, { kind: Kind }> => each.kind === kind);
  const [one] = all;
  if (one === undefined || all.length > 1) throw new Error(`${all.length} candidates of ${kind}`);
  return one;
}
