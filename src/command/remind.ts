/** Behind the button *Remind me*: a day and an hour before, or one of them, or no more. */
import { UserError } from '../error.ts';
import { startsAt } from '../event/fact.ts';
import { dropReminder, instantBefore, setReminder, usualMinutes } from '../event/reminder.ts';
import type { Reminder } from '../event/reminder.ts';
import { whoCalls } from '../event/who.ts';
import type { Happening, Next, View } from '../port.ts';
import { bullets, item, paragraph, root, time } from '../view/build.ts';
import { readingOf } from './event.ts';
import { writeInput } from './input.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';

/** Minutes: a week. */
const longest = 7 * 24 * 60;

export const remind = defineCommand({
  name: 'remind',
  listed: false,
  options: {
    event: { type: 'text', rest: true },
    only: { type: 'number', min: 5, max: longest },
    off: { type: 'text' },
  },
  run: async ({ event, only, off }, scene) => {
    const { state, library, call, words, now } = scene;
    if (state === null) throw new UserError('nothing-remembered');
    const { happening } = await readingOf(event, library);
    const { id, keys, title } = happening;
    const minutes = only === undefined ? usualMinutes : [only];
    const reminder: Reminder = { who: whoCalls(call), event: id, keys, title, minutes };
    if (off !== '') {
      await dropReminder(state, reminder);
      return { body: root(paragraph(words.event.reminder.stopped(title))), next: [again(id, scene)] };
    }
    if (startsAt(happening) <= now().getTime() || happening.status === 'cancelled')
      throw new UserError('remind-late', { title });
    await setReminder(state, reminder);
    return setView(happening, minutes, scene);
  },
});

function setView(happening: Happening, minutes: readonly number[], scene: Scene): View {
  const { id, title, zone } = happening;
  const { words, now } = scene;
  const said = words.event.reminder;
  const coming = minutes.flatMap((each) => {
    const at = instantBefore(happening, each);
    return at !== null && at > now().getTime() ? [{ each, at: new Date(at).toISOString() }] : [];
  });
  const others = usualMinutes.filter((each) => minutes.length > 1 || !minutes.includes(each));
  return {
    body: root(
      paragraph(said.set(title)),
      coming.length > 0 &&
        bullets(
          coming.map(({ each, at }) => item(paragraph(said.before(each), ': ', time(at, zone, 'moment')))),
        ),
      paragraph(said.follows),
    ),
    next: [
      ...others.map((each): Next => ({
        label: said.only(said.before(each)),
        command: 'remind',
        input: writeInput(id, { only: each }),
      })),
      { label: said.stopOne, command: 'remind', input: writeInput(id, { off: 'yes' }) },
    ],
    data: { event: id, minutes },
  };
}

const again = (id: string, { words }: Scene): Next => ({
  label: words.event.reminder.button,
  command: 'remind',
  input: id,
});
