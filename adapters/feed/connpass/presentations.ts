/** What was shown at events that are over. Each has to be asked for by itself, so only a few are at a time. */
import { z } from 'zod';
import { listOf, optionalText, title, webAddress } from '../shape.ts';
import type { Announced, FeedCopy, Now, Presentation } from '../../../src/port.ts';
import type { Api } from './api.ts';
import type { Listed } from './event.ts';

/** Adds what is known and what can be learnt. Never rejects: what is not answered stays as it was in `last`. */
export type WithPresentations = (
  listed: readonly Listed[],
  last: FeedCopy | null,
  signal?: AbortSignal,
) => Promise<readonly Announced[]>;

interface Shown {
  /** When connpass was asked, as milliseconds since 1970. */
  readonly at: number;
  /** `null`: it did not answer. */
  readonly presentations: readonly Presentation[] | null;
}

/** At a time; a second each. */
const MAX_ASKED = 3;
const DAY = 24 * 60 * 60_000;
/** Of Asia/Tokyo, all year. */
const OFFSET = '+09:00';

const person = z.object({ nickname: optionalText }).nullable().catch(null);

const shape = z.object({
  presentations: listOf(
    z
      .object({ name: title, url: webAddress, presenter: person, user: person })
      .transform(({ name, url, presenter, user }): Presentation => {
        return { title: name, url, speaker: presenter?.nickname ?? user?.nickname ?? null };
      }),
  ),
});

/** Remembers, as long as the process lives, what was asked. */
export function createPresentations(api: Api, now: Now): WithPresentations {
  const known = new Map<string, Shown>();
  return async (listed, last, signal) => {
    for (const { number, event } of dueOf(listed, known, now().getTime())) {
      const answer = await api(`events/${number}/presentations/?count=100`, shape, signal);
      const presentations = answer.status === 'ok' ? answer.value.presentations : null;
      known.set(event.id, { at: now().getTime(), presentations });
      if (presentations === null) break;
    }
    const before = new Map(last?.events.map(({ id, presentations }) => [id, presentations]));
    return listed.map(({ event }) => ({
      ...event,
      presentations: known.get(event.id)?.presentations ?? before.get(event.id) ?? [],
    }));
  };
}

/** What to ask for now: first what never was, the latest event before all others; then what was asked for longest ago. */
function dueOf(listed: readonly Listed[], known: ReadonlyMap<string, Shown>, now: number): readonly Listed[] {
  return listed
    .map((each) => ({ each, over: overAt(each.event), asked: known.get(each.event.id)?.at ?? 0 }))
    .filter(({ each, over, asked }) => !each.event.cancelled && over < now && isDue(now, over, asked))
    .toSorted((one, other) => one.asked - other.asked || other.over - one.over)
    .slice(0, MAX_ASKED)
    .map(({ each }) => each);
}

const overAt = ({ start, end }: Announced): number => Date.parse(`${end ?? start}${OFFSET}`);

/** Slides come in the days after an event, and ever more seldom: it is asked for again when it is over for twice as long. */
const isDue = (now: number, over: number, asked: number): boolean =>
  now - asked >= Math.max(DAY, asked - over);
