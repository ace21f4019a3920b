/** By what an event is known to be the same, whoever announces it. */
import type { Announcement } from '../model.ts';

/**
 * The keys of an event, or of its occurrence on a day (`20270310`): occurrences share the address and the UID of their
 * series, and are none the less different.
 */
export function keysOf(
  { url, uid }: Pick<Announcement, 'url' | 'uid'>,
  day: string | null,
): readonly string[] {
  const own = [url === null ? null : addressKey(url), uid === null ? null : `uid ${uid}`];
  return own.filter((key) => key !== null).map((key) => (day === null ? key : `${key} ${day}`));
}

/** The address, however it is written; `null` for what is none. */
export function addressKey(url: string): string | null {
  const parts = URL.parse(url);
  if (parts === null || !/^https?:$/.test(parts.protocol)) return null;
  return `url ${parts.host.replace(/^www\./u, '')}${parts.pathname.replace(/\/+$/u, '')}${parts.search}`;
}
