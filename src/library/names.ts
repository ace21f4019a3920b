/** Names in use: speakers, series and tags, one entry for all writings of a name. */
import type { NameEntry, Settings, Speaker } from '../port.ts';
import { keyOf, speakerKey } from '../search/key.ts';
import { fold } from '../search/normalise.ts';

type People = Settings['people'];

/** How a name was written, and the label that this writing has. */
interface Writing {
  readonly text: string;
  readonly key: string;
}

/** Series or tags: writings that differ in case, width, spaces and punctuation are one; the most frequent is shown. */
export const namesOf = (names: readonly string[]): readonly NameEntry[] =>
  entries(names.map((name) => [{ text: name, key: keyOf(name) }]));

/**
 * People, most talks first. A name and a handle that stood together once are one person, and so are the names that
 * the settings list; who is `hidden` there is left out.
 */
export function speakersOf(speakers: readonly Speaker[], people: People): readonly NameEntry[] {
  const same = identities(speakers, people);
  const hidden = new Set(
    people
      .filter((person) => person.hidden)
      .flatMap(keysOf)
      .map(same),
  );
  const shown = speakers.map(writingsOf).filter((all) => !all.some(({ key }) => hidden.has(same(key))));
  return entries(shown, same);
}

/** Groups of labels that are one person, from what stood together in the reports and in the settings. */
export function identities(speakers: readonly Speaker[], people: People): (key: string) => string {
  const above = new Map<string, string>();
  const root = (key: string): string => {
    let highest = key;
    for (let next = above.get(key); next !== undefined; next = above.get(next)) highest = next;
    return highest;
  };
  const groups = [
    ...speakers.map((speaker) => writingsOf(speaker).map(({ key }) => key)),
    ...people.map(keysOf),
  ];
  for (const [first, ...others] of groups)
    for (const other of others)
      if (first !== undefined && root(first) !== root(other)) above.set(root(other), root(first));
  return root;
}

const keysOf = ({ names }: People[number]): readonly string[] => names.map(speakerKey);

/** How a speaker is written in one place. */
export const writingsOf = ({ handle, name }: Speaker): readonly Writing[] =>
  [name, handle]
    .filter((text) => text !== null)
    .map((text) => ({ text, key: speakerKey(text) }))
    .filter(({ key }) => key !== '');

/** Each item is one use of a name, in all the writings that stood there. */
function entries(
  uses: readonly (readonly Writing[])[],
  same: (key: string) => string = (key) => key,
): readonly NameEntry[] {
  const groups = Map.groupBy(
    uses.filter((writings) => writings.length > 0),
    (writings) => same(writings[0]?.key ?? ''),
  );
  return [...groups.values()]
    .map((group) => ({ ...mostFrequent(group.map(([first]) => first)), count: group.length }))
    .filter(({ key }) => key !== '')
    .toSorted((left, right) => right.count - left.count || (left.name < right.name ? -1 : 1));
}

function mostFrequent(writings: readonly (Writing | undefined)[]): Omit<NameEntry, 'count'> {
  const counted = Map.groupBy(writings, (writing) => writing?.text ?? '');
  const [[text, uses] = ['', []]] = [...counted].toSorted(([, a], [, b]) => b.length - a.length);
  return { name: text, key: uses[0]?.key ?? '' };
}

/** Does any word of the name, or its label, begin like that? */
export function beginsLike({ name, key }: NameEntry, like: string): boolean {
  const wanted = keyOf(like);
  if (key.startsWith(wanted)) return true;
  const words = fold(name).split(/[^\p{L}\p{N}\p{M}+#]+/u);
  return words.some((_, at) => keyOf(words.slice(at).join('')).startsWith(wanted));
}
