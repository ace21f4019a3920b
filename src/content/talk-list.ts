/** Talks in lists: `- [@x](…)さん [title](slides)`, `- title by @x`, `- xさん title` beside such, `- [title](slides)`. */
import type { List, ListItem, TableRow } from 'mdast';
import type { Speaker } from '../model.ts';
import { inlineOf, narrow, slice, type Inline } from './inline.ts';
import { handleOf, isNameLike, peopleOf } from './person.ts';
import { deckAt } from './slides.ts';
import { readTalkLine, titleOf } from './talk-heading.ts';
import { CITED, SLIDE_LABEL, SPEAKER_LABEL } from './talk-words.ts';
import { lineOf, linksOf } from './walk.ts';

/** Longer items are prose. */
const MAX_LINE = 300;

export interface ListTalk {
  /** Where it stands in the tree. */
  readonly item: ListItem | TableRow;
  readonly title: string | null;
  readonly speakers: readonly Speaker[];
  readonly slides: readonly string[];
}

interface Candidate extends ListTalk {
  /** Does the item name a speaker by a handle? Then it vouches for its neighbours, too. */
  readonly isSure: boolean;
}

/** The talks in a list. `isCited`: it is one of references, where a deck alone is no talk. */
export function talksInList(list: List, isCited: boolean): readonly ListTalk[] {
  const found = list.children.map((item) => {
    const candidate = candidateOf(item);
    return candidate && isCited && !candidate.isSure ? null : candidate;
  });
  const hasSure = found.some((candidate) => candidate?.isSure === true);
  const talks = list.children.flatMap(
    (item, index) => found[index] ?? (hasSure ? (besideSure(item) ?? []) : []),
  );
  // In notes a handle turns up here and there; a programme is made of talks.
  const isProgramme = talks.length * 2 >= list.children.length;
  return talks.filter(({ slides }) => isProgramme || slides.length > 0);
}

function candidateOf(item: ListItem): Candidate | null {
  const line = firstLine(item);
  if (!line || line.text.length > MAX_LINE || SPEAKER_LABEL.test(narrow(line.text)) || CITED.test(line.text))
    return null;
  const slides = decksIn(item);
  const named = speakerFirst(line) ?? speakerLast(line);
  if (named) return { item, slides, ...named, isSure: true };
  return titleWithSlides(item, line);
}

function firstLine(item: ListItem): Inline | null {
  const paragraph = lineOf(item);
  if (!paragraph) return null;
  const inline = inlineOf(paragraph.children);
  const end = inline.text.indexOf('\n');
  return slice(inline, 0, end < 0 ? undefined : end);
}

type Named = Pick<ListTalk, 'title' | 'speakers'>;

/** `[@x](…)さん title`: a handle, or a name that links to a profile and is addressed as a person, then the title. */
function speakerFirst(line: Inline): Named | null {
  const text = narrow(line.text);
  const link = line.links.find(({ start, url }) => start === 0 && handleOf(url) !== null);
  const end = link?.end ?? /^@[A-Za-z0-9_][\w-]{0,38}/.exec(text)?.[0].length;
  if (end === undefined) return null;
  const rest =
    /^( ?(?:さん|氏|様))?(?:\s*[:|/–—-]\s*|\s+|の(?=[「『])|(?=[「『]))(?!の|が|は|を|に|と|も|による|から|って)(?=\S)/.exec(
      text.slice(end),
    );
  if (!rest || (!text.startsWith('@') && rest[1] === undefined)) return null;
  return {
    title: titleOf(line.text.slice(end + rest[0].length)),
    speakers: peopleOf(slice(line, 0, end)),
  };
}

/** `title by @x`, `title - @x`, `title (@x)`. */
function speakerLast(line: Inline): Named | null {
  const read = readTalkLine(line);
  const isNamed =
    read.isSure &&
    read.form !== 'person' &&
    read.form !== 'prefix' &&
    read.speakers.some(({ handle }) => handle !== null);
  if (isNamed && read.title !== null && read.title.length > 3) return read;
  return read.isSlot && read.speakers.length > 0 ? read : null;
}

/** `[title](slides)` and next to nothing else. */
function titleWithSlides(item: ListItem, line: Inline): Candidate | null {
  const deck = line.links.find(({ url }) => deckAt(url) !== null);
  if (!deck) return null;
  const text = line.text.slice(deck.start, deck.end);
  const isTitle = !/^https?:/.test(text) && text.replace(SLIDE_LABEL, '').trim().length > 3;
  if (!isTitle || SLIDE_LABEL.test(line.text.slice(0, deck.start)) || text.length * 2 < line.text.length)
    return null;
  const read = readTalkLine(line);
  const speakers = read.isSure ? read.speakers : [];
  const title = read.isSure && read.title !== null ? read.title : titleOf(text);
  return { item, title, speakers, slides: decksIn(item), isSure: false };
}

/** `Mookさん title`, `DatadogさんのLT`: enough of a talk where its neighbours surely are. */
function besideSure(item: ListItem): ListTalk | null {
  const line = firstLine(item);
  if (!line || line.text.length > MAX_LINE) return null;
  const text = narrow(line.text);
  const match =
    /^(.{1,24}?)(?:(?<![っッ])(?:さん|氏|様)|(?<=[っッ]さん))(?:\s*:\s*|\s+|(?=[「『])|(の(?:LT|発表|話|お話|セッション|トーク))$)(.*)$/u.exec(
      text,
    );
  const [whole, name = '', kind] = match ?? [];
  if (whole === undefined || !isNameLike(name)) return null;
  const what = line.text.slice(line.text.length - (match?.[3] ?? '').length);
  if (kind === undefined && what === '') return null;
  const title = kind === undefined ? titleOf(what) : line.text;
  return { item, title, speakers: peopleOf(slice(line, 0, name.length)), slides: decksIn(item) };
}

export function decksIn(item: ListTalk['item']): readonly string[] {
  return [...new Set(linksOf([item]).map(({ url }) => url))].filter((url) => deckAt(url) !== null);
}
