/** The ways on from a report or a talk: its pages, the talks beside it, the whole report, and back. */
import type { Next, Reading } from '../port.ts';
import { talksOf } from '../view/reading.ts';
import type { Words } from '../words/index.ts';
import { backButtons, openButton, readButtons, shareButton } from './button.ts';
import { writeInput } from './input.ts';
import { writeCall } from './next.ts';
import { pageOption } from './paging.ts';

/** Where in a reading a person is. `back`: the call that Back makes, '' for none. */
export interface Position {
  readonly page: number;
  readonly back: string;
}

const idOf = ({ section, report }: Reading): string => section?.id ?? report.id;

/** From one of `count` pages of text. */
export function waysOn(
  reading: Reading,
  position: Position & { readonly count: number },
  words: Words,
): Next[] {
  const { page, count, back } = position;
  const id = idOf(reading);
  const turn = (target: number): Next => openButton(words.button.page(target), { id, page: target, back });
  return [
    ...(page < count ? [turn(page + 1)] : []),
    ...(page > 1 ? [turn(page - 1)] : []),
    ...neighbours(reading, back, words),
    ...leaving(reading, position, words),
  ];
}

/** From the table of contents. */
export const waysIn = (reading: Reading, position: Position, words: Words): Next[] => [
  openButton(words.button.readAll, { id: reading.report.id, page: 1, back: position.back }),
  ...readButtons(talksOf(reading), { from: 1, back: position.back, words }),
  ...leaving(reading, position, words),
];

function neighbours(reading: Reading, back: string, words: Words): Next[] {
  if (reading.section === null) return [];
  const talks = talksOf(reading);
  const at = talks.findIndex(({ id }) => id === reading.section?.id);
  const [previous, next] = at < 0 ? [] : [talks[at - 1], talks[at + 1]];
  return [
    ...(next === undefined ? [] : [openButton(words.button.next, { id: next.id, back })]),
    ...(previous === undefined ? [] : [openButton(words.button.previous, { id: previous.id, back })]),
    openButton(words.button.report, { id: reading.report.id, back }),
  ];
}

function leaving(reading: Reading, { page, back }: Position, words: Words): Next[] {
  const here = writeCall({ command: 'report', input: writeInput(idOf(reading), pageOption(page)) });
  return [...backButtons(back, words), shareButton(here, words)];
}
