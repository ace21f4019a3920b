/** A note and its file: only the bytes between the two comments change, and never those that people wrote there. */
import { UserError } from '../error.ts';
import type { Hash } from '../port.ts';
import { markersIn, markerUrl, offerKey } from '../content/note-marker.ts';
import {
  findRegion,
  innerOf,
  isTheBots,
  lineEndBefore,
  regionIn,
  withLineFeeds,
  writeRegion,
} from './region.ts';
import type { Region, Said } from './region.ts';

export interface Merging extends Pick<Region, 'key' | 'url'> {
  /** The file as it is; `null`: there is none. */
  readonly before: string | null;
  /** Front matter of a new file; ends with a line feed. */
  readonly header: string;
  /** Of the note, with line feeds; ends with one. */
  readonly inner: string;
  readonly hash: Hash;
}

export interface Merged {
  readonly text: string;
  /** `choice`: people and the bot both changed it; both stand in the file. */
  readonly did: 'created' | 'added' | 'updated' | 'same' | 'choice';
}

/** Does a file have anything of that note, also where nobody can tell any more where it begins and ends? */
export const holdsNote = (text: string, key: string): boolean =>
  [key, offerKey(key)].some((each) => findRegion(text, each) !== 'none');

/** Throws UserError `notes-marks-broken` where nobody can tell where the note begins and ends. */
export function mergeNote({ before, header, hash, key, url, inner }: Merging): Merged {
  if (markersIn(inner).length > 0) throw new Error('a note can not hold the marks of one');
  const said: Said = { key, url: markerUrl(url), inner, hash: hash(inner) };
  if (before === null) return { text: `${header}\n${writeRegion(said)}\n`, did: 'created' };
  const text = adopted(before, key);
  const region = wholeIn(text, key);
  if (region === null) return { text: appended(text, said), did: 'added' };
  const isOwn = isTheBots(text, region, hash) || isSame(text, region, said);
  const after = isOwn ? spliced(text, region, written(said, lineEndIn(text, region))) : text;
  // People changed it, and the conversation is not what it was when they did.
  const isOpen = !isOwn && region.hash !== said.hash;
  return judged(isOpen ? offered(after, said, hash) : withdrawn(after, key, hash), before, key);
}

/** It is a choice as long as both stand there. */
function judged(text: string, before: string, key: string): Merged {
  if (wholeIn(text, offerKey(key)) !== null) return { text, did: 'choice' };
  return { text, did: text === before ? 'same' : 'updated' };
}

const isSame = (text: string, region: Region, { inner }: Said): boolean =>
  withLineFeeds(innerOf(text, region)) === inner;

/** Where people kept nothing but what was offered to them, that is the note. */
function adopted(text: string, key: string): string {
  const other = findRegion(text, key) === 'none' ? wholeIn(text, offerKey(key)) : null;
  if (other === null) return text;
  return spliced(
    text,
    other,
    writeRegion({ ...other, key, inner: innerOf(text, other) }, lineEndIn(text, other)),
  );
}

function wholeIn(text: string, key: string): Region | null {
  const found = findRegion(text, key);
  if (found === 'broken') throw new UserError('notes-marks-broken', { key });
  return found === 'none' ? null : found;
}

/** Right behind what people made of it, once; where people have changed that as well, nothing takes its place. */
function offered(text: string, said: Said, hash: Hash): string {
  const bare = withdrawn(text, said.key, hash);
  const region = wholeIn(bare, said.key);
  if (region === null || wholeIn(bare, offerKey(said.key)) !== null) return bare;
  const lineEnd = lineEndIn(bare, region);
  const offer = written({ ...said, key: offerKey(said.key) }, lineEnd);
  return spliced(bare, { from: region.to, to: region.to }, lineEnd + offer);
}

/** Without what was offered instead, unless people have changed that. */
function withdrawn(text: string, key: string, hash: Hash): string {
  const other = wholeIn(text, offerKey(key));
  return other !== null && isTheBots(text, other, hash) ? withoutOffer(text, key) : text;
}

/**
 * Ends a choice. `people`: what they wrote stays, and nobody is asked again until the conversation changes; `bot`: what was
 * offered takes its place. A text without a choice stays as it is.
 */
export function settle(text: string, key: string, whose: 'people' | 'bot'): string {
  const region = regionIn(text, key);
  const other = regionIn(text, offerKey(key));
  if (region === null || other === null) return text;
  const inner = innerOf(text, whose === 'bot' ? other : region);
  const chosen = writeRegion({ ...region, inner, hash: other.hash }, lineEndIn(text, region));
  return putBack(text, key, chosen);
}

/** With that for the note as it stands there now: a region as it was cut out of the file once. */
export function putBack(text: string, key: string, former: string): string {
  const bare = withoutOffer(text, key);
  const region = regionIn(bare, key);
  return region === null ? bare : spliced(bare, region, former);
}

/** The file without the note, as it was before the note was added. */
export function removeRegion(text: string, key: string): string {
  const bare = withoutOffer(text, key);
  const region = regionIn(bare, key);
  return region === null ? bare : cut(bare, region);
}

/** What `appended` has put there. */
function cut(text: string, { from, to }: Region): string {
  const end = lineEndAfter(text, to);
  const blank = lineEndBefore(text, from);
  const last = lineEndBefore(text, from - blank);
  // Where it ends with no line end, neither did the file.
  const above = end === 0 ? blank + last : last === 0 ? 0 : blank;
  return spliced(text, { from: from - above, to: to + end }, '');
}

/** Without what was offered instead, and the line end before it where it stands right behind the note. */
function withoutOffer(text: string, key: string): string {
  const other = regionIn(text, offerKey(key));
  if (other === null) return text;
  const behind = regionIn(text, key)?.to ?? -1;
  const isRightBehind = behind === other.from - lineEndBefore(text, other.from);
  return isRightBehind
    ? spliced(text, { from: behind, to: other.to }, '')
    : spliced(text, { from: other.from, to: other.to + lineEndAfter(text, other.to) }, '');
}

const spliced = (text: string, { from, to }: Pick<Region, 'from' | 'to'>, by: string): string =>
  text.slice(0, from) + by + text.slice(to);

/** Behind a blank line; it ends as the file ends, with a line end or with none. */
function appended(text: string, said: Said): string {
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  const lineEnd = text.slice(end - lineEndBefore(text, end), end) || '\n';
  const region = written(said, lineEnd);
  if (text === '') return region;
  return end === text.length ? text + lineEnd + region + lineEnd : text + lineEnd + lineEnd + region;
}

const written = (said: Said, lineEnd: string): string =>
  writeRegion({ ...said, inner: said.inner.replaceAll('\n', () => lineEnd) }, lineEnd);

/** That of its first line: a file keeps its line ends. */
const lineEndIn = (text: string, { inner: { from } }: Region): string =>
  text.slice(from - lineEndBefore(text, from), from);

const lineEndAfter = (text: string, at: number): number =>
  /^(?:\r\n|[\r\n])/u.exec(text.slice(at, at + 2))?.[0].length ?? 0;
