/** Who is one person: what the settings say, and names and handles that stood together in some report, or are read alike. */
import type { Settings, Speaker } from '../port.ts';
import { unique } from '../search/key.ts';
import { deckOfKey, speakerOfKey } from './card.ts';
import { identities, writingsOf } from './names.ts';
import { remembered } from './remembered.ts';
import { sameByReading, sameBySlides } from './same-person.ts';
import type { Deck } from './same-person.ts';
import type { Shelf } from './shelf.ts';

type People = Settings['people'];

/** The same answer until the catalogue or the settings are others. */
export function createPeople(shelf: Shelf): (settings: Settings) => Promise<People> {
  const known = remembered((keys: readonly string[], decks: readonly string[], people: People) =>
    linked({ speakers: keys.map(speakerOfKey), decks: decks.map(deckOfKey), people }),
  );
  return async ({ people }) => known(await shelf.keys('speaker'), await shelf.keys('deck'), people);
}

interface Known {
  readonly speakers: readonly Speaker[];
  readonly decks: readonly Deck[];
  readonly people: People;
}

function linked({ speakers, decks, people }: Known): People {
  const writings = [...people.map(writingsOfPerson), ...speakers.map(writingsOf)].flat();
  const pairs = [...sameByReading(writings.map(({ text }) => text)), ...sameBySlides(decks)];
  const same = identities(speakers, [...people, ...pairs.map((names) => ({ names, hidden: false }))]);
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
