/** What was asked for and not found: noted beside each search, and listed for organisers. Reached from `status`. */
import type { ListItem } from 'mdast';
import { UserError } from '../error.ts';
import { localAt } from '../event/local.ts';
import type { Next } from '../port.ts';
import { countUnanswered, forgetUnanswered, listUnanswered } from '../search/unanswered.ts';
import type { Unanswered } from '../search/unanswered.ts';
import { bullets, heading, item, paragraph, root, strong } from '../view/build.ts';
import { dateText } from '../view/date.ts';
import { offsetOf, turning } from './paging.ts';
import { defineCommand } from './spec.ts';
import type { Scene } from './spec.ts';

export const unansweredShown = 10;

export const unanswered = defineCommand({
  name: 'unanswered',
  listed: false,
  options: { page: { type: 'number', min: 1, max: 1000 } },
  run: async ({ page = 1 }, scene) => {
    const { words } = scene;
    if (!scene.call.person.organiser) throw new UserError('organisers-only');
    const all = await unansweredFor(scene);
    const paging = { page, size: unansweredShown };
    const shown = all.slice(offsetOf(paging), offsetOf(paging) + unansweredShown);
    const none = all.length === 0 ? words.unanswered.none : words.result.pastEnd;
    return {
      body: root(
        heading(3, words.unanswered.title),
        shown.length > 0 ? bullets(unansweredItems(shown, scene)) : paragraph(none),
      ),
      next: [
        ...turning(paging, all.length, { command: 'unanswered', words }),
        { label: words.button.back, command: 'status', input: '' },
      ],
      data: shown,
    };
  },
});

/** For organisers alone. Where nothing is remembered, nothing. */
export const unansweredFor = async ({ state }: Scene): Promise<readonly Unanswered[]> =>
  state === null ? [] : listUnanswered(state);

export const unansweredItems = (shown: readonly Unanswered[], { words, locale }: Scene): ListItem[] =>
  shown.map(({ words: asked, count, day }) =>
    item(
      paragraph(
        strong(words.unanswered.asked(asked)),
        ' — ',
        words.unanswered.times(count, dateText(day, locale)),
      ),
    ),
  );

/** The button to those that are not among the first, if there are more. */
export const moreUnanswered = (total: number, { words }: Scene): Next[] =>
  total > unansweredShown
    ? [{ label: words.unanswered.more(total - unansweredShown), command: 'unanswered', input: 'page:2' }]
    : [];

/** Beside a search of a person: counts what found nothing, and forgets what finds something by now. */
export function noteSearch(text: string, total: number, { state, settings, now, aside }: Scene): void {
  if (state === null) return;
  const day = (): string => localAt(now(), settings.zone).toPlainDate().toString();
  aside(total === 0 ? countUnanswered(state, text, day()) : forgetUnanswered(state, text));
}
