/** Talks that people announce in a conversation: what is said from there on is about them. */
import type { Heading } from 'mdast';
import { plainText } from '../content/plain.ts';
import { deckAt } from '../content/slides.ts';
import { namesSlot, readTalkLine, withoutSpeakers } from '../content/talk-heading.ts';
import type { TalkLine } from '../content/talk-heading.ts';
import { linksOf } from '../content/walk.ts';
import type { PlannedTalk, Speaker } from '../port.ts';
import { keyOf } from '../search/key.ts';
import type { Entry, Manuscript } from './manuscript.ts';

/** A talk, with what was said about it; before the first one, no talk. */
export interface Chapter {
  readonly talk: {
    readonly title: string;
    readonly speakers: readonly string[];
    readonly links: readonly string[];
    readonly number: number;
  } | null;
  readonly depth: Heading['depth'];
  readonly entries: readonly Entry[];
  /** Is the whole conversation about it, as its heading says? */
  readonly isWhole: boolean;
}

interface Named {
  readonly title: string;
  readonly speakers: readonly string[];
  /** Which of the event's talks it is, from 1; `null`: none that was planned. */
  readonly planned: number | null;
}

export function chaptersOf({ heading, event, entries }: Manuscript): readonly Chapter[] {
  const planned = event?.talks ?? [];
  const whole = heading === null ? null : (talkIn(heading, planned) ?? plannedTalk(heading, planned));
  const depth = heading === null || whole !== null ? 2 : 3;
  const parts: { named: Named | null; entries: Entry[]; isWhole: boolean }[] = [
    { named: whole, entries: [], isWhole: whole !== null },
  ];
  for (const entry of entries) {
    const named = announcedIn(entry, planned);
    const isNew = named !== null && !parts.some((part) => part.named && isSame(part.named, named));
    if (isNew) parts.push({ named, entries: [entry], isWhole: false });
    else parts.at(-1)?.entries.push(entry);
  }
  // The talks that were planned have their numbers.
  let last = planned.length;
  return parts
    .filter((part) => part.named !== null || part.entries.length > 0)
    .map(({ named, isWhole, entries: said }) => ({
      talk: named && talkOf(named, said, named.planned ?? (last += 1)),
      depth: isWhole || whole === null ? depth : 3,
      entries: said,
      isWhole,
    }));
}

/** Who names a talk again only comes back to it. */
const isSame = (one: Named, other: Named): boolean => keyOf(one.title) === keyOf(other.title);

const talkOf = ({ title, speakers }: Named, said: readonly Entry[], number: number): Chapter['talk'] => ({
  title,
  speakers,
  links: decksIn(said),
  number,
});

/** A line of its own at the beginning of a message. */
function announcedIn({ body, quotes }: Entry, planned: readonly PlannedTalk[]): Named | null {
  const [first] = body.children;
  if (quotes.length > 0 || (first?.type !== 'paragraph' && first?.type !== 'heading')) return null;
  const [line = ''] = plainText(first).split('\n');
  // Slides are often linked behind it.
  return talkIn(line.replaceAll(/https?:\/\/\S+/gu, '').trim(), planned);
}

/** Characters of a line that announces a talk. */
const longestLine = 160;

function talkIn(line: string, planned: readonly PlannedTalk[]): Named | null {
  if (line.length > longestLine) return null;
  const inline = { text: line.trim(), links: [] };
  if (planned.length === 0 && !namesSlot(inline)) return null;
  const read = readTalkLine(inline);
  // `Foo by Bar` may be its whole title.
  const whole = withoutSpeakers(inline, read).title ?? line;
  const known = plannedTalk(whole, planned) ?? plannedTalk(read.title ?? line, planned);
  if (known !== null && isAlone(line, known, read)) return known;
  if (read.title === null || keyOf(read.title).length < 2 || !announces(line, read)) return null;
  return known ?? { title: read.title, speakers: read.speakers.flatMap(nameOf), planned: null };
}

/** What a talk alone begins with: `LT1`, `発表2`, `3本目`, `13:00-13:20`. A time, `Q1:` or `1つ目` begins much else. */
const SLOT =
  /\d:\d{2}\s*[-–—~〜～]|LT|lightning talk|ライトニングトーク|keynote|講演|(?:talk|session|トーク|セッション|発表|presentation|プレゼン)\D{0,3}\d|\d(?:本目|人目|コマ目)/iu;

const OPENS = /[:：|–—「『“"]\s*$/u;

function announces(line: string, { title, speakers, isSlot, isSure }: TalkLine): boolean {
  if (!isSlot || title === null) return false;
  const before = line.slice(0, Math.max(0, line.lastIndexOf(title)));
  return speakers.length > 0 ? isSure || SLOT.test(before) : SLOT.test(before) && OPENS.test(before);
}

const nameOf = ({ name, handle }: Speaker): readonly string[] => {
  const shown = name ?? (handle === null ? null : `@${handle}`);
  return shown === null ? [] : [shown];
};

/** A talk of the event's, by its title. */
function plannedTalk(title: string, planned: readonly PlannedTalk[]): Named | null {
  const key = keyOf(title);
  const index = planned.findIndex((talk) => key !== '' && keyOf(talk.title) === key);
  const found = planned[index];
  return found === undefined ? null : { title: found.title, speakers: found.speakers, planned: index + 1 };
}

/** It says its title and perhaps who speaks, and nothing else. */
const isAlone = (line: string, { title }: Named, read: TalkLine): boolean =>
  read.isSlot || read.speakers.length > 0 || keyOf(line) === keyOf(title);

/** Slides that are linked in it, each once. */
const decksIn = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(
    entries.flatMap(({ body }) =>
      linksOf([body])
        .map(({ url }) => url)
        .filter((url) => /^https?:/u.test(url) && deckAt(url) !== null),
    ),
  ),
];
