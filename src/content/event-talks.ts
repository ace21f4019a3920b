/** Talks as organisers type them into a form, one a line: `BuildKit入門 / 山田花子 (20分)`, `Alice: Why containers (15 min)`. */
import type { PlannedTalk, Speaker } from '../model.ts';
import { narrow, type Inline } from './inline.ts';
import { readTalkLine, withoutSpeakers, type TalkLine } from './talk-heading.ts';
import { UNKNOWN_TITLE } from './talk-words.ts';

/** Longer lines are no talks that could be taken apart. */
const LONGEST = 300;

const MINUTES = /\s*[([]\s*(\d{1,3})\s*(?:分間?|min(?:ute)?s?\.?)\s*[)\]]\s*$/iu;
const BULLET = /^\s*(?:[-*+•・]|\d{1,2}[.)])\s+/u;

/** Without spaces it is a sign of a notation before Japanese names and handles alone: TCP／IP. */
const WIDE_SLASH = /\s*／\s*(?=[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}@＠])/gu;

/** Notations that a heading must show to be sure of. Whoever types a line for a talk means them. */
const MEANT: ReadonlySet<TalkLine['form']> = new Set(['by', 'dash', 'slash', 'colon', 'quoted']);

/** A talk for each line that is not empty. Never throws: what is not understood is its title. */
export function readTalkLines(text: string): readonly PlannedTalk[] {
  return text
    .split(/\r\n?|\n/u)
    .map((line) => line.replace(BULLET, '').replace(WIDE_SLASH, ' / ').trim())
    .filter((line) => line !== '')
    .map((line) => (line.length > LONGEST ? { title: line, speakers: [], minutes: null } : talkIn(line)));
}

function talkIn(whole: string): PlannedTalk {
  const timed = MINUTES.exec(narrow(whole));
  const line: Inline = { text: timed ? whole.slice(0, timed.index) : whole, links: [] };
  const read = readTalkLine(line);
  const isMeant = read.isSure || MEANT.has(read.form);
  const { title, speakers } = isMeant ? read : withoutSpeakers(line, read);
  return {
    title: title ?? untitled(line.text),
    speakers: speakers.flatMap(nameOf),
    minutes: timed ? Number(timed[1]) : null,
  };
}

/** `未定 / 山田花子`: what it says instead of a title. */
function untitled(line: string): string {
  const parts = line.split(/[/／:：]/u).map((part) => part.trim());
  return parts.find((part) => UNKNOWN_TITLE.test(narrow(part))) ?? line;
}

const nameOf = ({ name, handle }: Speaker): readonly string[] =>
  name === null ? (handle === null ? [] : [`@${handle}`]) : [name];
