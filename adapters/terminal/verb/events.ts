/** `events [--at TIME]`: what is coming up, one event a line. */
import type { Happening } from '../../../src/port.ts';
import { timeText } from '../../../src/view/date.ts';
import { plainly } from '../../../src/view/safe.ts';
import { askFeeds } from '../feeds.ts';
import { instantOf } from '../instant.ts';
import { exit, openLibrary } from '../session.ts';
import type { Session } from '../session.ts';

const window = 90 * 24 * 60 * 60 * 1000;

export async function events(asked: Session, at: string | undefined): Promise<number> {
  const from =
    at === undefined ? new Date() : instantOf(at, (await asked.settings(asked.folder)).settings.zone);
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
