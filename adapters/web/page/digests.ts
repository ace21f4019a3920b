/** `/digests`: digests that were kept as files, newest first. */
import { bullets, paragraph, root, time } from '../../../src/view/build.ts';
import { digestPage } from './digest.ts';
import { entry } from './entries.ts';
import { isPastEnd, offsetOf } from './list.ts';
import type { Show } from './page.ts';

const size = 20;

export const digests: Show = async (visit) => {
  const { library, words, zone } = visit;
  const all = await library.digests();
  const items = all.slice(offsetOf(visit, size), offsetOf(visit, size) + size);
  if (isPastEnd(visit, items)) return null;
  const list = items.map((each) =>
    entry(each.title, digestPage(each, visit), [[time(each.at, zone, 'day')]]),
  );
  return {
    title: words.web.place.digests,
    parts: [{ as: 'list', tree: root(all.length === 0 ? paragraph(words.web.digest.none) : bullets(list)) }],
    list: { total: all.length, size },
  };
};
