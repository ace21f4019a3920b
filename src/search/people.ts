/** One person under several names, and people who do not want to be found by name. */
import type { Settings, Speaker } from '../port.ts';
import { speakerKey, speakerKeys } from './key.ts';
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
  return [wanted, ...others.map((key) => ({ ...wanted, key, prefix: false }))];
}

/** Without those who are hidden. */
export function shownSpeakers(speakers: readonly Speaker[], people: People): readonly Speaker[] {
  const hidden = new Set(
    people.filter((person) => person.hidden).flatMap(({ names }) => names.map(speakerKey)),
  );
  return speakers.filter((speaker) => !speakerKeys(speaker).some((key) => hidden.has(key)));
}
