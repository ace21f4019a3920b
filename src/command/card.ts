/** What an address of the community's own pages leads to: for platforms that ask what stands behind a link. */
import { UserError } from '../error.ts';
import type { Library, Reading } from '../port.ts';
import { cardOf } from '../view/card.ts';
import { defineCommand } from './spec.ts';

export const card = defineCommand({
  name: 'card',
  answer: 'public',
  listed: false,
  options: { address: { type: 'text', rest: true } },
  run: async ({ address }, scene) => {
    const { library } = scene;
    const reading = await readingAt(address, library);
    if (reading === null) throw new UserError('report-gone');
    return { body: cardOf(reading, scene), next: [], data: reading };
  },
});

/** Reports that are looked through at a time. */
const pageSize = 500;

/** What an address of our own pages ends in: the report, and the part of it. */
const ownPath = /\/reports\/([a-z0-9]{10})\/?$/;

/** `null` where no report stands there. That the domain is ours is for whoever asks. */
async function readingAt(address: string, library: Library): Promise<Reading | null> {
  const url = URL.parse(address);
  if (url === null) return null;
  const id = ownPath.exec(url.pathname)?.[1] ?? (await idAt(url, library));
  if (id === null) return null;
  const candidates = await Promise.all([url.hash.slice(1), id].map((each) => library.read(each)));
  return candidates.find((reading) => reading?.report.id === id) ?? null;
}

/** On the community's own site, whose pages the settings know. */
async function idAt(url: URL, library: Library): Promise<string | null> {
  const wanted = placeOf(url);
  for (let offset = 0; ; offset += pageSize) {
    const { items, total } = await library.reports({ limit: pageSize, offset });
    const found = items.find((entry) => entry.url !== null && isAt(entry.url, wanted));
    if (found !== undefined) return found.id;
    if (offset + pageSize >= total) return null;
  }
}

const isAt = (address: string, place: string): boolean => {
  const url = URL.parse(address);
  return url !== null && placeOf(url) === place;
};

/** The same page, however it is written: with a slash at its end or the name of its file, and wherever one came from. */
const placeOf = ({ host, pathname }: URL): string => host + pathname.replace(/(?:\/|\/index\.html)$/, '');
