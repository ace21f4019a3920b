/** By what an event is known to be the same, whoever announces it. */
import type { Announcement } from '../model.ts';

interface Known extends Pick<Announcement, 'url' | 'uid'> {
  /** Local day of the start, by the rule where it repeats. */
  readonly day: string;
  /** Occurrences share the address and the UID of their series, and are none the less different. */
  readonly repeats: boolean;
}

/** The names of an event, alone where it happens once, and with its day. */
export function keysOf({ url, uid, day, repeats }: Known): readonly string[] {
  const names = [url === null ? null : addressKey(url), uid === null ? null : `uid ${uid}`];
  return names.flatMap((name) => (name === null ? [] : [...(repeats ? [] : [name]), `${name} ${day}`]));
}

/** The address, however it is written; `null` for what is none. */
export function addressKey(url: string): string | null {
  const parts = URL.parse(url);
  if (parts === null || !/^https?:$/.test(parts.protocol)) return null;
  return `url ${parts.host.replace(/^www\./u, '')}${parts.pathname.replace(/\/+$/u, '')}${parts.search}`;
}

/** An occurrence has the id of what it repeats, and its day; `null`: it happens once. */
export const seriesOf = (id: string): string | null => /^(.+)-\d{8}$/.exec(id)?.[1] ?? null;
