/** `/meetup upcoming`: what is coming up, in the reader's own time. */
import { UserError } from '../error.ts';
import type { Happening, View } from '../port.ts';
import { bullets, heading, paragraph, root } from '../view/build.ts';
import { happeningItem } from '../view/agenda.ts';
import { endOfDay } from '../event/day.ts';
import { keyOf } from '../search/key.ts';
import { writeInput } from './input.ts';
import { offsetOf, pageOption, turning } from './paging.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';

const pageSize = 10;
const day = 24 * 60 * 60 * 1000;

/** The agenda's window; where nothing is in it, the first event of the next two years is better than an empty page. */
const window = 90 * day;
const farWindow = 731 * day;

export const upcoming = defineCommand({
  name: 'upcoming',
  options: {
    place: { type: 'text', rest: true },
    series: { type: 'text' },
    tag: { type: 'text' },
    until: { type: 'text' },
    page: { type: 'number', min: 1, max: 1000 },
  },
  run: async (asked, scene) => {
    const all = await within(asked.until, scene);
    const fitting = all.filter((happening) => fits(happening, asked));
    return agenda(
      fitting,
      { ...asked, page: asked.page ?? 1, isFiltered: fitting.length < all.length },
      scene,
    );
  },
});

interface Wanted {
  readonly place: string;
  readonly series: string;
  readonly tag: string;
}

async function within(until: string, { library, now, zone }: Scene): Promise<readonly Happening[]> {
  const from = now();
  if (until !== '') {
    const to = endOfDay(until, zone);
    if (to === null) throw new UserError('date-unreadable', { value: until });
    return library.happenings({ from, to });
  }
  const soon = await library.happenings({ from, to: new Date(from.getTime() + window) });
  if (soon.length > 0) return soon;
  const later = await library.happenings({ from, to: new Date(from.getTime() + farWindow) });
  return later.slice(0, 1);
}

/** A filter matches a part of the text, however it is written. */
const has = (value: string | null, part: string): boolean =>
  part === '' || keyOf(value ?? '').includes(keyOf(part));

const fits = ({ place, title, series, tags }: Happening, wanted: Wanted): boolean =>
  (has(place, wanted.place) || has(title, wanted.place)) &&
  has(series, wanted.series) &&
  (wanted.tag === '' || tags.some((tag) => keyOf(tag) === keyOf(wanted.tag)));

function agenda(
  happenings: readonly Happening[],
  asked: Wanted & { readonly until: string; readonly page: number; readonly isFiltered: boolean },
  scene: Scene,
): View {
  const { words } = scene;
  const paging = { page: asked.page, size: pageSize };
  const offset = offsetOf(paging);
  const shown = happenings.slice(offset, offset + pageSize);
  const { place, series, tag, until, page } = asked;
  const named = { series, tag, until };
  const none = asked.isFiltered ? words.agenda.noneMatching : words.agenda.none;
  return {
    body: root(
      heading(3, words.agenda.title),
      shown.length === 0
        ? paragraph(happenings.length === 0 ? none : words.result.pastEnd)
        : bullets(shown.map((happening) => happeningItem(happening, scene))),
    ),
    next: [
      ...turning(paging, happenings.length, { command: 'upcoming', rest: place, named, words }),
      {
        label: words.button.share,
        command: 'share',
        input: `upcoming ${writeInput(place, { ...named, ...pageOption(page) })}`.trim(),
      },
    ],
    data: happenings,
  };
}
