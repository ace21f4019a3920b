/** What a digest tells of slides: those that turned up for talks of reports that are known already. */
import type { DigestReason } from '../port.ts';
import type { PreparedSlides } from './prepared.ts';
import { isNewReport } from './reports.ts';
import { itemOf } from './scene.ts';
import type { Option, Scene } from './scene.ts';
import { toldTalk } from './telling.ts';

export const slideOptions = (scene: Scene): readonly Option[] =>
  scene.slides.map((slides) => optionOf(slides, scene));

function optionOf(slides: PreparedSlides, scene: Scene): Option {
  const { report } = slides;
  const talk = toldTalk(slides.talk);
  return {
    candidate: {
      ...itemOf('slides', { ...talk, url: talk.slides[0] ?? report.told.url }, reasonOf(slides, scene)),
      talk,
      report: report.told,
    },
    labels: report.labels,
    rank: 0,
  };
}

/** Whoever is told of a new report is told of its slides. */
function reasonOf({ report, talk, known }: PreparedSlides, scene: Scene): DigestReason {
  if (scene.told.has('slides', talk.id) || isNewReport(report, scene)) return 'already-sent';
  return known > scene.since ? 'slides' : 'window';
}
