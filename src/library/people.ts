/** Who is one person: what the settings say, and names and handles that stood together in some report. */
import type { Settings } from '../port.ts';
import { unique } from '../search/key.ts';
import { speakerOfKey } from './card.ts';
import { identities, writingsOf } from './names.ts';
import { remembered } from './remembered.ts';
import type { Shelf } from './shelf.ts';

type People = Settings['people'];

/** The same answer until the catalogue or the settings are others. */
export function createPeople(shelf: Shelf): (settings: Settings) => Promise<People> {
  const known = remembered((keys: readonly string[], people: People) =>
    linked(keys.map(speakerOfKey), people),
  );
  return async ({ people }) => known(await shelf.keys('speaker'), people);
}
function linked(speakers: Parameters<typeof identities>[0], people: People): People {
  const same = identities(speakers, people);
  const writings = [...people.map(writingsOfPerson), ...speakers.map(writingsOf)].flat();
  const groups = Map.groupBy(writings, ({ key }) => same(key));
  const hidden = new Set(
    people
      .filter((person) => person.hidden)
      .flatMap(writingsOfPerson)
      .map(({ key }) => same(key)),
  );
  return [...groups]
    .map(([root, group]) => ({ names: unique(group.map(({ text }) => text)), hidden: hidden.has(root) }))
    .filter(({ names, hidden: isHidden }) => names.length > 1 || isHidden);
}

const writingsOfPerson = ({ names }: People[number]) =>
  names.flatMap((name) => writingsOf({ name, handle: null, url: null }));
