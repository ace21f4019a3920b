/** One person under several names, and people who do not want to be found by name. */
import type { Expression, Index, Settings, Speaker } from '../port.ts';
import { label, speakerKey, speakerKeys } from './key.ts';
import type { Wanted } from './query.ts';

type People = Settings['people'];

const hasKey = (names: readonly string[], keys: readonly string[]): boolean =>
  names.some((name) => keys.includes(speakerKey(name)));

/** All the labels that a wish for one of them means; a hidden person has none. */
export function namesakes(wanted: Wanted, people: People): readonly Wanted[] {
  if (wanted.kind !== 'speaker') return [wanted];
  const same = people.filter(({ names }) => hasKey(names, [wanted.key]));
  if (same.some(({ hidden }) => hidden)) return [];
  const others = same.flatMap(({ names }) => names.map(speakerKey));
  const isName = same.length > 0;
  return [
    { ...wanted, prefix: wanted.prefix && !isName },
    ...others.map((key) => ({ ...wanted, key, prefix: false })),
  ];
}

/** Who is called exactly so is meant alone: `dee` is not `deeeet`; where nobody is, all whose name begins so. */
export async function exactly(wanted: Wanted, index: Index, today: string): Promise<Wanted> {
  if (wanted.kind !== 'speaker' || !wanted.prefix) return wanted;
  const where: Expression = { term: label(wanted.kind, wanted.key), in: ['keys'] };
  const any = { prefer: [], from: null, before: null, kinds: null, scan: 1, limit: 1, offset: 0 };
  const { total } = await index.match({ ...any, where, today });
  return { ...wanted, prefix: total === 0 };
}

/** Without those who are hidden. */
export function shownSpeakers(speakers: readonly Speaker[], people: People): readonly Speaker[] {
  const hidden = new Set(
    people.filter((person) => person.hidden).flatMap(({ names }) => names.map(speakerKey)),
  );
  return speakers.filter((speaker) => !speakerKeys(speaker).some((key) => hidden.has(key)));
}

/** Does whoever is called so want not to be found? */
export const isHiddenName = (name: string, people: People): boolean =>
  shownSpeakers([{ name, handle: null, url: null }], people).length === 0;
