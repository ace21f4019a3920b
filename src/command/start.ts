/** Bare `/meetup`: what is coming, what is new, what one can ask. */
import { comingSoon, happeningItem } from '../view/agenda.ts';
import { bullets, code, heading, item, numbered, paragraph, root } from '../view/build.ts';
import { reportItems } from '../view/reading.ts';
import { plainly } from '../view/safe.ts';
import { readButtons } from './button.ts';
import { defineCommand } from './spec.ts';

export const start = defineCommand({
  name: 'start',
  listed: false,
  options: {},
  run: async (_values, scene) => {
    const { library, settings, words, now } = scene;
    const coming = await comingSoon(library, now());
    const { items } = await library.reports({ limit: 3, offset: 0 });
    const examples =
      scene.commands.find(({ name }) => name === 'search')?.describe(scene.locale).examples ?? [];
    return {
      body: root(
        heading(2, plainly(words.start.welcome(settings.name))),
        paragraph(words.start.can),
        coming.length > 0 && heading(3, words.start.upcoming),
        coming.length > 0 && bullets(coming.slice(0, 3).map((happening) => happeningItem(happening, scene))),
        items.length > 0 && heading(3, words.start.newest),
        items.length > 0 && numbered(1, reportItems(items, scene)),
        paragraph(words.start.tryOne),
        bullets(examples.map((example) => item(paragraph(code(words.help.write(example)))))),
      ),
      next: [
        ...readButtons(items, { from: 1, back: 'start', words }),
        { label: words.button.upcoming, command: 'upcoming', input: '' },
        { label: words.button.reports, command: 'report', input: '' },
        { label: words.button.speakers, command: 'speaker', input: '' },
        { label: words.button.series, command: 'series', input: '' },
        { label: words.button.help, command: 'help', input: '' },
      ],
      data: { upcoming: coming.slice(0, 3), reports: items },
    };
  },
});
