/** Where on our own pages a name leads. Only the pages themselves link names; in a chat they are text. */
import type { Speaker } from '../port.ts';
import { keyOf, speakerKey } from '../search/key.ts';
import { longestToken } from '../search/query.ts';

/** Addresses; `null` for a name that has no page: one without letters, or one too long to be searched for. */
export interface OwnPages {
  /** Of a name in a room of the site, by its key. */
  readonly name: (room: 'speakers' | 'series' | 'tags', key: string) => string | null;
  readonly speaker: (speaker: Speaker) => string | null;
  readonly series: (name: string) => string | null;
  readonly tag: (name: string) => string | null;
  /** An event by its id, and the events of a series or with a tag that are coming up. */
  readonly event: (id: string) => string;
  readonly events: (of: { readonly series?: string; readonly tag?: string }) => string;
  /** A section on the page of its report, both by their ids. */
  readonly section: (report: string, section: string) => string;
  readonly search: (query: string) => string;
}

/** `base`: without a slash at its end. */
export function ownPagesAt(base: string): OwnPages {
  const name: OwnPages['name'] = (room, key) =>
    key === '' || key.length > longestToken ? null : `${base}/${room}/${encodeURIComponent(key)}`;
  return {
    name,
    speaker: ({ handle, name: called }) => name('speakers', speakerKey(handle ?? called ?? '')),
    series: (called) => name('series', keyOf(called)),
    tag: (called) => name('tags', keyOf(called)),
    event: (id) => `${base}/events/${id}`,
    events: (of) => `${base}/events?${new URLSearchParams(of).toString()}`,
    section: (report, section) => `${base}/reports/${report}#${section}`,
    search: (query) => `${base}/search?${new URLSearchParams({ q: query }).toString()}`,
  };
}
