/** `/speakers`, `/series`, `/tags`: names that reports have in common, the most frequent first. */
import { bullets, paragraph, root } from '../../../src/view/build.ts';
import type { Words } from '../../../src/words/index.ts';
import { nameEntry } from './entries.ts';
import { isPastEnd, offsetOf } from './list.ts';
import type { Show } from './page.ts';

const size = 100;

/** By the room that they have on the site. */
const kinds = {
  speakers: {
    kind: 'speaker',
    as: 'names',
    counted: ({ speaker }: Words) => speaker.talks,
    none: ({ speaker }: Words) => speaker.none,
  },
  series: {
    kind: 'series',
    as: 'names',
    counted: ({ series }: Words) => series.reports,
    none: ({ series }: Words) => series.none,
  },
  tags: {
    kind: 'tag',
    as: 'chips',
    counted: () => String,
    none: ({ web }: Words) => web.noTags,
  },
} as const;

export function namesIn(room: keyof typeof kinds): Show {
  const { kind, as, counted, none } = kinds[room];
  return async (visit) => {
    const { library, words, pages } = visit;
    const { items, total } = await library.names({ kind, limit: size, offset: offsetOf(visit, size) });
    if (isPastEnd(visit, items)) return null;
    const list = bullets(items.map((each) => nameEntry(each, pages.name(room, each.key), counted(words))));
    return {
      title: words.web.place[room],
      parts: [{ as, tree: root(total === 0 ? paragraph(none(words)) : list) }],
      list: { total, size },
    };
  };
}
