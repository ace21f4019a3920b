/**
 * The part of a file that is the bot's: between two comments on lines of their own. What people wrote around it is theirs, and
 * so is what they changed inside: the second comment says of what bytes the bot's own words were made.
 */
import type { Hash } from '../port.ts';
import { isMentioned, markersIn } from '../content/note-marker.ts';
import type { Marker } from '../content/note-marker.ts';

/** All offsets are those of the text as a string. */
export interface Region {
  readonly key: string;
  /** Address of the conversation, as the first comment has it. */
  readonly url: string | null;
  /** From the first sign of its first line to the last of its last line, whose line end does not belong to it. */
  readonly from: number;
  readonly to: number;
  /** What stands between the two lines. */
  readonly inner: { readonly from: number; readonly to: number };
  /** As the second comment says it. */
  readonly hash: string;
}

/** `none`: there is nothing of that key. `broken`: there is, but nobody can tell where it begins and ends. */
export type Found = Region | 'none' | 'broken';

export function findRegion(text: string, key: string): Found {
  const markers = markersIn(text);
  const at = markers.findIndex((marker) => marker.key === key);
  const [begin, end] = [markers[at], markers[at + 1]];
  if (begin === undefined) return isMentioned(text, key) ? 'broken' : 'none';
  if (!isPair(begin, end) || isOften(markers, key) || isInside(markers, at)) return 'broken';
  return {
    key,
    url: begin.url,
    from: begin.from,
    to: end.to,
    inner: { from: begin.next, to: end.from },
    hash: end.hash ?? '',
  };
}

/** `null`: there is none, or none that anybody can be sure of. */
export function regionIn(text: string, key: string): Region | null {
  const found = findRegion(text, key);
  return typeof found === 'string' ? null : found;
}

const isPair = (begin: Marker, end: Marker | undefined): end is Marker =>
  end !== undefined && end.key === begin.key && isBegin(begin) && !isBegin(end);

const isBegin = ({ hash }: Marker): boolean => hash === null;

const isOften = (markers: readonly Marker[], key: string): boolean =>
  markers.filter((marker) => marker.key === key).length !== 2;

/** Has another one begun before it that ends behind it? */
const isInside = (markers: readonly Marker[], at: number): boolean =>
  markers
    .slice(0, at)
    .some(
      (before) =>
        isBegin(before) && markers.slice(at).some((behind) => behind.key === before.key && !isBegin(behind)),
    );

export const innerOf = (text: string, { inner }: Region): string => text.slice(inner.from, inner.to);

/** Has nobody changed what stands between? A file may have got other line ends on its way. */
export const isTheBots = (text: string, region: Region, hash: Hash): boolean =>
  hash(withLineFeeds(innerOf(text, region))) === region.hash;

/** As the bot prints it. */
export const withLineFeeds = (text: string): string => text.replaceAll(/\r\n?/gu, '\n');

/** What a region says. */
export interface Said extends Pick<Region, 'key' | 'url' | 'hash'> {
  /** Empty, or ends with a line end. */
  readonly inner: string;
}

/** A region as text, without the line end of its last line. */
export const writeRegion = ({ key, url, inner, hash }: Said, lineEnd = '\n'): string =>
  `<!-- notes:begin ${key}${url === null ? '' : ` ${url}`} -->${lineEnd}${inner}<!-- notes:end ${key} ${hash} -->`;

/** How long the line end is that stands right before that place; 0: none does. */
export function lineEndBefore(text: string, at: number): number {
  if (text.startsWith('\r\n', at - 2) && at >= 2) return 2;
  return /[\r\n]/u.test(text.charAt(at - 1)) ? 1 : 0;
}
