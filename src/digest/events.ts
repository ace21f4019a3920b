/** What a digest tells of events: those of the coming weeks, and what holds no longer of what it told before. */
import { isWholeDay, startsAt } from '../event/fact.ts';
import type { DigestReason } from '../port.ts';
import type { ToldEvent } from './content.ts';
import type { PreparedEvent } from './prepared.ts';
import { isToTell, itemOf } from './scene.ts';
import type { Offer, Rank, Scene } from './scene.ts';

const day = 24 * 60 * 60_000;

/** Milliseconds ahead that are told, and that are looked at. */
const window = 28 * day;
const farWindow = 2 * window;

export function eventOffers(scene: Scene): readonly Offer[] {
  const circles = new Set<string>();
  return scene.events
    .filter(({ starts, ends }) => ends > scene.at && starts < scene.at + farWindow)
    .map((event) => {
      const reason = reasonOf(event, scene);
      const rank = rankOf(event, reason, circles);
      if (event.circle !== null && isToTell(reason)) circles.add(event.circle);
      return offerOf(event, { reason, rank }, scene);
    });
}

/** What one has to know comes first, and one meeting of a circle that meets every week before its others. */
function rankOf({ circle }: PreparedEvent, reason: DigestReason, circles: ReadonlySet<string>): Rank {
  if (reason === 'moved' || reason === 'cancelled') return 'correction';
  return circle !== null && circles.has(circle) ? 'again' : 'usual';
}

function offerOf(
  { told, labels }: PreparedEvent,
  { reason, rank }: Pick<Offer, 'reason' | 'rank'>,
  scene: Scene,
): Offer {
  const movedFrom = reason === 'moved' ? (scene.told.event(told.id)?.start ?? null) : null;
  const tell: Offer['tell'] = (why) => ({ ...itemOf('events', told, why), event: told, movedFrom });
  return { reason, labels, rank, tell };
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
