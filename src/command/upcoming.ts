/** `/meetup upcoming`: what is coming up, in the reader's own time. */
import { UserError } from '../error.ts';
import type { Happening, View } from '../port.ts';
import type { Clock } from '../view/agenda.ts';
import { emphasis, heading, paragraph, root } from '../view/build.ts';
import { agendaOf, comingUp } from '../view/agenda.ts';
import { feedAge } from '../view/feed.ts';
import { endOfDay } from '../event/day.ts';
import { keyOf } from '../search/key.ts';
import { eventButtons, shareButton } from './button.ts';
import { writeInput } from './input.ts';
import { writeCall } from './next.ts';
import { offsetOf, pageOption, turning } from './paging.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { suggestOfUpcoming } from './suggest.ts';

const pageSize = 10;

export const upcoming = defineCommand({
  name: 'upcoming',
  options: {
    place: { type: 'text', rest: true, suggest: suggestOfUpcoming(({ place }) => [place]) },
    series: { type: 'text', suggest: suggestOfUpcoming(({ series }) => [series]) },
    tag: { type: 'text', suggest: suggestOfUpcoming(({ tags }) => tags) },
    until: { type: 'text' },
    page: { type: 'number', min: 1, max: 1000 },
  },
  run: async (asked, scene) => {
    const { place, series, tag, until, page = 1 } = asked;
    const happenings = await within(until, scene, (happening) => fits(happening, asked));
    const view = agenda(happenings, { place, series, tag, until, page }, scene);
    return withAges(view, scene);
  },
});

/** What a feed said that does not answer just now is shown with its age. */
async function withAges(view: View, { library, words, now }: Scene): Promise<View> {
  const old = (await library.feeds()).flatMap((feed) => feedAge(feed, words, now()) ?? []);
  if (old.length === 0) return view;
  return { ...view, body: root(...view.body.children, ...old.map((line) => paragraph(emphasis(line)))) };
}

interface Wanted {
  readonly place: string;
  readonly series: string;
  readonly tag: string;
}

/** What fits until that day, or else within the agenda's own window. */
async function within(
  until: string,
  { library, now, zone }: Scene,
  isWanted: (happening: Happening) => boolean,
): Promise<readonly Happening[]> {
  const from = now();
  if (until === '') return comingUp(library, from, isWanted);
  const to = endOfDay(until, zone);
  if (to === null) throw new UserError('date-unreadable', { value: until });
  return (await library.happenings({ from, to })).filter(isWanted);
}

/** A filter matches a part of the text, however it is written. */
const has = (value: string | null, part: string): boolean =>
  part === '' || keyOf(value ?? '').includes(keyOf(part));

const fits = ({ place, address, title, series, tags }: Happening, wanted: Wanted): boolean =>
  [place, address, title].some((text) => has(text, wanted.place)) &&
  has(series, wanted.series) &&
  (wanted.tag === '' || tags.some((tag) => keyOf(tag) === keyOf(wanted.tag)));

/** Where nobody says where the reader is, each chat may know. */
const clockOf = ({ words, locale, zone, call }: Scene): Clock => ({
  words,
  locale,
  zone,
  isOwn: call.person.zone !== undefined,
});

function agenda(
  happenings: readonly Happening[],
  asked: Wanted & { readonly until: string; readonly page: number },
  scene: Scene,
): View {
  const { words } = scene;
  const paging = { page: asked.page, size: pageSize };
  const offset = offsetOf(paging);
  const shown = happenings.slice(offset, offset + pageSize);
  const { place, series, tag, until, page } = asked;
  const named = { series, tag, until };
  const isFiltered = [place, series, tag, until].some((filter) => filter !== '');
  const none = isFiltered ? words.agenda.noneMatching : words.agenda.none;
  const here = writeCall({
    command: 'upcoming',
    input: writeInput(place, { ...named, ...pageOption(page) }),
  });
  return {
    body: root(
      heading(3, words.agenda.title),
      shown.length === 0 && paragraph(happenings.length === 0 ? none : words.result.pastEnd),
      ...agendaOf(shown, clockOf(scene)),
    ),
    next: [
      ...eventButtons(shown, here, scene.locale),
      ...turning(paging, happenings.length, { command: 'upcoming', rest: place, named, words }),
      shareButton(here, words),
    ],
    data: happenings,
  };
}
