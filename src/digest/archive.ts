/** One find from the archive: what was held this week some years ago, else the talk that a coming event reminds of. */
import type { DigestReason } from '../port.ts';
import { recurring } from '../search/recurring.ts';
import type { ToldTalk } from './content.ts';
import type { PreparedReport } from './prepared.ts';
import { isNewReport } from './reports.ts';
import { isToTell, itemOf } from './scene.ts';
import type { Offer, Scene } from './scene.ts';
import { toldTalk } from './telling.ts';

/** Days before and after today that are this week. */
const near = 3;

/** Years that one looks back. */
const farthest = 50;

/** Digests after which a find may be told again. */
const quiet = 52;

export function archiveOffers(scene: Scene): readonly Offer[] {
  const found = anniversaries(scene);
  const isOne = found.some(({ reason, labels }) => isToTell(reason) && scene.fault(labels) === null);
  return isOne ? found : [...found, ...reminder(scene)];
}

interface Find {
  readonly report: PreparedReport;
  readonly talk: ToldTalk | null;
  readonly years: number | null;
  readonly remindedBy: string | null;
}

/** Reports of this week in other years: round numbers of years first, then those with the most slides. */
function anniversaries(scene: Scene): readonly Offer[] {
  const all = pastWeeks(scene.today).flatMap(({ day, years }) =>
    (scene.days.get(day) ?? []).map((report) => ({ report, talk: null, years, remindedBy: null })),
  );
  return all
    .filter(({ report }) => !isNewReport(report, scene))
    .toSorted((a, b) => roundness(a.years) - roundness(b.years) || b.report.withSlides - a.report.withSlides)
    .map((find) => offerOf(find, 'anniversary', scene));
}

/** Days of this week in the years before, the latest year first. */
const pastWeeks = recurring((today: string): readonly { readonly day: string; readonly years: number }[] => {
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  return Array.from({ length: farthest }, (_none, at) => at + 1).flatMap((years) =>
    Array.from({ length: 2 * near + 1 }, (_none, at) => ({
      day: new Date(Date.UTC(year - years, month - 1, date + at - near)).toISOString().slice(0, 10),
      years,
    })),
  );
});

const roundness = (years: number): number => (years % 10 === 0 ? 0 : years % 5 === 0 ? 1 : 2);

/** Of the nearest event that the channel may be told of and that reminds of anything. */
function reminder(scene: Scene): readonly Offer[] {
  const reported = (id: string) => scene.byId.get(scene.reminds.get(id)?.report.id ?? '');
  const event = scene.events.find(({ told, labels, starts }) => {
    const report = reported(told.id);
    const isComing = starts > scene.at && told.status === 'scheduled' && scene.fault(labels) === null;
    return isComing && report !== undefined && !isNewReport(report, scene);
  });
  const report = event && reported(event.told.id);
  if (event === undefined || report === undefined) return [];
  const { id, title } = event.told;
  const talk = report.entry.parts.find((part) => part.id === scene.reminds.get(id)?.id);
  const find = { report, talk: talk === undefined ? null : toldTalk(talk), years: null, remindedBy: title };
  return [offerOf(find, 'reminds', scene)];
}

function offerOf(
  { report: { told, labels }, talk, years, remindedBy }: Find,
  why: DigestReason,
  scene: Scene,
): Offer {
  const { id, title } = talk ?? told;
  const item = { id, title, url: talk?.slides[0] ?? told.url };
  return {
    reason: scene.told.has('archive', id, quiet) ? 'already-sent' : why,
    labels,
    rank: 'usual',
    tell: (reason) => ({ ...itemOf('archive', item, reason), talk, report: told, years, remindedBy }),
  };
}
