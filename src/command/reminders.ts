/** `/meetup reminders`: what one will be reminded of. */
import { UserError } from '../error.ts';
import { endsAt } from '../event/fact.ts';
import { allReminders } from '../event/reminder.ts';
import { span, titleOf } from '../view/agenda.ts';
import { bullets, heading, item, paragraph, root } from '../view/build.ts';
import { labelText } from '../view/short.ts';
import { writeInput } from './input.ts';
import { defineCommand } from './spec.ts';

/** Characters of a button. */
const longestLabel = 60;

/** Buttons of one answer. */
const most = 10;

export const reminders = defineCommand({
  name: 'reminders',
  options: {},
  run: async (_values, { state, library, call, words, locale, now }) => {
    if (state === null) throw new UserError('nothing-remembered');
    const own = (await allReminders(state)).filter(
      ({ who }) => who.platform === call.place.platform && who.id === call.person.id,
    );
    const found = await Array.fromAsync(own, ({ event }) => library.event(event));
    const events = found
      .filter((each) => each !== null)
      .filter(({ happening }) => endsAt(happening) > now().getTime());
    const said = words.event.reminder;
    return {
      body: root(
        heading(3, said.list),
        events.length === 0
          ? paragraph(said.none)
          : bullets(
              events.map(({ happening }) =>
                item(paragraph(titleOf(happening, { words, locale })), paragraph(...span(happening))),
              ),
            ),
      ),
      next: events.slice(0, most).map(({ happening: { id, title } }) => ({
        label: labelText(said.stop(title), longestLabel),
        command: 'remind',
        input: writeInput(id, { off: 'yes' }),
      })),
      data: own.map(({ event, title, minutes }) => ({ event, title, minutes })),
    };
  },
});
