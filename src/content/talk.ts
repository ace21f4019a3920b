/** Which chapters of a report are talks. Every heading is weighed by itself and by its neighbours. */
import type { Speaker } from '../model.ts';
import type { Chapter } from './chapter.ts';
import { isPlainHeading } from './plain-heading.ts';
import { ownSlides } from './slides.ts';
import { withoutSpeakers, type TalkLine } from './talk-heading.ts';
import { talksInLists, type ListTalk } from './talk-list.ts';

/** What a chapter turned out to be. */
export interface Verdict {
  readonly isTalk: boolean;
  readonly title: string | null;
  readonly speakers: readonly Speaker[];
  readonly slides: readonly string[];
  /** Talks in its lists; a chapter that is a talk has none. */
  readonly items: readonly ListTalk[];
}

/** What is known of the report: is it about a meetup at all, and by what names does it go? */
export interface Setting {
  readonly isMeetup: boolean;
  readonly names: readonly string[];
}

/** A chapter with all that speaks for it. */
interface Weighed {
  readonly chapter: Chapter;
  readonly index: number;
  readonly read: TalkLine;
  readonly slides: readonly string[];
  readonly items: readonly ListTalk[];
  /** Breaks, thanks, links: what no report means as a talk. */
  readonly isPlain: boolean;
  /** Does something besides its place say that it is a talk? */
  readonly isStrong: boolean;
}

export function judge(chapters: readonly Chapter[], setting: Setting): readonly Verdict[] {
  const accepted = acceptedForms(chapters, setting);
  const weighed = chapters.map((chapter, index) => weigh(chapter, index, { accepted, setting, chapters }));
  const talks = talkIndices(weighed, setting);
  return weighed.map((one) => verdict(one, talks.has(one.index)));
}

/** How often a notation that may be mere words must turn up in a file before it names speakers. */
const NEEDED: Readonly<Record<string, number>> = { dash: 2, by: 2, slash: 2, paren: 2, quoted: 2, colon: 3 };

function acceptedForms(chapters: readonly Chapter[], { isMeetup }: Setting): ReadonlySet<string> {
  const forms = chapters.flatMap(({ read }) => read.form ?? []);
  const unsure = new Set(
    chapters.flatMap(({ read }) => (read.form !== null && !read.isSure ? [read.form] : [])),
  );
  const accepted = [...unsure].filter((form) => {
    const count = forms.filter((other) => other === form).length;
    if (form === 'colon') return count >= 3 && count * 2 > chapters.length;
    const needed = isMeetup && (form === 'dash' || form === 'by') ? 1 : (NEEDED[form] ?? 2);
    return count >= needed;
  });
  return new Set(accepted);
}

interface Scales {
  readonly accepted: ReadonlySet<string>;
  readonly setting: Setting;
  readonly chapters: readonly Chapter[];
}

function weigh(chapter: Chapter, index: number, { accepted, setting, chapters }: Scales): Weighed {
  const { inline, body, below } = chapter;
  const isKnown = chapter.read.form === null || chapter.read.isSure || accepted.has(chapter.read.form);
  const read = isKnown ? chapter.read : withoutSpeakers(inline, chapter.read);
  const isPlain = chapter.level === 0 || isPlainHeading({ chapter, read, setting, chapters });
  const isNamed = read.speakers.length > 0 || read.isSlot;
  const speakers = read.speakers.length > 0 ? read.speakers : below;
  const slides = [...linkedDecks(chapter), ...ownSlides(body, { title: read.title, speakers })];
  const isReference = /参考|参照|関連|リンク|links?$|references?|see also/i.test(inline.text);
  const items = isNamed || below.length > 0 ? [] : talksInLists(body, isReference);
  return {
    chapter,
    index,
    read,
    slides: isPlain ? [] : [...new Set(slides)],
    items,
    isPlain,
    isStrong: !isPlain && items.length === 0 && (isNamed || below.length > 0 || slides.length > 0),
  };
}

/** A heading that links to slides is the title of that deck. */
function linkedDecks({ phrasing }: Chapter): readonly string[] {
  return phrasing.length === 0
    ? []
    : ownSlides([{ type: 'paragraph', children: [...phrasing] }], { title: null, speakers: [] });
}

function talkIndices(weighed: readonly Weighed[], { isMeetup }: Setting): ReadonlySet<number> {
  const talks = new Set<number>();
  for (const one of weighed)
    if (one.isStrong && (!isInside(one, weighed, talks) || isNamedTalk(one))) talks.add(one.index);
  for (const one of weighed) if (isMadeOfTalks(one, weighed, talks)) talks.delete(one.index);
  if (!isMeetup && talks.size < 2) return talks;
  for (const one of weighed)
    if (isLikeItsNeighbours(one, weighed, talks) && !isInside(one, weighed, talks)) talks.add(one.index);
  return talks;
}

function isNamedTalk({ read }: Weighed): boolean {
  return read.speakers.length > 0;
}

/** Does it stand below a talk? */
function isInside({ chapter }: Weighed, weighed: readonly Weighed[], talks: ReadonlySet<number>): boolean {
  for (let parent = chapter.parent; parent !== null; parent = weighed[parent]?.chapter.parent ?? null)
    if (talks.has(parent)) return true;
  return false;
}

/** A heading without a speaker above several with one is their topic. */
function isMadeOfTalks(one: Weighed, weighed: readonly Weighed[], talks: ReadonlySet<number>): boolean {
  if (!talks.has(one.index) || isNamedTalk(one)) return false;
  return weighed.filter((other) => other.chapter.parent === one.index && isNamedTalk(other)).length >= 2;
}

/** Among talks a heading of the same rank that is no sentence is one too, though nobody is named. */
function isLikeItsNeighbours(one: Weighed, weighed: readonly Weighed[], talks: ReadonlySet<number>): boolean {
  if (one.isPlain || one.isStrong || one.items.length > 0 || isSentence(one.chapter.inline.text))
    return false;
  const hasTalksBelow = weighed.some(
    ({ chapter, index }) => chapter.parent === one.index && talks.has(index),
  );
  if (hasTalksBelow) return false;
  const neighbours = weighed.filter(
    ({ chapter, isPlain }) =>
      !isPlain && chapter.parent === one.chapter.parent && chapter.level === one.chapter.level,
  );
  const strong = neighbours.filter(({ index, isStrong }) => isStrong && talks.has(index)).length;
  return strong > 0 && strong * 4 >= neighbours.length;
}

function isSentence(text: string): boolean {
  return /(?:[、。,！!]|ました|ます|です|でした|だった|かった|たい|よう|よね|のか)$/.test(text.trim());
}

function verdict(one: Weighed, isTalk: boolean): Verdict {
  const { chapter, read, items } = one;
  if (!isTalk) return { isTalk, title: chapter.inline.text, speakers: [], slides: [], items };
  const speakers = read.speakers.length > 0 ? read.speakers : chapter.below;
  return { isTalk, title: read.title, speakers, slides: one.slides, items: [] };
}
