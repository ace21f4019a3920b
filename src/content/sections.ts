/** Chapters and the talks in their lists → sections with ids, in the order of the file. */
import type { RootContent } from 'mdast';
import type { Section } from '../model.ts';
import type { Hash } from '../port.ts';
import type { Chapter } from './chapter.ts';
import { plainText } from './plain.ts';
import type { Verdict } from './talk.ts';
import type { ListTalk } from './talk-list.ts';
import { byItself } from './talk-table.ts';

/** A section and where its text stands: in a chapter, or in one item of a chapter's list, or one row of its table. */
export interface Placed {
  readonly section: Section;
  readonly chapter: number;
  readonly item: ListTalk['item'] | null;
}

export interface Filed {
  readonly path: string;
  readonly hash: Hash;
  readonly chapters: readonly Chapter[];
  readonly verdicts: readonly Verdict[];
}

/**
 * An id is made of what a section is called, and of how many of that name came before, so that an edit elsewhere in
 * the file leaves it alone.
 */
export function placedSections({ path, hash, chapters, verdicts }: Filed): readonly Placed[] {
  const seen = new Map<string, number>();
  const idOf = (heading: string, title: string | null): string => {
    const name = `${heading}\0${title ?? ''}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return hash(`${path}\0${name}\0${before}`);
  };
  const ids: (string | null)[] = [];
  return chapters.flatMap((chapter, index): readonly Placed[] => {
    const verdict = verdicts[index];
    if (!verdict) return [];
    const id = chapter.level === 0 ? null : idOf(chapter.heading, verdict.title);
    ids.push(id);
    const parent = chapter.parent === null ? null : (ids[chapter.parent] ?? null);
    const own =
      id === null
        ? []
        : [{ section: chapterSection(chapter, verdict, { id, parent }), chapter: index, item: null }];
    const items = verdict.items.map((talk) => {
      const place = { id: idOf(chapter.heading, talk.title), parent: id };
      return { section: itemSection(chapter, talk, place), chapter: index, item: talk.item };
    });
    return [...own, ...items];
  });
}

interface Ids {
  readonly id: string;
  readonly parent: string | null;
}

function chapterSection(chapter: Chapter, verdict: Verdict, { id, parent }: Ids): Section {
  return {
    id,
    heading: chapter.heading,
    line: chapter.line,
    title: verdict.title,
    depth: chapter.level,
    parent,
    isTalk: verdict.isTalk,
    speakers: verdict.speakers,
    slides: verdict.slides,
    text: textOf(chapter, verdict),
  };
}

function itemSection(chapter: Chapter, talk: ListTalk, { id, parent }: Ids): Section {
  return {
    id,
    heading: chapter.heading,
    line: talk.item.position?.start.line ?? chapter.line,
    title: talk.title,
    depth: chapter.level + 1,
    parent,
    isTalk: true,
    speakers: talk.speakers,
    slides: talk.slides,
    text: plainText(byItself(talk.item)),
  };
}

/** The text of a chapter's own body; its list's talks have their own. */
export function textOf(chapter: Chapter, verdict: Verdict): string {
  const talks = new Set(verdict.items.map(({ item }) => item));
  const body = chapter.body.map((node): RootContent =>
    node.type === 'list' && talks.size > 0
      ? { ...node, children: node.children.filter((item) => !talks.has(item)) }
      : node,
  );
  return plainText({ type: 'root', children: body });
}
