/** Labels: what a filter matches exactly. One label for all writings of a name: `Docker Meetup Tokyo` is `dockermeetuptokyo`. */
import type { DatedOn, Speaker } from '../port.ts';
import { fold } from './normalise.ts';
import { recurring } from './recurring.ts';

const separators = /[^\p{L}\p{N}\p{M}+#]/gu;
const title = /(?:さん|氏|様|先生)$/u;

/** A name without case, width, spaces and punctuation. */
export const keyOf: (name: string) => string = recurring((name) => fold(name).replace(separators, ''));

/** A person's name as a label: `@` and さん do not matter. */
export const speakerKey = (name: string): string => keyOf(name.trim().replace(title, ''));

/** Every writing of a speaker, the parts of a name as well: 前佛 雅人 is found by 雅人. */
export function speakerKeys({ name, handle }: Speaker): readonly string[] {
  const parts = (name ?? '').split(/[\s・]+/u);
  return unique([name ?? '', handle ?? '', ...parts].map(speakerKey).filter((key) => key !== ''));
}

/** `2018-03-12` → 2018, 2018-03, 2018-03-12: each is asked for. */
export const dateKeys = (date: string | null): readonly string[] =>
  date === null ? [] : [4, 7, 10].filter((end) => end <= date.length).map((end) => date.slice(0, end));

export const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

/** When it was held; where that is unknown, when it was written about. */
export const heldOn = (report: {
  readonly date: DatedOn | null;
  readonly meetup: { readonly date: DatedOn | null };
}): string | null => (report.meetup.date ?? report.date)?.value ?? null;

/** A label as the index keeps it. */
export const label = (kind: string, key: string): string => `${kind}:${key}`;
