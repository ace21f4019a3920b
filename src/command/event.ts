/** `/meetup event NAME`: everything about one event, and what one may do with it. */
import { UserError } from '../error.ts';
import { endsAt, startsAt } from '../event/fact.ts';
import type { EventReading, Happening, Library, Next } from '../port.ts';
import { beginningLike, beginningsOf } from '../search/beginning.ts';
import { speakerKey, unique } from '../search/key.ts';
import { comingUp } from '../view/agenda.ts';
import { eventCard } from '../view/event-card.ts';
import type { Earlier } from '../view/event-card.ts';
import { backButtons, openButton, shareButton } from './button.ts';
import { writeInput } from './input.ts';
import { writeCall } from './next.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { longestValue } from './suggest.ts';
import type { Suggest } from './suggest.ts';

/** Events that are coming up, by their titles; one that several have, or that is too long, by its id. */
export const suggestEvents: Suggest = async (like, { library, now }) => {
  const isLike = beginningLike(like);
  const coming = (await comingUp(library, now())).filter(({ title }) => isLike(beginningsOf([title])));
  const named = Map.groupBy(coming, ({ title }) => title);
  return coming.map(({ id, title, start }) => ({
    label: named.get(title)?.length === 1 ? title : `${title} (${start.slice(0, 10)})`,
    value: named.get(title)?.length === 1 && title.length <= longestValue ? title : id,
  }));
};

export const event = defineCommand({
  name: 'event',
  options: {
    name: { type: 'text', rest: true, suggest: suggestEvents },
    back: { type: 'text', listed: false },
  },
  run: async ({ name, back }, scene) => {
    if (name === '') return scene.run('upcoming', '');
    const reading = await readingOf(name, scene.library);
    const { library, words, locale, now } = scene;
    const { happening } = reading;
    const isOver = endsAt(happening) <= now().getTime();
    const earlier = await earlierTalks(happening, library);
    return {
      body: eventCard(
        { ...reading, earlier, isOver, namesZone: scene.call.person.zone === undefined },
        { words, locale },
      ),
      next: [...waysFrom(reading, scene), ...backButtons(back, words)],
      data: reading,
    };
  },
});

/** Throws UserError `event-not-found`. */
export async function readingOf(name: string, library: Library): Promise<EventReading> {
  const reading = await library.event(name);
  if (reading === null) throw new UserError('event-not-found', { name });
  return reading;
}

function waysFrom({ happening, report }: EventReading, { words, state, now }: Scene): readonly Next[] {
  const { id, status } = happening;
  const isToCome = startsAt(happening) > now().getTime() && status === 'scheduled';
  const here = writeCall({ command: 'event', input: id });
  const { reminder, calendar } = words.event;
  return [
    ...(isToCome && state !== null ? [{ label: reminder.button, command: 'remind', input: id }] : []),
    ...(isToCome ? [{ label: calendar.button, command: 'calendar', input: id }] : []),
    ...(report === null ? [] : [openButton(words.button.report, { id: report.id, back: here })]),
    shareButton(here, words),
  ];
}

/** People whose talks are looked for: each takes a search. */
const mostSpeakers = 8;

/** What the reports know of those who will speak. A talk of the event itself is none that was before. */
async function earlierTalks(happening: Happening, library: Library): Promise<readonly Earlier[]> {
  const speakers = unique(happening.talks.flatMap((talk) => talk.speakers)).slice(0, mostSpeakers);
  const found = await Array.fromAsync(speakers, async (speaker): Promise<Earlier | null> => {
    const key = speakerKey(speaker);
    if (key === '') return null;
    const before = happening.start.slice(0, 10);
    const text = writeInput('', { speaker: key, type: 'talk', before });
    const { hits, total } = await library.search({ text, limit: 5, offset: 0 });
    const newest = hits.toSorted((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1))[0];
    return newest === undefined ? null : { speaker, total, newest };
  });
  return found.filter((each) => each !== null);
}
