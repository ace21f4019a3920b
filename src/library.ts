/** Everything that one community knows, over its folder and the index of it. Hosted in a worker: arguments and answers are plain. */
import { dayOf, happeningsBetween } from './library/happenings.ts';
import { beginsLike, namesOf, speakersOf } from './library/names.ts';
import { createPeople } from './library/people.ts';
import { readById } from './library/reading.ts';
import { pageOf, reportEntries } from './library/reports.ts';
import { createShelf, settingsOn } from './library/shelf.ts';
import type { Shelf } from './library/shelf.ts';
import { statusOf } from './library/status.ts';
import { createSync } from './library/sync.ts';
import type { Parts } from './library/sync.ts';
import type { Library, NameEntry, Settings } from './port.ts';
import { search } from './search/answer.ts';

/** Raise it when the same file is to be understood or analysed in another way: every index is rebuilt by itself. */
const analyserVersion = 4;

/** What an index is made with; words depend on ICU too. */
export const indexVersion = (icu: string): string => `${analyserVersion} icu ${icu}`;

export function createLibrary(parts: Parts): Library {
  const shelf = createShelf(parts.index);
  const sync = createSync(parts, shelf);
  const people = createPeople(shelf);
  const settings = (): Promise<Settings> => settingsOn(shelf);
  const ground = async () => {
    const current = await settings();
    return {
      settings: { ...current, people: await people(current) },
      today: dayOf(parts.now(), current.zone),
    };
  };
  return {
    settings,
    sync: (show) => sync.run(show),
    search: async (request) =>
      search(request, { ...(await ground()), index: parts.index, vocabulary: shelf.vocabulary }),
    read: async (id) => readById(id, parts, await ground()),
    reports: async (of) => pageOf(await reportEntries(of.series ?? null, shelf, await ground()), of),
    names: async (of) => {
      const names = await namesOn(shelf, of.kind, await ground());
      const { like = '' } = of;
      return pageOf(
        names.filter((name) => beginsLike(name, like)),
        of,
      );
    },
    happenings: async (between) => happeningsBetween(between, shelf, (await ground()).today),
    status: async () => statusOf(parts.index, shelf, sync),
  };
}

async function namesOn(
  shelf: Shelf,
  kind: 'speaker' | 'series' | 'tag',
  { settings, today }: { readonly settings: Settings; readonly today: string },
): Promise<readonly NameEntry[]> {
  if (kind === 'speaker') return speakersOf(await shelf.shown('speaker', today), settings.people);
  return namesOf(await shelf.shown(kind, today));
}
