/** Happenings as an agenda: which, when (in the reader's own zone), what, where. */
import type { ListItem, PhrasingContent } from 'mdast';
import type { Happening, Library } from '../port.ts';
import { item, joined, link, paragraph, strong, time } from './build.ts';
import type { Tongue } from './results.ts';
import { safeUrl } from './safe.ts';

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

/** One happening as a list item. */
export function happeningItem(happening: Happening, { words }: Tongue): ListItem {
  const url = happening.url === null ? null : safeUrl(happening.url);
  const title = strong(url === null ? happening.title : link(url, happening.title));
  const online = happening.online === null ? null : safeUrl(happening.online);
  const isCancelled = happening.status === 'cancelled';
  const name: PhrasingContent = isCancelled ? { type: 'delete', children: [title] } : title;
  const facts = joined(' · ', [
    span(happening),
    happening.place === null ? [] : [happening.place],
    online === null ? [] : [link(online, words.agenda.online)],
    happening.capacity === null ? [] : [words.agenda.seats(happening.capacity)],
    isCancelled ? [words.agenda.cancelled] : [],
    happening.inferred ? [words.agenda.inferred] : [],
  ]);
  return item(paragraph(name), paragraph(...facts));
}

function span({ start, end, zone }: Happening): (PhrasingContent | string)[] {
  const isWholeDay = start.length === 10;
  const from = time(start, zone, isWholeDay ? 'day' : 'moment');
  if (end === null || end === start) return [from];
  const style = isWholeDay ? 'day' : sameDay(start, end) ? 'clock' : 'moment';
  return [from, ' – ', time(end, zone, style)];
}

/** Both have the offset of one zone, so the local day is their first ten characters. */
const sameDay = (start: string, end: string): boolean => start.slice(0, 10) === end.slice(0, 10);
