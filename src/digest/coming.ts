/** The digests that a channel will really have: those of its schedule without what is paused, left out or told already. */
import type { DigestChannel } from './channel.ts';
import { nextSlots } from './slot.ts';
import type { Slot } from './slot.ts';

export type Running = Pick<DigestChannel, 'setting' | 'paused' | 'trouble' | 'skips' | 'recent'>;

/** Is it paused at that instant? One that is paused until then is not any more. */
export const isPausedAt = (at: Date, paused: DigestChannel['paused']): boolean =>
  paused !== null && (paused.until === null || at.getTime() < Date.parse(paused.until));

/** Slots that are told already or left out can lie among the next ones: of a week the rest, a day, and the one left out. */
const spare = 8;

/** The one that is left out, as long as it is to come. `zone`: the community's. */
export const skippedSlot = ({ setting, skips }: Running, zone: string, now: Date): Slot | null =>
  skips === null
    ? null
    : (nextSlots(setting.schedule, setting.zone ?? zone, now, spare).find(({ period }) => period === skips) ??
      null);

/** `zone`: the community's. None where the channel rests until somebody does something about it. */
export function comingSlots(channel: Running, zone: string, now: Date, count: number): readonly Slot[] {
  const { setting, paused, trouble, skips, recent } = channel;
  const until = paused?.until ?? null;
  if (trouble !== null || (paused !== null && until === null)) return [];
  // Just before the pause ends: the slot at its end takes place.
  const after = until === null ? now.getTime() : Math.max(now.getTime(), Date.parse(until) - 1);
  const told = new Set(recent.flatMap(({ period, day }) => [period, day]));
  return nextSlots(setting.schedule, setting.zone ?? zone, new Date(after), count + spare)
    .filter(({ period, day }) => period !== skips && !told.has(period) && !told.has(day))
    .slice(0, count);
}
