/** Headings that are part of every meetup and no talk: breaks, thanks, the meetup's own name. */
import type { Chapter } from './chapter.ts';
import { isEventPage } from './event-hosts.ts';
import { narrow } from './inline.ts';
import { lettersOf } from './letters.ts';
import type { TalkLine } from './talk-heading.ts';
import { NO_TALK, NO_TALK_SHAPES } from './talk-words.ts';

/** What is known of the report: is it about a meetup, does it link to its event, and by what names does it go? */
export interface Setting {
  readonly isMeetup: boolean;
  readonly hasPage: boolean;
  readonly names: readonly string[];
}

interface Asked {
  readonly chapter: Chapter;
  readonly read: TalkLine;
  readonly setting: Setting;
  readonly chapters: readonly Chapter[];
}

export function isPlainHeading({ chapter, read, setting, chapters }: Asked): boolean {
  const text = narrow(chapter.inline.text).toLowerCase().trim();
  const letters = lettersOf(text);
  if (!read.isSure && isNameOf(letters, setting)) return true;
  if (read.speakers.length > 0) return false;
  if (isNoTalk(text)) return true;
  if (read.isSlot) return false;
  if (chapter.inline.links.some(({ url }) => isEventPage(url))) return true;
  return isTitle(chapter, chapters);
}

/** Is it the report's title or the meetup's name, or a part of them? */
function isNameOf(letters: string, { names }: Setting): boolean {
  return letters.length > 3 && names.some((name) => lettersOf(name).includes(letters));
}

function isNoTalk(text: string): boolean {
  const bare = text.replace(/^[^\p{L}\p{N}(]+|[^\p{L}\p{N})]+$/gu, '');
  const unnumbered = bare.replace(/^\d{1,2}[.)]\s*/, '').replace(/\s*\(.{1,20}\)$/, '');
  return NO_TALK.has(bare) || NO_TALK.has(unnumbered) || NO_TALK_SHAPES.some((shape) => shape.test(bare));
}

/** The first heading of a file, if no other has its rank: the file's title once more. */
function isTitle(chapter: Chapter, chapters: readonly Chapter[]): boolean {
  if (chapters[1] !== chapter || chapters.length < 3) return false;
  return chapters.slice(2).every(({ level }) => level > chapter.level);
}
