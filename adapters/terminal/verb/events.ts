/** `events [--at TIME]`: what is coming up, one event a line. */
import type { Happening } from '../../../src/port.ts';
import { timeText } from '../../../src/view/date.ts';
import { plainly } from '../../../src/view/safe.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';

const window = 90 * 24 * 60 * 60 * 1000;

export async function events(session: Session, at: string | undefined): Promise<number> {
  const from = at === undefined ? new Date() : new Date(at);
  if (!isOfCalendar(from)) {
    session.complain(session.words.terminal.badTime(at ?? ''));
    return exit.usage;
  }
  const opened = await openLibrary(session, { watch: false, lock: false });
  try {
    const found = await opened.library.happenings({ from, to: new Date(from.getTime() + window) });
    for (const happening of found)
      session.print(session.json ? JSON.stringify(eventJson(happening)) : line(happening, session));
    return exit.fine;
  } finally {
    await opened.close();
  }
}

/** Years of four digits: what RFC 3339 can write. */
const isOfCalendar = (instant: Date): boolean =>
  instant.getUTCFullYear() >= 1 && instant.getUTCFullYear() <= 9998;

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
