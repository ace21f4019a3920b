/** What there is to be done for a channel now: a pure function of how it goes there. */
import type { Appearance, DigestChannel } from '../../digest/channel.ts';
import { isPausedAt } from '../../digest/coming.ts';
import { dueSlot } from '../../digest/slot.ts';
import type { Slot } from '../../digest/slot.ts';
import { localAt } from '../../event/local.ts';

/** `leave`: the digest is left out, and what it would have told is told by the next one. */
export type Turn =
  | { readonly turn: 'wait' }
  | { readonly turn: 'post'; readonly slot: Slot }
  | { readonly turn: 'leave'; readonly slot: Slot };

export function turnOf(channel: DigestChannel, zone: string, now: Date): Turn {
  const { setting, since, recent, paused, trouble, skips } = channel;
  const slot = dueSlot({
    schedule: setting.schedule,
    zone: setting.zone ?? zone,
    since: new Date(since),
    recent,
    now,
  });
  if (slot === null) return { turn: 'wait' };
  const isLeft = skips === slot.period || trouble !== null || isPausedAt(slot.at, paused);
  return { turn: isLeft ? 'leave' : 'post', slot };
}

/** Outcomes after which what was told is told: the next digest begins there. */
const told: ReadonlySet<Appearance['outcome']> = new Set(['waiting', 'posted', 'empty', 'unknown']);

/** ISO 8601: what is newer is news to the channel. */
export const newsSince = ({
  since,
  newsFrom = since,
  recent,
}: Pick<DigestChannel, 'since' | 'newsFrom' | 'recent'>): string =>
  recent.findLast(({ outcome }) => told.has(outcome))?.at ?? newsFrom;

/** Editions that tell what a channel was told before, as many as are looked at: of a daily digest two weeks, as long as a report is asked for. */
export const mostBefore = 15;

/** Keys of what the channel was told before, the last one last. */
export const toldBefore = ({ recent }: Pick<DigestChannel, 'recent'>): readonly string[] =>
  recent
    .filter(({ outcome }) => outcome !== 'empty' && told.has(outcome))
    .slice(-mostBefore)
    .map(({ key }) => key);

/** The slot of a digest that is wanted now: the day's own. */
export function slotNow({ setting }: Pick<DigestChannel, 'setting'>, zone: string, now: Date): Slot {
  const day = localAt(now, setting.zone ?? zone)
    .toPlainDate()
    .toString();
  return { period: day, day, at: now };
}
