/** What a digest asks for: speakers for events that look for some, and reports of events that nobody has written about. */
import type { DigestReason } from '../port.ts';
import type { PreparedEvent } from './prepared.ts';
import { itemOf } from './scene.ts';
import type { Offer, Scene } from './scene.ts';

const day = 24 * 60 * 60_000;

/** Milliseconds ahead that one may still prepare a talk. */
const ahead = 42 * day;

/** Milliseconds after its end: before, people sleep and write by themselves; afterwards, nobody remembers. */
const soonest = 2 * day;
const latest = 14 * day;

/** Digests after which one is asked again to speak. */
const quiet = 2;

type Wanted = 'speakers' | 'report';

/** What is to come first: there is still time. */
export const callOffers = (scene: Scene): readonly Offer[] =>
  (['speakers', 'report'] as const).flatMap((wanted) =>
    scene.events
      .filter((event) => isWanting[wanted](event, scene.at))
      .map((event) => offerOf(event, wanted, scene)),
  );

const isWanting: Readonly<Record<Wanted, (event: PreparedEvent, at: number) => boolean>> = {
  speakers: (event, at) =>
    event.seeksSpeakers && event.starts > at && event.starts <= at + ahead && takesPlace(event),
  report: (event, at) =>
    !event.hasReport && at - event.ends >= soonest && at - event.ends <= latest && takesPlace(event),
};

/** What was only concluded may be a mistake. */
const takesPlace = ({ told }: PreparedEvent): boolean => told.status === 'scheduled' && !told.inferred;

const offerOf = ({ told, labels }: PreparedEvent, wanted: Wanted, scene: Scene): Offer => ({
  reason: reasonOf(told.id, wanted, scene),
  labels,
  rank: 'usual',
  tell: (why) => ({ ...itemOf('calls', told, why), event: told, wanted }),
});

/** A report is asked for once. Who was asked to speak may be asked to write afterwards. */
function reasonOf(id: string, wanted: Wanted, { told }: Scene): DigestReason {
  if (wanted === 'speakers') return told.has('speakers', id, quiet) ? 'already-sent' : 'seats';
  return told.has('report', id) ? 'already-sent' : 'no-report';
}
