/** An event → the file below `events/` from which it is read again. */
import type { Announcement, PlannedTalk } from '../model.ts';
import { writeFrontMatter } from './front-matter-text.ts';
import { printInert } from './inert.ts';
import { parseMarkdown } from './markdown.ts';
import { datedPath } from './slug.ts';

/** What a file can say of an event; `text` is Markdown as someone typed it. */
export type EventText = Pick<Announcement, 'title' | 'start'> &
  Partial<Omit<Announcement, 'id' | 'title' | 'start' | 'changes' | 'accepted' | 'waiting'>>;

/**
 * The file's text: `readEvent` reads the same fields from it, but for spaces around them. Its Markdown holds no HTML and
 * nothing that a site generator would run.
 */
export function writeEvent(event: EventText): string {
  const header = writeFrontMatter({
    title: event.title,
    start: timeOf(event.start),
    end: timeOf(event.end),
    zone: event.zone,
    repeat: event.repeat,
    until: event.until,
    except: event.except,
    place: event.place,
    address: event.address,
    url: event.url,
    online: event.online,
    capacity: event.capacity,
    tags: event.tags,
    series: event.series,
    number: event.number,
    talks: event.talks?.map(talkOf),
    status: event.cancelled === true ? 'cancelled' : null,
    uid: event.uid,
  });
  const body = printInert(parseMarkdown(event.text ?? ''));
  return body === '' ? header : `${header}\n${body}`;
}

/** `events/2027-03-10-docker-meetup-tokyo-12.md` */
export const eventPath = ({ title, start }: Pick<EventText, 'title' | 'start'>): string =>
  datedPath('events', start.slice(0, 10), title);

/** As people write it: `2027-03-10 19:00`. */
const timeOf = (time: string | null | undefined): string | null => time?.replace('T', ' ') ?? null;

const talkOf = ({ title, speakers, minutes }: PlannedTalk): object => ({
  title,
  ...(speakers.length > 0 && { speakers }),
  ...(minutes !== null && { minutes }),
});
