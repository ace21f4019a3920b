/** What a digest tells of events: those of the coming weeks, and what holds no longer of what it told before. */
import { isWholeDay, startsAt } from '../event/fact.ts';
import { seriesOf } from '../event/identity.ts';
import type { DigestReason } from '../port.ts';
import type { ToldEvent } from './content.ts';
import type { PreparedEvent } from './prepared.ts';
import { itemOf } from './scene.ts';
import type { Option, Scene } from './scene.ts';

const day = 24 * 60 * 60_000;

/** Milliseconds ahead that are told, and that are looked at. */
const window = 28 * day;
const farWindow = 2 * window;

/** What one has to know comes first, and one meeting of a circle that meets every week before its others. */
const rank = { correction: 0, first: 1, again: 2 };

export function eventOptions(scene: Scene): readonly Option[] {
  const seen = new Set<string>();
  return scene.events
    .filter(({ starts, ends }) => ends > scene.at && starts < scene.at + farWindow)
    .map((event) => {
      const series = seriesOf(event.told.id);
      const option = optionOf(event, scene, series !== null && seen.has(series));
      if (series !== null && option.candidate.kept) seen.add(series);
      return option;
    });
}

function optionOf(event: PreparedEvent, scene: Scene, isAgain: boolean): Option {
  const { told, labels } = event;
  const reason = reasonOf(event, scene);
  const isCorrection = reason === 'moved' || reason === 'cancelled';
  return {
    candidate: {
      ...itemOf('events', told, reason),
      event: told,
      movedFrom: reason === 'moved' ? (scene.told.event(told.id)?.start ?? null) : null,
    },
    labels,
    rank: isCorrection ? rank.correction : isAgain ? rank.again : rank.first,
  };
}

/** That something has changed is told however far away it is now. */
function reasonOf({ told, starts, known }: PreparedEvent, scene: Scene): DigestReason {
  const before = scene.told.event(told.id);
  if (told.status === 'cancelled') return before === null ? 'was-cancelled' : cancelledAfter(before);
  if (before !== null && hasMoved(before, told)) return 'moved';
  if (starts >= scene.at + window) return 'window';
  if (before !== null) return 'coming';
  return isNews(known, scene) ? 'new' : 'coming';
}

const cancelledAfter = (before: ToldEvent): DigestReason =>
  before.status === 'cancelled' ? 'already-sent' : 'cancelled';

const hasMoved = (before: ToldEvent, now: ToldEvent): boolean =>
  isWholeDay(before.start) !== isWholeDay(now.start) || startsAt(before) !== startsAt(now);

/** Of one of which nobody knows since when it is known, that it was not told before counts, if anything was. */
const isNews = (known: string | null, { since, told }: Scene): boolean =>
  known === null ? told.isAny : known > since;
