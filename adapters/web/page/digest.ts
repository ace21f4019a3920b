/** `/digests/ID`: a digest that was kept; `/digests/2027-W09` is the newest one of that period. */
import type { Root } from 'mdast';
import { parseMarkdown } from '../../../src/content/markdown.ts';
import type { KeptDigest } from '../../../src/port.ts';
import { paragraph, root, time } from '../../../src/view/build.ts';
import { belowTitle, outlined } from '../../../src/view/outline.ts';
import { inShort } from '../../../src/view/reading.ts';
import type { Visit } from '../visit.ts';
import type { Show } from './page.ts';

export const digest: Show = async (visit) => {
  const { library, param, zone } = visit;
  const found = digestNamed(param('id'), await library.digests());
  if (found === null) return null;
  const text = digestText(found);
  return {
    title: found.title,
    language: found.locale,
    canonical: digestPage(found, visit),
    description: inShort(text),
    parts: [
      { as: 'facts', tree: root(paragraph(time(found.at, zone, 'day'))) },
      { as: 'text', tree: text },
    ],
  };
};

const digestNamed = (name: string, digests: readonly KeptDigest[]): KeptDigest | null =>
  digests.find(({ id }) => id === name) ??
  digests.find(({ period }) => period === name.toUpperCase()) ??
  null;

export const digestPage = ({ id }: Pick<KeptDigest, 'id'>, { url }: Visit): string => url(`/digests/${id}`);

/** Below a title that stands above it already. */
export const digestText = ({ text, title }: KeptDigest): Root =>
  outlined(belowTitle(parseMarkdown(text), title).body, 1);
