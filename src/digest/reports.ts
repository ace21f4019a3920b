/** What a digest tells of reports: those that appeared since the last one. */
import type { DigestReason } from '../port.ts';
import { mostDropped } from './choose.ts';
import type { PreparedReport } from './prepared.ts';
import { itemOf } from './scene.ts';
import type { Option, Scene } from './scene.ts';

/** Those that may be news, and the newest of the others. */
export function reportOptions(scene: Scene): readonly Option[] {
  const news = scene.reports.filter((report) => isFresh(report, scene));
  const older = scene.reports.slice(0, news.length + mostDropped).filter((report) => !isFresh(report, scene));
  return [...news, ...older].map((report) => optionOf(report, scene));
}

function optionOf(report: PreparedReport, scene: Scene): Option {
  const { told, labels } = report;
  return {
    candidate: {
      ...itemOf('reports', told, reasonOf(report, scene)),
      report: told,
    },
    labels,
    rank: 0,
  };
}

function reasonOf(report: PreparedReport, scene: Scene): DigestReason {
  if (scene.told.has('reports', report.told.id)) return 'already-sent';
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
