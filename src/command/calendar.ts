/** Behind the button *Add to calendar*: links for those that take one, a file for all others. */
import type { View } from '../port.ts';
import { bullets, heading, item, link, paragraph, root } from '../view/build.ts';
import { googleLink, outlookLink } from '../view/calendar-link.ts';
import { calendarOf } from '../view/ical.ts';
import { plainly } from '../view/safe.ts';
import { readingOf } from './event.ts';
import { defineCommand } from './spec.ts';

/** Where a bot has no pages of its own, what it announces is named by this. The pages name it by their host. */
const nowhere = 'meetup-bot';

export const calendar = defineCommand({
  name: 'calendar',
  listed: false,
  options: { event: { type: 'text', rest: true } },
  run: async ({ event }, { library, settings, words, now, publicPages }): Promise<View> => {
    const { happening } = await readingOf(event, library);
    const said = words.event.calendar;
    const name = plainly(words.start.welcome(settings.name));
    const host = publicPages === null ? nowhere : new URL(publicPages).hostname;
    const text = calendarOf([happening], { name, url: '', now: now(), host });
    return {
      body: root(
        heading(3, said.title(happening.title)),
        bullets([
          item(paragraph(link(googleLink(happening), said.google))),
          item(paragraph(link(outlookLink(happening), said.outlook))),
        ]),
        paragraph(said.attached),
        publicPages !== null && paragraph(said.all, ' ', link(`${publicPages}/events.ics`)),
      ),
      next: [],
      files: [{ name: `${happening.id}.ics`, type: 'text/calendar', text }],
      data: happening,
    };
  },
});
