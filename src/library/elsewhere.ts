/** The library as it is for those who can not reach our own pages: what lies there alone has no address. */
import type { Library } from '../port.ts';

/** `base`: of our own pages, without a slash at its end. */
export function elsewhere(all: Library, base: string): Library {
  const shown = <T extends { readonly url: string | null }>(of: T): T =>
    of.url?.startsWith(`${base}/`) === true ? { ...of, url: null } : of;
  return {
    ...all,
    search: async (request) => {
      const answer = await all.search(request);
      return { ...answer, hits: answer.hits.map(shown) };
    },
    reports: async (of) => {
      const page = await all.reports(of);
      return { ...page, items: page.items.map(shown) };
    },
    catalogue: async () => (await all.catalogue()).map(shown),
    read: async (id) => {
      const reading = await all.read(id);
      return reading === null ? null : shown(reading);
    },
  };
}
