/** How full an event is, in words. */
import { seatsLeft } from '../event/change.ts';
import type { Happening } from '../port.ts';
import type { Tongue } from './results.ts';

/** `12 of 30 seats taken`, `18 seats left`, `full`, `3 waiting`: as much as is known. */
export function seatsOf(
  happening: Pick<Happening, 'capacity' | 'accepted' | 'waiting'>,
  { words }: Pick<Tongue, 'words'>,
): string[] {
  const { capacity, accepted, waiting } = happening;
  const { seats } = words.event;
  const left = seatsLeft(happening);
  const queue = waiting === null || waiting === 0 ? [] : [seats.waiting(waiting)];
  if (capacity === null) return accepted === null ? [] : [seats.going(accepted), ...queue];
  if (accepted === null || left === null) return [words.agenda.seats(capacity)];
  return [[seats.taken(accepted, capacity), left === 0 ? seats.full : seats.left(left), ...queue].join(', ')];
}
