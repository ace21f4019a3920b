/** Every report with its talks: what digests choose from. */
import type { CatalogueEntry, Settings } from '../port.ts';
import type { AddressOf } from '../search/address.ts';
import { shownSpeakers } from '../search/people.ts';
import { nameVeilFor } from '../search/veil.ts';
import type { Cards } from './card.ts';
import { remembered } from './remembered.ts';
import type { Shelf } from './shelf.ts';

type People = Settings['people'];
type Parts = CatalogueEntry['parts'];

interface Ground {
  readonly settings: Settings;
  readonly addressOf: AddressOf;
  /** Local day. */
  readonly today: string;
}

/** In the order of their files, without the names of those who do not want to be found. Put together once for each change. */
export function createCatalogue(shelf: Shelf): (ground: Ground) => Promise<readonly CatalogueEntry[]> {
  const known = remembered(together);
  return async ({ settings, addressOf, today }) => {
    const [reports, talks] = [await shelf.shown('report', today), await shelf.shown('talks', today)];
    return known(reports, talks, settings.people).map((entry) => ({ ...entry, url: addressOf(entry) }));
  };
}

function together(
  reports: readonly Cards['report'][],
  talks: readonly Cards['talks'][],
  people: People,
): readonly Omit<CatalogueEntry, 'url'>[] {
  const byReport = new Map(talks.map((each) => [each.id, each]));
  const discreet = discreetFor(people);
  return reports.flatMap((report) => {
    const own = byReport.get(report.id);
    return own === undefined ? [] : [{ ...report, ...own, parts: discreet(own.parts) }];
  });
}

function discreetFor(people: People): (parts: Parts) => Parts {
  const veil = nameVeilFor(people);
  if (veil === null) return (parts) => parts;
  const hidden = people.filter((person) => person.hidden);
  return (parts) =>
    parts.map((part) => ({
      ...part,
      title: veil(part.title),
      speakers: shownSpeakers(part.speakers, hidden),
    }));
}
