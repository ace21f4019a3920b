/** Which chapters of a report are talks. Every heading is weighed by itself first, then by its neighbours. */
import type { Speaker } from '../model.ts';
import type { Chapter } from './chapter.ts';
import { narrow } from './inline.ts';
import type { Setting } from './plain-heading.ts';
import type { ListTalk } from './talk-list.ts';
import { deckAt } from './slides.ts';
import { PROGRAMME } from './talk-words.ts';
import { weighAll, type Weighed } from './weigh.ts';

/** What a chapter turned out to be. */
export interface Verdict {
  readonly isTalk: boolean;
  readonly title: string | null;
  readonly speakers: readonly Speaker[];
  readonly slides: readonly string[];
  /** Talks in its lists; a chapter that is a talk has none. */
  readonly items: readonly ListTalk[];
}

export function judge(chapters: readonly Chapter[], setting: Setting): readonly Verdict[] {
  const weighed = weighAll(chapters, setting);
  const talks = talkIndices(weighed, setting);
  const titles = new Set(weighed.flatMap(({ index, read }) => (talks.has(index) ? (read.title ?? []) : [])));
  return weighed.map((one) => {
    // A programme above the talks is their table of contents, unless it alone has their slides.
    const items = one.items.filter(
      ({ title, slides }) => title === null || slides.length > 0 || !titles.has(title),
    );
    return verdict({ ...one, items: isInside(one, weighed, talks) ? [] : items }, talks.has(one.index));
  });
}

/** Chapters by the chapter that they stand in. */
type Families = ReadonlyMap<number | null, readonly Weighed[]>;

function talkIndices(weighed: readonly Weighed[], setting: Setting): ReadonlySet<number> {
  const families: Families = Map.groupBy(weighed.slice(1), ({ chapter }) => chapter.parent);
  const talks = new Set<number>();
  for (const one of weighed)
    if (one.isStrong && (!isInside(one, weighed, talks) || isOfWrongRank(one, families)))
      talks.add(one.index);
  for (const one of weighed) if (isMadeOfTalks(one, families)) talks.delete(one.index);
  if (!setting.isMeetup && talks.size < 2) return talks;
  for (const [parent, family] of families)
    if (parent === null || !(talks.has(parent) || isInsideOf(parent, weighed, talks)))
      for (const one of unnamedTalks(family, weighed[parent ?? 0], {
        families,
        talks,
        neighbours: setting.hasPage ? 8 : 4,
      }))
        talks.add(one.index);
  return talks.size > 0 ? talks : wholeProgramme(weighed, families, setting);
}

/** Below a talk, a talk of its own must say so clearly, or stand among others: people misplace whole ranks of headings. */
function isOfWrongRank({ chapter, read }: Weighed, families: Families): boolean {
  if (read.speakers.length === 0 || (read.form !== 'by' && read.form !== 'dash')) return false;
  const named = families.get(chapter.parent)?.filter((other) => other.read.speakers.length > 0) ?? [];
  return read.isSure || named.length >= 3;
}

function isInside({ chapter }: Weighed, weighed: readonly Weighed[], talks: ReadonlySet<number>): boolean {
  return chapter.parent !== null && (talks.has(chapter.parent) || isInsideOf(chapter.parent, weighed, talks));
}

function isInsideOf(index: number, weighed: readonly Weighed[], talks: ReadonlySet<number>): boolean {
  const one = weighed[index];
  return one !== undefined && isInside(one, weighed, talks);
}

/** A heading without a speaker above several with one is their topic. */
function isMadeOfTalks(one: Weighed, families: Families): boolean {
  if (one.read.speakers.length > 0) return false;
  const named = families.get(one.index)?.filter(({ read }) => read.speakers.length > 0) ?? [];
  return named.length >= 2;
}

interface Known {
  readonly families: Families;
  readonly talks: ReadonlySet<number>;
  /** Up to how many headings one talk among them vouches for. */
  readonly neighbours: number;
}

/** Among talks, or right below "LT", a heading that is no sentence is a talk too, though nobody is named. */
function unnamedTalks(
  family: readonly Weighed[],
  parent: Weighed | undefined,
  known: Known,
): readonly Weighed[] {
  const isProgramme = parent !== undefined && PROGRAMME.test(narrow(parent.chapter.inline.text));
  const levels = Map.groupBy(family, ({ chapter }) => chapter.level);
  return [...levels.values()].flatMap((neighbours) => {
    const others = neighbours.filter(({ isPlain }) => !isPlain);
    const strong = others.filter(({ index }) => known.talks.has(index)).length;
    const isAmongTalks = isProgramme || (strong > 0 && strong * known.neighbours >= others.length);
    return isAmongTalks ? others.filter((one) => mayBeTalk(one, known)) : [];
  });
}

function mayBeTalk(one: Weighed, { families, talks }: Known): boolean {
  if (one.isPlain || one.items.length > 0 || isSentence(one.chapter.inline.text)) return false;
  return !families.get(one.index)?.some(({ index, items }) => talks.has(index) || items.length > 0);
}

function isSentence(text: string): boolean {
  return /(?:[、。,！!]|ました|ます|です|でした|だった|かった|たい|よう|よね|のか)$/.test(text.trim());
}

/** A report that links to its event and names nobody: the first rank of several headings is its programme. */
function wholeProgramme(
  weighed: readonly Weighed[],
  families: Families,
  { hasPage }: Setting,
): ReadonlySet<number> {
  const talks = new Set<number>();
  if (!hasPage || weighed.some(({ items }) => items.length > 0)) return talks;
  for (const family of families.values()) {
    const titles = family.filter((one) => mayBeTalk(one, { families, talks, neighbours: 0 }));
    if (titles.length < 3 || titles.length * 3 < family.length * 2) continue;
    return new Set(titles.map(({ index }) => index));
  }
  return talks;
}

function verdict(one: Weighed, isTalk: boolean): Verdict {
  const { chapter, read, items } = one;
  if (!isTalk) return { isTalk, title: chapter.inline.text, speakers: [], slides: [], items };
  const speakers =
    [read.speakers, chapter.below, one.slides.flatMap(ownerOf)].find(({ length }) => length > 0) ?? [];
  return { isTalk, title: read.title, speakers, slides: one.slides, items: [] };
}

/** Who uploaded the slides: most likely the speaker whom the report does not name. */
function ownerOf(url: string): readonly Speaker[] {
  const owner = deckAt(url)?.owner;
  return owner ? [owner] : [];
}
