/** Where on our own pages a name leads. Only the pages themselves link names; in a chat they are text. */
import type { Speaker } from '../port.ts';
import { keyOf, speakerKey } from '../search/key.ts';

/** Addresses; `null` for a name without letters, which has no page. */
export interface OwnPages {
  readonly speaker: (speaker: Speaker) => string | null;
  readonly series: (name: string) => string | null;
  readonly tag: (name: string) => string | null;
  /** A section on the page of its report, both by their ids. */
  readonly section: (report: string, section: string) => string;
  readonly search: (query: string) => string;
}

/** `base`: without a slash at its end. */
export function ownPagesAt(base: string): OwnPages {
  const named = (room: string, key: string): string | null =>
    key === '' ? null : `${base}/${room}/${encodeURIComponent(key)}`;
  return {
    speaker: ({ handle, name }) => named('speakers', speakerKey(handle ?? name ?? '')),
    series: (name) => named('series', keyOf(name)),
    tag: (name) => named('tags', keyOf(name)),
    section: (report, section) => `${base}/reports/${report}#${section}`,
    search: (query) => `${base}/search?${new URLSearchParams({ q: query }).toString()}`,
  };
}
