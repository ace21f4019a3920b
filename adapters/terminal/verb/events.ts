/** `events [--at TIME]`: what is coming up, one event a line. */
import type { Happening } from '../../../src/port.ts';
import { timeText } from '../../../src/view/date.ts';
import { plainly } from '../../../src/view/safe.ts';
import { askFeeds } from '../feeds.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';

const window = 90 * 24 * 60 * 60 * 1000;

export async function events(asked: Session, at: string | undefined): Promise<number> {
  const from = at === undefined ? new Date() : instantOf(at);
  if (from === null) {
    asked.complain(asked.words.terminal.badTime(at ?? ''));
    return exit.usage;
  }
  const { library, session, close } = await openLibrary(asked, { watch: false, lock: false });
  try {
    await askFeeds(session, library);
    const found = await library.happenings({ from, to: new Date(from.getTime() + window) });
    for (const happening of found)
      session.print(session.json ? JSON.stringify(eventJson(happening)) : line(happening, session));
    return exit.fine;
  } finally {
    await close();
  }
}

const rfc3339 = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** The instant of an RFC 3339 text; `null` for any other text, and for a day that the calendar does not have. */
function instantOf(value: string): Date | null {
  const day = rfc3339.exec(value)?.[1];
  const isDay = day !== undefined && new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day);
  const instant = new Date(value);
  return isDay && !Number.isNaN(instant.getTime()) ? instant : null;
}

/** The form that others rely on. */
function eventJson(happening: Happening): object {
  const { id, title, start, end, place, url, status, sources, series, number, capacity, accepted, inferred } =
    happening;
  return { id, title, start, end, place, url, status, sources, series, number, capacity, accepted, inferred };
}

function line({ start, zone, title, place, status }: Happening, { reader, words }: Session): string {
  const when = timeText({ value: start, zone, style: start.length === 10 ? 'day' : 'moment' }, reader);
  const parts = [when, title, place, status === 'cancelled' ? words.agenda.cancelled : null];
  return plainly(parts.filter((part) => part !== null).join('  '));
}
