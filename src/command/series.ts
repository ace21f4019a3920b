/** `/meetup series`: the meetups of a series in order, or all series. */
import { UserError } from '../error.ts';
import type { View } from '../port.ts';
import { heading, numbered, root } from '../view/build.ts';
import { reportItems } from '../view/reading.ts';
import { readButtons, shareButton } from './button.ts';
import { writeInput } from './input.ts';
import { nameListing } from './names.ts';
import { writeCall } from './next.ts';
import { offsetOf, pageOption, turning } from './paging.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';
import { suggestNames } from './suggest.ts';

const pageSize = 5;

export const series = defineCommand({
  name: 'series',
  options: {
    name: { type: 'text', rest: true, suggest: suggestNames('series') },
    page: { type: 'number', min: 1, max: 10_000 },
  },
  run: ({ name, page = 1 }, scene) =>
    name === '' ? nameListing('series', page, scene) : reportsOf(name, page, scene),
});

async function reportsOf(name: string, page: number, { library, words, locale }: Scene): Promise<View> {
  const known = await library.names({ kind: 'series', like: name, limit: 1, offset: 0 });
  const entry = known.items[0];
  if (entry === undefined) throw new UserError('series-not-found', { name });
  const paging = { page, size: pageSize };
  const offset = offsetOf(paging);
  const { items, total } = await library.reports({ series: entry.key, limit: pageSize, offset });
  const here = writeCall({ command: 'series', input: writeInput(entry.key, pageOption(page)) });
  return {
    body: root(
      heading(3, words.series.reportsOf(entry.name, total)),
      numbered(offset + 1, reportItems(items, { words, locale })),
    ),
    next: [
      ...readButtons(items, { from: offset + 1, back: here, words }),
      ...turning(paging, total, { command: 'series', rest: entry.key, words }),
      { label: words.button.series, command: 'series', input: '' },
      shareButton(here, words),
    ],
    data: { name: entry.name, items, total },
  };
}
