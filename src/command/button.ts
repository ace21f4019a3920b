/** Buttons that several commands have: to read what a list shows, to share an answer, to go back. */
import type { Happening, Hit, Locale, Next } from '../port.ts';
import { dateText } from '../view/date.ts';
import type { Words } from '../words/index.ts';
import { writeInput } from './input.ts';
import { labelText } from '../view/short.ts';
import { readButton } from './next.ts';

/** Opens a report, a talk or a page of one; `back` is the call that Back makes from there, '' for none. */
export const openButton = (
  label: string,
  { id, page, back }: { readonly id: string; readonly page?: number; readonly back: string },
): Next => ({ label, command: 'report', input: writeInput(id, { page, back }) });

/** Opens what a list shows, with the numbers of the list. Events are no text to be read. */
export const readButtons = (
  entries: readonly { readonly id: string; readonly kind?: Hit['kind'] }[],
  { from, back, words }: { readonly from: number; readonly back: string; readonly words: Words },
): Next[] =>
  entries.flatMap(({ id, kind }, index) =>
    kind === 'event' ? [] : [openButton(words.button.read(from + index), { id, back })],
  );

/** Characters of an event on a button. */
const longestTitle = 40;

/** Open events by their titles, with their days where titles are the same; `back` is the call that Back makes from there. */
export function eventButtons(
  happenings: readonly Pick<Happening, 'id' | 'title' | 'start'>[],
  back: string,
  locale: Locale,
): Next[] {
  const named = Map.groupBy(happenings, ({ title }) => title);
  return happenings.map(({ id, title, start }) => {
    const day = named.get(title)?.length === 1 ? '' : ` (${dateText(start.slice(0, 10), locale)})`;
    return {
      label: `${labelText(title, longestTitle)}${day}`,
      command: 'event',
      input: writeInput(id, { back }),
    };
  });
}

/** Shows the answer of `call` to everyone. */
export const shareButton = (call: string, words: Words): Next => ({
  label: words.button.share,
  command: 'share',
  input: call,
});

/** None where there is nothing to go back to. */
export const backButtons = (back: string, words: Words): Next[] =>
  back === '' ? [] : [{ label: words.button.back, ...readButton(back) }];
