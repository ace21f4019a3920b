/** Happenings as an agenda: which, when (in the reader's own zone), what, where. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import { endsAt, isWholeDay } from '../event/fact.ts';
import { localAt } from '../event/local.ts';
import type { Happening, Library } from '../port.ts';
import { bullets, item, joined, link, paragraph, strong, time } from './build.ts';
import type { Tongue } from './results.ts';
import { safeUrl } from './safe.ts';
import { seatsOf } from './seats.ts';

const day = 24 * 60 * 60 * 1000;

/** The agenda's window; where nothing is in it, the first event of the next two years is better than an empty page. */
const window = 90 * day;
const farWindow = 731 * day;

/** What is coming within the window. */
export const comingSoon = (library: Library, from: Date): Promise<readonly Happening[]> =>
  library.happenings({ from, to: new Date(from.getTime() + window) });

/** What of that is wanted; where nothing is, the first that is wanted within two years. */
export async function comingUp(
  library: Library,
  from: Date,
  isWanted: (happening: Happening) => boolean = () => true,
): Promise<readonly Happening[]> {
  const soon = (await comingSoon(library, from)).filter(isWanted);
  if (soon.length > 0) return soon;
  const later = await library.happenings({ from, to: new Date(from.getTime() + farWindow) });
  return later.filter(isWanted).slice(0, 1);
}

/** Where a reader's clock stands, as far as it is known. */
export interface Clock extends Tongue {
  /** IANA name: by its days they are grouped. */
  readonly zone: string;
  /** Is that the reader's own? Else each chat says day and time in the one that it knows. */
  readonly isOwn: boolean;
}

/** Happenings by the day on which they start, each day with its name. */
export function agendaOf(happenings: readonly Happening[], clock: Clock): readonly RootContent[] {
  const days = Map.groupBy(happenings, (happening) => dayOf(happening, clock.zone));
  return [...days].flatMap(([date, all]) => [
    paragraph(strong(time(date, clock.zone, 'day'))),
    bullets(all.map((happening) => happeningItem(happening, clock, clock.isOwn ? 'clock' : 'moment'))),
  ]);
}

/** A day without a time is the same everywhere. */
const dayOf = ({ start }: Happening, zone: string): string =>
  isWholeDay(start) ? start : localAt(new Date(start), zone).toPlainDate().toString();

/** One happening as a list item; `style`: how much its start says where it has a time. */
export function happeningItem(
  happening: Happening,
  tongue: Tongue,
  style: 'moment' | 'clock' = 'moment',
): ListItem {
  const { words } = tongue;
  const facts = joined(' · ', [
    span(happening, style),
    happening.place === null ? [] : [happening.place],
    streamOf(happening, tongue),
    seatsOf(happening, tongue),
    happening.status === 'cancelled' ? [words.agenda.cancelled] : [],
    happening.inferred ? [words.agenda.inferred] : [],
    tagsOf(happening, tongue),
  ]);
  return item(paragraph(titleOf(happening, tongue)), paragraph(...facts));
}

/** Its title, leading to our own page of it or to its own; struck through where it is called off. */
export function titleOf(
  { id, title, url, status }: Pick<Happening, 'id' | 'title' | 'url' | 'status'>,
  { pages }: Tongue,
): PhrasingContent {
  const to = pages?.event(id) ?? (url === null ? null : safeUrl(url));
  const name = strong(to === null ? title : link(to, title));
  return status === 'cancelled' ? { type: 'delete', children: [name] } : name;
}

/** Only our own pages have something to lead to. */
const tagsOf = ({ tags }: Happening, { pages }: Tongue): PhrasingContent[] =>
  pages === undefined
    ? []
    : joined(
        ', ',
        tags.map((tag) => [link(pages.events({ tag }), tag)]),
      );

export function streamOf({ online }: Pick<Happening, 'online'>, { words }: Tongue): PhrasingContent[] {
  const url = online === null ? null : safeUrl(online);
  return url === null ? [] : [link(url, words.agenda.online)];
}

/** How long it takes: of a day without a time the days, within one day the second time as a clock. */
export function span(
  { start, end, zone }: Pick<Happening, 'start' | 'end' | 'zone'>,
  style: 'moment' | 'clock' = 'moment',
): (PhrasingContent | string)[] {
  const from = time(start, zone, isWholeDay(start) ? 'day' : style);
  if (end === null || end === start) return [from];
  const last = isWholeDay(start) ? 'day' : sameDay(start, end) ? 'clock' : 'moment';
  return [from, ' – ', time(end, zone, last)];
}

export const isOver = (happening: Pick<Happening, 'start' | 'end' | 'zone'>, now: Date): boolean =>
  endsAt(happening) <= now.getTime();

/** Both have the offset of one zone, so the local day is their first ten characters. */
const sameDay = (start: string, end: string): boolean => start.slice(0, 10) === end.slice(0, 10);
