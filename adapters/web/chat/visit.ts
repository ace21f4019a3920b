/** Who asks for a room of the playground, as whom, and where: all of it stands in the address. */
import type { Context } from 'hono';
import { UserError } from '../../../src/error.ts';
import { visitOf } from '../visit.ts';
import type { Ground, Visit } from '../visit.ts';
import { memberOf } from './people.ts';
import type { Member } from './people.ts';
import { pathOf, rooms } from './spot.ts';
import type { Spot } from './spot.ts';

export interface ChatVisit extends Visit {
  /** Whom one speaks as. */
  readonly person: Member;
  readonly spot: Spot;
  /** Path of a room or thread for the same person in the same language, or for another one. */
  readonly to: (spot: Spot, query?: Readonly<Record<string, string>>) => string;
}

/** Throws UserError `no-person`. Without a room it is the direct one. */
export async function chatVisitOf(context: Context, ground: Ground): Promise<ChatVisit> {
  const visit = await visitOf(context, ground);
  const person = memberOf(visit.query('as') || 'hanako', visit.locale);
  if (person === null) throw new UserError('no-person');
  return {
    ...visit,
    person,
    zone: person.zone,
    spot: spotOf(visit),
    to: (spot, query = {}) => {
      const chosen = visit.chosen ? { lang: visit.chosen } : {};
      const search = new URLSearchParams({ as: person.id, ...chosen, ...query });
      return `${visit.site.root}${pathOf(spot)}?${search.toString()}`;
    },
  };
}

/** Throws UserError `no-room` or `no-thread`. */
function spotOf({ param }: Visit): Spot {
  const room = rooms.find((name) => name === (param('room') || 'direct'));
  if (room === undefined) throw new UserError('no-room');
  return { room, thread: param('thread') === '' ? null : idOf(param('thread')) };
}

function idOf(value: string): number {
  if (!/^[1-9]\d{0,15}$/.test(value)) throw new UserError('no-thread');
  return Number(value);
}
