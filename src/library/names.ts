/** Names in use: speakers, series and tags, one entry for all writings of a name. */
import type { Library, NameEntry, Settings, Speaker, Use } from '../port.ts';
import { allOf, beginningLike, beginningsOf } from '../search/beginning.ts';
import type { Beginnings } from '../search/beginning.ts';
import { keyOf, speakerKey, unique } from '../search/key.ts';
import { speakerOfKey } from './card.ts';
import { pageOf } from './page.ts';
import { remembered } from './remembered.ts';
import type { Shelf } from './shelf.ts';

type People = Settings['people'];

/** A name, and what is looked for when it is typed. */
interface Listed {
  readonly entry: NameEntry;
  readonly beginnings: Beginnings;
}

interface Ground {
  readonly settings: Settings;
  /** Local day. */
  readonly today: string;
}

/** Most used first; before them those that are called exactly what was asked for. */
export function createNames(
  shelf: Shelf,
): (of: Parameters<Library['names']>[0], ground: Ground) => ReturnType<Library['names']> {
  const speakers = remembered(speakersOf);
  const others = { series: remembered(namesOf), tag: remembered(namesOf) };
  const all = async (kind: 'speaker' | 'series' | 'tag', { settings, today }: Ground) => {
    const uses = await shelf.uses(kind, today);
    return kind === 'speaker' ? speakers(uses, settings.people) : others[kind](uses);
  };
  return async ({ kind, like = '', ...part }, ground) => {
    const [isLike, isCalled] = [beginningLike(like), allOf(like)];
    const found = (await all(kind, ground)).filter(({ beginnings }) => isLike(beginnings));
    const exactly = Map.groupBy(found, ({ beginnings }) => isCalled(beginnings));
    const listed = [...(exactly.get(true) ?? []), ...(exactly.get(false) ?? [])];
    return pageOf(
      listed.map(({ entry }) => entry),
      part,
    );
  };
}

/** How a name was written, and the label that this writing has. */
interface Writing {
  readonly text: string;
  readonly key: string;
}

/** What stood in as many places in the same writings. */
interface Written {
  readonly writings: readonly Writing[];
  readonly count: number;
}

/** Series or tags: writings that differ in case, width, spaces and punctuation are one; the most frequent is shown. */
const namesOf = (uses: readonly Use[]): readonly Listed[] =>
  entries(uses.map(({ key: name, count }) => ({ writings: [{ text: name, key: keyOf(name) }], count })));

/**
 * People, most talks first. A name and a handle that stood together once are one person, and so are the names that
 * the settings list; who is `hidden` there is left out.
 */
function speakersOf(uses: readonly Use[], people: People): readonly Listed[] {
  const speakers = uses.map(({ key, count }) => ({ speaker: speakerOfKey(key), count }));
  const same = identities(
    speakers.map(({ speaker }) => speaker),
    people,
  );
  const hidden = new Set(
    people
      .filter((person) => person.hidden)
      .flatMap(keysOf)
      .map(same),
  );
  const shown = speakers
    .map(({ speaker, count }) => ({ writings: writingsOf(speaker), count }))
    .filter(({ writings }) => !writings.some(({ key }) => hidden.has(same(key))));
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

function entries(
  written: readonly Written[],
  same: (key: string) => string = (key) => key,
): readonly Listed[] {
  const groups = Map.groupBy(
    written.filter(({ writings }) => writings.length > 0),
    ({ writings }) => same(writings[0]?.key ?? ''),
  );
  return [...groups.values()]
    .map((group) => ({
      entry: { ...mostFrequent(group), count: countOf(group) },
      beginnings: beginningsOf(
        unique(group.flatMap(({ writings }) => writings.flatMap(({ text, key }) => [key, text]))),
      ),
    }))
    .filter(({ entry }) => entry.key !== '')
    .toSorted(
      ({ entry: left }, { entry: right }) => right.count - left.count || (left.name < right.name ? -1 : 1),
    );
}

const countOf = (group: readonly Written[]): number => group.reduce((sum, { count }) => sum + count, 0);

/** Of the first writing of each. */
function mostFrequent(group: readonly Written[]): Omit<NameEntry, 'count'> {
  const counted = [...Map.groupBy(group, ({ writings: [first] }) => first?.text ?? '').values()];
  const [most] = counted.toSorted((left, right) => countOf(right) - countOf(left));
  const first = most?.[0]?.writings[0];
  return { name: first?.text ?? '', key: first?.key ?? '' };
}
