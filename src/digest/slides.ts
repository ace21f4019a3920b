/** What a digest tells of slides: those that turned up for talks of reports that are known already. */
import type { DigestReason } from '../port.ts';
import { mostDropped } from './choose.ts';
import type { PreparedSlides } from './prepared.ts';
import { isNewReport } from './reports.ts';
import { itemOf } from './scene.ts';
import type { Offer, Scene } from './scene.ts';
import { toldTalk } from './telling.ts';

/** Those that are news, and the newest of the others. */
export function slideOffers(scene: Scene): readonly Offer[] {
  const end = scene.slides.findIndex(({ known }) => known <= scene.since);
  const looked = scene.slides.slice(0, end < 0 ? scene.slides.length : end + mostDropped);
  return looked.map((slides) => offerOf(slides, scene));
}

const offerOf = (slides: PreparedSlides, scene: Scene): Offer => ({
  reason: reasonOf(slides, scene),
  labels: slides.report.labels,
  rank: 'usual',
  tell: (why) => {
    const talk = toldTalk(slides.talk);
    // What else the report has is not told.
    const report = { ...slides.report.told, parts: [] };
    const url = talk.slides[0] ?? report.url;
    return { ...itemOf('slides', { ...talk, url }, why), talk, report };
  },
});

/** Whoever is told of a new report is told of its slides. */
function reasonOf({ report, talk, known }: PreparedSlides, scene: Scene): DigestReason {
  if (scene.told.has('slides', talk.id) || isNewReport(report, scene)) return 'already-sent';
  return known > scene.since ? 'slides' : 'window';
}
