/** What speaks for a chapter being a talk: its heading, the lines below it, its slides; its place comes later. */
import type { RootContent } from 'mdast';
import type { Chapter } from './chapter.ts';
import { isPlainHeading, type Setting } from './plain-heading.ts';
import { deckAt, ownSlides } from './slides.ts';
import { withoutSpeakers, type TalkLine } from './talk-heading.ts';
import { talksInList, type ListTalk } from './talk-list.ts';
import { talksInTable } from './talk-table.ts';
import { linksOf } from './walk.ts';

export interface Weighed {
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

export function weighAll(chapters: readonly Chapter[], setting: Setting): readonly Weighed[] {
  const accepted = acceptedForms(chapters, setting);
  return chapters.map((chapter, index) => weigh(chapter, index, { accepted, setting, chapters }));
}

/** How often a notation that may be mere words must turn up in a file before it names speakers. */
const NEEDED: Readonly<Record<string, number>> = {
  dash: 2,
  by: 2,
  slash: 2,
  paren: 2,
  quoted: 2,
  colon: 3,
  spaced: 3,
};

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
  const isPlain = inline.text === '' || isPlainHeading({ chapter, read, setting, chapters });
  const isNamed = read.speakers.length > 0 || read.isSlot;
  const speakers = read.speakers.length > 0 ? read.speakers : below;
  const slides = [...linkedDecks(chapter), ...ownSlides(body, { title: read.title, speakers })];
  const isReference = /参考|参照|関連|リンク|links?$|references?|see also/i.test(inline.text);
  const items = isNamed || below.length > 0 ? [] : body.flatMap((block) => talksIn(block, isReference));
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

/** Lists and tables name talks in the order in which they stand. */
function talksIn(block: RootContent, isReference: boolean): readonly ListTalk[] {
  if (block.type === 'list') return talksInList(block, isReference);
  return block.type === 'table' ? talksInTable(block) : [];
}

/** A heading that links to slides is the title of that deck. */
function linkedDecks({ phrasing }: Chapter): readonly string[] {
  return linksOf(phrasing).flatMap(({ url }) => (deckAt(url) ? [url] : []));
}
