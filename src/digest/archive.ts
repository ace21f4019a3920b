/** One find from the archive: what was held this week some years ago, else the talk that a coming event reminds of. */
import type { DigestReason } from '../port.ts';
import type { ToldTalk } from './content.ts';
import type { PreparedReport } from './prepared.ts';
import { isNewReport } from './reports.ts';
import { itemOf } from './scene.ts';
import type { Option, Scene } from './scene.ts';
import { toldTalk } from './telling.ts';

/** Days before and after today that are this week. */
const near = 3;

/** Years that one looks back. */
const farthest = 50;

/** Digests after which a find may be told again. */
const quiet = 52;

export function archiveOptions(scene: Scene): readonly Option[] {
  const found = anniversaries(scene);
  const isOne = found.some(({ candidate, labels }) => candidate.kept && scene.fault(labels) === null);
  return isOne ? found : [...found, ...reminder(scene)];
}

interface Find {
  readonly report: PreparedReport;
  readonly talk: ToldTalk | null;
  readonly years: number | null;
  readonly remindedBy: string | null;
}

/** Reports of this week in other years: round numbers of years first, then those with the most slides. */
function anniversaries(scene: Scene): readonly Option[] {
  const all = pastWeeks(scene.today).flatMap(({ day, years }) =>
    (scene.days.get(day) ?? [])
      .filter((report) => !isNewReport(report, scene))
      .map((report): Find & { readonly years: number } => ({ report, talk: null, years, remindedBy: null })),
  );
  return all
    .toSorted((a, b) => roundness(a.years) - roundness(b.years) || slidesIn(b) - slidesIn(a))
    .map((find) => optionOf(find, 'anniversary', scene));
}

/** Days of this week in the years before, the latest year first. */
function pastWeeks(today: string): readonly { readonly day: string; readonly years: number }[] {
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  return Array.from({ length: farthest }, (_none, at) => at + 1).flatMap((years) =>
    Array.from({ length: 2 * near + 1 }, (_none, at) => {
      const day = new Date(Date.UTC(year - years, month - 1, date + at - near)).toISOString().slice(0, 10);
      return { day, years };
    }),
  );
}

const roundness = (years: number): number => (years % 10 === 0 ? 0 : years % 5 === 0 ? 1 : 2);

const slidesIn = ({ report }: Find): number =>
  report.entry.parts.filter(({ slides }) => slides.length > 0).length;

/** Of the nearest event that the channel is told of and that reminds of anything. */
function reminder(scene: Scene): readonly Option[] {
  const finds = scene.events.flatMap(({ told, labels, starts }) => {
    const reminded = scene.reminds.get(told.id);
    const report = scene.byId.get(reminded?.report.id ?? '');
    const isComing = starts > scene.at && told.status === 'scheduled' && scene.fault(labels) === null;
    if (report === undefined || !isComing || isNewReport(report, scene)) return [];
    const part = report.entry.parts.find(({ id }) => id === reminded?.id);
    return [
      { report, talk: part === undefined ? null : toldTalk(part), years: null, remindedBy: told.title },
    ];
  });
  return finds.slice(0, 1).map((find) => optionOf(find, 'reminds', scene));
}

function optionOf({ report, talk, years, remindedBy }: Find, why: DigestReason, scene: Scene): Option {
  const { id, title } = talk ?? report.told;
  const url = talk?.slides[0] ?? report.told.url;
  const reason = scene.told.has('archive', id, quiet) ? 'already-sent' : why;
  return {
    candidate: {
      ...itemOf('archive', { id, title, url }, reason),
      talk,
      report: report.told,
      years,
      remindedBy,
    },
    labels: report.labels,
    rank: 0,
  };
}
