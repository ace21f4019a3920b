/** Which series and tags events belong to, however these are written. */
import type { Happening } from '../../../src/port.ts';
import type { OwnPages } from '../../../src/view/own-pages.ts';

export const kinds = ['series', 'tag'] as const;
export type Kind = (typeof kinds)[number];

/** The names of an event, by their kind. */
export const namesOf: Readonly<Record<Kind, (happening: Happening) => readonly string[]>> = {
  series: ({ series }) => (series === null ? [] : [series]),
  tag: ({ tags }) => tags,
};

/** Is that one of its names? Names are the same that have the same page. */
export function isOf(kind: Kind, name: string, pages: OwnPages): (happening: Happening) => boolean {
  const page = pages[kind](name);
  return (happening) => page !== null && namesOf[kind](happening).some((each) => pages[kind](each) === page);
}
