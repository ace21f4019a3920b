/** What a digest tells of reports: those that appeared since the last one. */
import type { DigestReason } from '../port.ts';
import { mostDropped } from './choose.ts';
import type { PreparedReport } from './prepared.ts';
import { itemOf } from './scene.ts';
import type { Offer, Scene } from './scene.ts';

/** Those that may be news, and the newest of the others. */
export function reportOffers(scene: Scene): readonly Offer[] {
  const { reports, since, sinceDay } = scene;
  const oldest = [since.slice(0, sinceDay.length), sinceDay].toSorted()[0] ?? '';
  const end = reports.findIndex(({ known }) => known < oldest);
  const looked = reports.slice(0, end < 0 ? reports.length : end + mostDropped);
  return looked.map((report) => offerOf(report, scene));
}

const offerOf = (report: PreparedReport, scene: Scene): Offer => ({
  reason: reasonOf(report, scene),
  labels: report.labels,
  rank: 'usual',
  tell: (why) => {
    const { told } = report;
    return { ...itemOf('reports', told, why), report: told };
  },
});

function reasonOf(report: PreparedReport, scene: Scene): DigestReason {
  if (scene.told.has('reports', report.entry.id)) return 'already-sent';
  return isFresh(report, scene) ? 'new' : 'window';
}

/** Is it told as a new report now? */
export const isNewReport = (report: PreparedReport, scene: Scene): boolean =>
  reasonOf(report, scene) === 'new';

/**
 * Did it appear since then? Of a day, on which the last digest may have come before or after it, the digests themselves say
 * whether it was told.
 */
function isFresh({ known }: PreparedReport, { since, sinceDay, today }: Scene): boolean {
  const isDay = known.length === today.length;
  return isDay ? known >= sinceDay && known <= today : known > since;
}
