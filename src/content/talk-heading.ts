/** A heading or a list item of a talk → its title and its speakers, in every notation that reports use. */
import type { Speaker } from '../model.ts';
import { narrow, slice, type Inline } from './inline.ts';
import { isNameLike, peopleOf } from './person.ts';
import { DECORATIONS, TRAILERS, UNKNOWN_TITLE } from './talk-words.ts';
import { SPLITS, type Split } from './talk-shapes.ts';

/** How a line names a talk. */
export interface TalkLine {
  /** `null`: the report does not know it (TBD), or the line is a person's name. */
  readonly title: string | null;
  readonly speakers: readonly Speaker[];
  /** The notation by which the speakers were found, `null` if there are none. */
  readonly form: Split['form'] | null;
  /** Can the notation mean nothing else? `name: title` can. */
  readonly isSure: boolean;
  /** Does it say which slot of the meetup it is (`LT1`, `13:00-13:20`, `Session 3:`)? */
  readonly isSlot: boolean;
}

/** Reads a heading. What it says of speakers is a guess where `isSure` is false: the other headings decide. */
export function readTalkLine(line: Inline): TalkLine {
  const { inline, isSlot } = undecorated(line);
  const split = splitOf(inline);
  const whole = split ? split.title : inline;
  return {
    title: whole && titleOf(whole.text),
    speakers: split?.speakers ?? [],
    form: split?.form ?? null,
    isSure: split?.isSure ?? false,
    isSlot,
  };
}

/** Does it say which slot of the meetup it is? The rest of reading it takes ten times as long. */
export const namesSlot = (line: Inline): boolean => undecorated(line).isSlot;

/** The same line if its guess of a speaker is wrong: all of it is title. */
export function withoutSpeakers(line: Inline, read: TalkLine): TalkLine {
  return { ...read, title: titleOf(undecorated(line).inline.text), speakers: [], form: null, isSure: false };
}

interface Found {
  readonly title: Inline | null;
  readonly speakers: readonly Speaker[];
  readonly form: Split['form'];
  readonly isSure: boolean;
}

function splitOf(inline: Inline): Found | null {
  const text = narrow(inline.text);
  for (const { shape, form, isSure } of SPLITS) {
    const match = shape.exec(text);
    const who = match?.indices?.groups?.['who'];
    if (!match || !who) continue;
    const person = slice(inline, ...who);
    const what = match.indices?.groups?.['what'];
    const speakers = isNameLike(person.text) || isList(person.text) ? peopleOf(person) : [];
    if (speakers.length === 0 || (form === 'person' && !isPerson(person.text))) continue;
    return {
      title: what ? slice(inline, ...what) : null,
      speakers,
      form,
      isSure: isSure || /[@＠]\w/.test(person.text),
    };
  }
  return null;
}

/** `枝を切る(@x)` is a title in front of a handle, `山田(@x)` a person. */
function isPerson(text: string): boolean {
  const name = narrow(text)
    .replace(/\(?@[\w-]+\)?/g, '')
    .trim();
  return name === '' || isNameLike(name) || /^\([^()]*\)$/.test(name);
}

function isList(text: string): boolean {
  const names = text.split(/[,、&＆]/);
  return names.length > 1 && names.every((name) => isNameLike(name.trim()));
}

function undecorated(line: Inline): { readonly inline: Inline; readonly isSlot: boolean } {
  let [inline, isSlot] = [withoutTrailer(line), false];
  for (const decoration of DECORATIONS) {
    const match = decoration.shape.exec(narrow(inline.text));
    if (!match || match[0] === '') continue;
    inline = slice(inline, match[0].length);
    isSlot ||= decoration.isSlot;
  }
  // `Keynote:` alone is its own title.
  return inline.text === '' && !/\d/.test(line.text) ? { inline: line, isSlot } : { inline, isSlot };
}

function withoutTrailer(line: Inline): Inline {
  return TRAILERS.reduce((inline, shape) => {
    const match = shape.exec(narrow(inline.text));
    return match && match.index > 0 ? slice(inline, 0, match.index) : inline;
  }, line);
}

const QUOTES: readonly (readonly [string, string])[] = [
  ['『', '』'],
  ['「', '」'],
  ['“', '”'],
  ['"', '"'],
  ['【', '】'],
  ['〝', '〟'],
];

/** Without quotes around all of it and without "(仮)" behind; `null` where it only says that it is not known. */
export function titleOf(text: string): string | null {
  const plain = withoutTrailer({ text: text.trim(), links: [] }).text;
  let title = plain.replace(/\s*[-–—:：|/]+$/, '').trim() || plain;
  for (const [open, close] of QUOTES)
    if (title.startsWith(open) && title.indexOf(close, 1) === title.length - close.length && title.length > 2)
      title = innermost(title, open);
  return title === '' || UNKNOWN_TITLE.test(narrow(title)) ? null : title;
}

/** Quotes of the same kind inside, or others that end there too, are the title's own. */
function innermost(title: string, open: string): string {
  const inner = title.slice(1, -1);
  return inner.includes(open) ? title : inner.trim();
}
