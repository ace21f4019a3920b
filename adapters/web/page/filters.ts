/** What leaves out all events but those of a series or with a tag: `?series=` and `?tag=`. */
import type { ListItem, PhrasingContent } from 'mdast';
import type { Happening } from '../../../src/port.ts';
import { item, link, paragraph, strong } from '../../../src/view/build.ts';
import type { Visit } from '../visit.ts';
import { isOf, kinds, namesOf } from './belonging.ts';
import type { Kind } from './belonging.ts';

export interface Filter {
  readonly kind: Kind;
  readonly name: string;
}

/** What was asked for. */
export const filtersOf = ({ asked }: Visit): readonly Filter[] =>
  kinds.flatMap((kind) => (asked[kind] === undefined ? [] : [{ kind, name: asked[kind] }]));

/** Does an event pass them all? */
export function passing(filters: readonly Filter[], { pages }: Visit): (happening: Happening) => boolean {
  const tests = filters.map(({ kind, name }) => isOf(kind, name, pages));
  return (happening) => tests.every((test) => test(happening));
}

/** The names that events have, each once, the most frequent first; what was asked for stands out, and one may leave it. */
export function choices(
  happenings: readonly Happening[],
  filters: readonly Filter[],
  { words, pages, url }: Visit,
): readonly ListItem[] {
  const chosen = new Set(filters.map(({ kind, name }) => pages[kind](name)));
  const choice = ({ kind, name }: Filter): PhrasingContent =>
    chosen.has(pages[kind](name)) ? strong(name) : link(pages.events({ [kind]: name }), name);
  const every = filters.length === 0 ? [] : [link(url('/events'), words.web.event.every)];
  const names = kinds.flatMap((kind) => namesIn(kind, happenings, pages));
  return [...every, ...names.map(choice)].map((each) => item(paragraph(each)));
}

/** Those that have a page: only they can be asked for. */
function namesIn(kind: Kind, happenings: readonly Happening[], pages: Visit['pages']): readonly Filter[] {
  const byPage = Map.groupBy(happenings.flatMap(namesOf[kind]), (name) => pages[kind](name));
  byPage.delete(null);
  return [...byPage.values()]
    .toSorted((left, right) => right.length - left.length)
    .flatMap(([name]) => (name === undefined ? [] : [{ kind, name }]));
}
