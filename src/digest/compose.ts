/** What a digest says of what there is, and why. The same is said of the same, whoever asks and however often. */
import type { DigestSection } from '../port.ts';
import { archiveOffers } from './archive.ts';
import { callOffers } from './calls.ts';
import { caps, choose } from './choose.ts';
import type { Content } from './content.ts';
import { eventOffers } from './events.ts';
import type { Composing, Material } from './material.ts';
import { prepare } from './prepared.ts';
import { reportOffers } from './reports.ts';
import { sceneOf } from './scene.ts';
import type { Offer, Scene } from './scene.ts';
import { slideOffers } from './slides.ts';

export type { Composing, Material } from './material.ts';

export type Compose = (composing: Composing) => Content;

/** What each section has to offer, in the order in which it is told. */
const offers: Readonly<Record<DigestSection, (scene: Scene) => readonly Offer[]>> = {
  events: eventOffers,
  reports: reportOffers,
  slides: slideOffers,
  calls: callOffers,
  archive: archiveOffers,
};

const allSections = Object.keys(offers) as readonly DigestSection[];

/** For any number of channels: what is the same for all of them is found out once. */
export function createComposer(material: Material): Compose {
  const prepared = prepare(material);
  return (composing) => {
    const scene = sceneOf(prepared, composing);
    const wanted = new Set(composing.setting.sections);
    const chosen = [...wanted.union(new Set(allSections))].map((section) => {
      const how = { cap: caps[section], isWanted: wanted.has(section), fault: scene.fault };
      return { section, ...choose(offers[section](scene), how) };
    });
    return {
      candidates: chosen.flatMap(({ candidates }) => candidates),
      sections: [...wanted],
      beyond: Object.fromEntries(chosen.map(({ section, beyond }) => [section, beyond])),
    };
  };
}

/** One alone. */
export const compose = (material: Material, composing: Composing): Content =>
  createComposer(material)(composing);
