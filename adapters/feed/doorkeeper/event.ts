/** An event as Doorkeeper says it → as it is announced. */
import { z } from 'zod';
import { ONCE } from '../once.ts';
import { optionalCount, optionalText, title, webAddress } from '../shape.ts';
import { localTime } from '../time.ts';
import { isCalledOff, numberIn, saysOnline } from '../title.ts';
import { unread } from '../unread.ts';
import type { Announced, FeedProblem } from '../../../src/port.ts';
import type { Reading } from '../reading.ts';

const shape = z.object({
  event: z.object({
    title,
    public_url: webAddress,
    starts_at: optionalText,
    ends_at: optionalText,
    venue_name: optionalText,
    address: optionalText,
    ticket_limit: optionalCount,
    participants: optionalCount,
    waitlisted: optionalCount,
    description: optionalText,
    /** Its number where it is not expanded. */
    group: z.object({ name: title }).nullable().catch(null),
  }),
});
const wrapped = z.object({ event: z.unknown() });

export interface Surroundings extends Reading {
  /** IANA name: Doorkeeper says all times in UTC, and not where people meet. */
  readonly zone: string;
}

/** `null`: its day is not decided yet. */
export function readEvent(
  raw: unknown,
  { hash, understanding, zone }: Surroundings,
): Announced | FeedProblem | null {
  const said = shape.safeParse(raw).data?.event;
  if (said === undefined) return unread(wrapped.safeParse(raw).data?.event);
  if (said.starts_at === null) return null;
  const start = localTime(said.starts_at, zone);
  if (start === null) return unread(said);
  const end = said.ends_at === null ? null : localTime(said.ends_at, zone);
  const { venue_name: place, address, public_url: url } = said;
  return {
    ...ONCE,
    ...understanding.description(said.description ?? ''),
    id: hash(url),
    title: said.title,
    start,
    end: end !== null && end >= start ? end : null,
    zone,
    place,
    address,
    url,
    online: saysOnline(place ?? address ?? said.title) ? url : null,
    capacity: said.ticket_limit === 0 ? null : said.ticket_limit,
    accepted: said.participants,
    waiting: said.waitlisted,
    tags: [],
    series: said.group?.name ?? null,
    number: numberIn(said.title),
    cancelled: isCalledOff(said.title),
    presentations: [],
  };
}
