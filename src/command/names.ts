/** Listings of the names that reports have in common: who spoke, and in which series. */
import type { View } from '../port.ts';
import { bullets, heading, item, joined, paragraph, root, strong } from '../view/build.ts';
import { offsetOf, turning } from './paging.ts';
import type { Scene } from './spec.ts';

const pageSize = 20;

/** How many of the names on a page get a button of their own. */
const buttons = 5;

/** One page of all names of a kind, most used first. */
export async function nameListing(kind: 'speaker' | 'series', page: number, scene: Scene): Promise<View> {
  const { library, words } = scene;
  const paging = { page, size: pageSize };
  const offset = offsetOf(paging);
  const { items, total } = await library.names({ kind, limit: pageSize, offset });
  const count = kind === 'speaker' ? words.speaker.talks : words.series.reports;
  return {
    body: root(
      heading(3, total === 0 ? words[kind].none : words[kind].all(total)),
      items.length > 0 &&
        bullets(
          items.map((entry) =>
            item(paragraph(...joined(' · ', [[strong(entry.name)], [count(entry.count)]]))),
          ),
        ),
    ),
    next: [
      ...items.slice(0, buttons).map(({ name, key }) => ({ label: name, command: kind, input: key })),
      ...turning(paging, total, { command: kind, words }),
    ],
    data: { items, total },
  };
}
