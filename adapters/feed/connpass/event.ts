/** An event as connpass says it → as it is announced. */
import { z } from 'zod';
import { ONCE } from '../once.ts';
import { optionalCount, optionalText, title, webAddress } from '../shape.ts';
import { localTime } from '../time.ts';
import { numberIn, saysOnline } from '../title.ts';
import { unread } from '../unread.ts';
import type { Announced, FeedProblem } from '../../../src/port.ts';
import type { Reading } from '../reading.ts';

/** connpass says all times at +09:00. */
export const ZONE = 'Asia/Tokyo';

const shape = z.object({
  id: z.int(),
  title,
  url: webAddress,
  catch: optionalText,
  description: optionalText,
  hash_tag: optionalText,
  started_at: optionalText,
  ended_at: optionalText,
  limit: optionalCount,
  event_type: optionalText,
  open_status: optionalText,
  group: z.object({ title }).nullable().catch(null),
  address: optionalText,
  place: optionalText,
  accepted: optionalCount,
  waiting: optionalCount,
});

type Said = z.infer<typeof shape>;

/** One that is understood. */
export interface Listed {
  /** What connpass calls it. */
  readonly number: number;
  readonly event: Announced;
}

/** `null`: its day is not decided yet. */
export function readEvent(raw: unknown, { hash, understanding }: Reading): Listed | FeedProblem | null {
  const said = shape.safeParse(raw).data;
  if (said === undefined) return unread(raw);
  if (said.started_at === null) return null;
  const start = localTime(said.started_at, ZONE);
  if (start === null) return unread(raw);
  const { text, talks } = understanding.description(said.description ?? '');
  const event: Announced = {
    ...ONCE,
    ...placeOf(said),
    ...seatsOf(said),
    id: hash(said.url),
    title: said.title,
    start,
    end: endOf(said, start),
    zone: ZONE,
    url: said.url,
    tags: tagsIn(said.hash_tag ?? ''),
    series: said.group?.title ?? null,
    number: numberIn(said.title),
    talks,
    cancelled: said.open_status === 'cancelled',
    text: [said.catch, text].filter(Boolean).join('\n'),
    presentations: [],
  };
  return { number: said.id, event };
}

function endOf({ ended_at: said }: Said, start: string): string | null {
  const end = said === null ? null : localTime(said, ZONE);
  return end !== null && end >= start ? end : null;
}

/** Where to watch it is told on its page. */
const placeOf = ({
  place,
  address,
  title: name,
  url,
}: Said): Pick<Announced, 'place' | 'address' | 'online'> => ({
  place,
  address,
  online: saysOnline(place ?? address ?? name) ? url : null,
});

/** One that is only advertised has its seats elsewhere. */
function seatsOf({
  event_type: type,
  limit,
  accepted,
  waiting,
}: Said): Pick<Announced, 'capacity' | 'accepted' | 'waiting'> {
  if (type === 'advertisement') return { capacity: null, accepted: null, waiting: null };
  return { capacity: limit === 0 ? null : limit, accepted, waiting };
}

const tagsIn = (text: string): readonly string[] => [
  ...new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .split(/[\s,、#]+/u)
      .filter((tag) => tag !== ''),
  ),
];
