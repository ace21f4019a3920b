/** The two comments around what is the bot's in a file, each on a line of its own: where they stand, and what they say. */

export interface Marker {
  readonly key: string;
  /** Of the conversation; only the first comment may have one. */
  readonly url: string | null;
  /** `null`: it is the first of the two. */
  readonly hash: string | null;
  /** Offsets of its line without the line end, and of the line behind it. */
  readonly from: number;
  readonly to: number;
  readonly next: number;
}

/** `[a-z0-9]{10}`; that of what the bot would write, where people have changed what it wrote, ends in `.incoming`. */
const KEY = String.raw`[a-z0-9]{10}(?:\.incoming)?`;

/** Characters of an address; of a longer one nothing is written. */
const longest = 2000;

const OPENING = '<!-- notes:';

/** No marker is longer. */
const longestLine = longest + 100;

/** A line, with its line end. */
const LINE = new RegExp(
  String.raw`^${OPENING}(?:begin (?<begun>${KEY})(?: (?<url>[!-;=?-~]{1,${longest}}))?|end (?<ended>${KEY}) (?<hash>[a-z0-9]{10})) -->(?<lineEnd>\r\n|[\r\n]|$)`,
);

/** Of the region of what the bot would write, where people have changed what it wrote. */
export const offerKey = (key: string): string => `${key}.incoming`;

/** All of a text, from its beginning to its end. Lines end as in CommonMark: with a line feed, a carriage return, or both. */
export function markersIn(text: string): readonly Marker[] {
  const markers: Marker[] = [];
  for (let from = text.indexOf(OPENING); from >= 0; from = text.indexOf(OPENING, from + 1)) {
    const marker = beginsLine(text, from) ? markerAt(text, from) : null;
    if (marker !== null) markers.push(marker);
  }
  return markers;
}

/** A byte order mark is not part of the first line. */
const beginsLine = (text: string, at: number): boolean =>
  at === 0 || (at === 1 && text.startsWith('\uFEFF')) || /[\r\n]/u.test(text.charAt(at - 1));

function markerAt(text: string, from: number): Marker | null {
  const line = LINE.exec(text.slice(from, from + longestLine));
  const { begun, url, ended, hash, lineEnd = '' } = line?.groups ?? {};
  const key = begun ?? ended;
  if (line === null || key === undefined) return null;
  const next = from + line[0].length;
  return { key, url: url ?? null, hash: hash ?? null, from, to: next - lineEnd.length, next };
}

/** Does it say anything of that key, also where that is no marker any more: indented, or on a line with something else? */
export const isMentioned = (text: string, key: string): boolean =>
  new RegExp(
    String.raw`<!--\s*notes:\s*(?:begin|end)\s+${key.replace('.', String.raw`\.`)}(?![a-z0-9.])`,
  ).test(text);

/** An address as the first comment may have it: nothing in it ends a comment or a line, or begins a template. `null`: too long. */
export function markerUrl(url: string | null): string | null {
  if (url === null) return null;
  const safe = url
    .toWellFormed()
    .replaceAll(/[^!-;=?-z|~]/gu, encodeURIComponent)
    .replaceAll('--', '-%2D');
  return safe === '' || safe.length > longest ? null : safe;
}

/** The text without what is only offered to its authors; lines keep their numbers. */
export const withoutOffers = (text: string): string =>
  text.includes(offerKey('')) ? blanked(text, (key) => key.endsWith(offerKey(''))) : text;

/** The text without what people said in conversations; lines keep their numbers. */
export const withoutNotes = (text: string): string => blanked(text, () => true);

function blanked(text: string, isMeant: (key: string) => boolean): string {
  const markers = markersIn(text);
  const regions = markers.flatMap((begin, at) => {
    const end = markers[at + 1];
    const isPair = begin.hash === null && end?.key === begin.key && end.hash !== null;
    return isPair && isMeant(begin.key) ? [{ from: begin.from, to: end.to }] : [];
  });
  return regions.reduceRight(
    (rest, { from, to }) =>
      rest.slice(0, from) + text.slice(from, to).replaceAll(/[^\r\n]/gu, '') + rest.slice(to),
    text,
  );
}
