/** Where an event takes place, and at which addresses of the web. */
import { decoded } from '../../../src/view/entity.ts';
import { safeUrl } from '../../../src/view/safe.ts';
import { lineOf, linesNamed, type Component } from './component.ts';
import { LONGEST } from './limits.ts';
import { oneLine, unescaped } from './text.ts';

export interface Whereabouts {
  readonly place: string | null;
  readonly address: string | null;
  readonly url: string | null;
  readonly online: string | null;
}

/** Properties that hold the address of a meeting: RFC 7986's own, Google's, Microsoft's. */
const MEETINGS = [
  'CONFERENCE',
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
];

/** Where meetings are held, and streams are shown. */
const ROOMS: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/(?:^|\.)zoom\.us$/u, /^\/(?:j|w|my|s)\//u],
  [/^meet\.(?:google\.com|jit\.si)$/u, /^\/./u],
  [/^teams\.(?:microsoft|live)\.com$/u, /^\/(?:l\/meetup-join|meet)\//u],
  [/(?:^|\.)(?:webex\.com|whereby\.com|ovice\.in|gather\.town)$/u, /^\/./u],
  [/^(?:www\.)?youtube\.com$/u, /^\/live\//u],
  [/^(?:www\.)?twitch\.tv$/u, /^\/./u],
];

/** Locations are a name, and after the first line or comma the address; one that is a link is no place. */
export function whereaboutsOf(component: Component, description: string): Whereabouts {
  const location = unescaped(lineOf(component, 'LOCATION'), LONGEST.place).trim();
  const link = webAddress(location);
  const page = webAddress(lineOf(component, 'URL')?.value);
  const online =
    meetings(component) ??
    (page !== null && isRoom(page) ? page : roomsIn(`${location}\n${description}`)[0]) ??
    null;
  return {
    ...(link === null ? split(location) : { place: null, address: null }),
    url: page ?? (link === online ? null : link),
    online,
  };
}

const meetings = (component: Component): string | null =>
  MEETINGS.flatMap((name) => linesNamed(component, name))
    .map(({ value }) => webAddress(value))
    .find((url) => url !== null) ?? null;

/** A sentence may end behind it. */
const LINK = /https?:\/\/[^\s<>"'()[\]（）「」、。]*[^\s<>"'()[\]（）「」、。.,;:!?]/gu;

/** Addresses in a text at which people meet. */
const roomsIn = (text: string): readonly string[] =>
  (decoded(text).match(LINK) ?? [])
    .map(webAddress)
    .filter((url): url is string => url !== null && isRoom(url));

function isRoom(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  return ROOMS.some(([host, path]) => host.test(hostname) && path.test(pathname));
}

function webAddress(value: string | undefined): string | null {
  const written = value?.trim() ?? '';
  const isOne = /^https?:\/\/\S+$/iu.test(written) && written.length <= LONGEST.address;
  const url = isOne ? safeUrl(written) : null;
  return url !== null && url.length <= LONGEST.address ? url : null;
}

/** As Meetup.com writes it: `Pier 4 (4 Harbour Road, New York, NY)`. */
const BRACKETED = /^([^(,\n]+)\(([^()]*,[^()]*)\)$/u;

function split(location: string): Pick<Whereabouts, 'place' | 'address'> {
  const at = location.search(location.includes('\n') ? /\n/u : /[,，、]/u);
  const parts = at < 0 ? [location] : [location.slice(0, at), location.slice(at + 1)];
  const [, ...bracketed] = BRACKETED.exec(location) ?? [];
  const [name = '', address = ''] = bracketed.length > 0 ? bracketed : parts;
  return { place: lineOrNull(name), address: lineOrNull(address.trim().split('\n').join(', ')) };
}

const lineOrNull = (text: string): string | null => oneLine(text, LONGEST.place) || null;
