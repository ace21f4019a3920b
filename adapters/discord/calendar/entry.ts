/**
 * An entry of a calendar ⇄ a scheduled event that takes place elsewhere than in Discord:
 * https://docs.discord.com/developers/resources/guild-scheduled-event. Its description ends with the mark, by which it is known
 * again, in a line of its own.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  GuildScheduledEventEntityType as Kind,
  GuildScheduledEventPrivacyLevel as Privacy,
  GuildScheduledEventStatus as Status,
} from 'discord.js';
import type { APIGuildScheduledEvent, RESTPostAPIGuildScheduledEventJSONBody } from 'discord.js';
import type { Entry, Standing } from '../../../src/port.ts';
import { plainly } from '../../../src/view/safe.ts';
import { labelText, short } from '../../../src/view/short.ts';
import { escapedLines, unescaped } from '../escape.ts';
import { eventLimits } from '../limits.ts';

/** As much of an event as an entry is made of. */
type Said = Pick<
  APIGuildScheduledEvent,
  'name' | 'description' | 'entity_metadata' | 'scheduled_start_time' | 'scheduled_end_time'
>;

type Body = Said & RESTPostAPIGuildScheduledEventJSONBody;

/** A text and the mark stand apart. */
const gap = '\n\n';

export function bodyOf({ mark, title, text, place, start, end }: Entry): Body {
  const said = escapedWithin(
    plainly(text).toWellFormed().trim(),
    eventLimits.description - (gap + mark).length,
  );
  return {
    name: labelText(title.trim(), eventLimits.name),
    description: said === '' ? mark : said + gap + mark,
    entity_type: Kind.External,
    entity_metadata: { location: labelText(place.trim(), eventLimits.location) },
    privacy_level: Privacy.GuildOnly,
    scheduled_start_time: start.toISOString(),
    scheduled_end_time: end.toISOString(),
  };
}

/** As much of a text as fits once it is escaped, and nothing of one that is made of signs. What is cut may end in one more. */
function escapedWithin(text: string, room: number): string {
  if (room < 2) return '';
  const begun = short(text, room);
  const left = room - escapedLines(begun).length;
  if (left >= 0) return escapedLines(begun);
  const length = begun.length + left - 1;
  return length > 1 ? escapedLines(short(begun, length)) : '';
}

function entryOf({ name, description, entity_metadata: where, ...times }: Said): Entry {
  const lines = (description ?? '').split('\n');
  const start = new Date(times.scheduled_start_time);
  return {
    mark: lines.at(-1) ?? '',
    title: name,
    text: unescaped(lines.slice(0, -1).join('\n').trim()),
    place: where?.location ?? '',
    start,
    end: times.scheduled_end_time === null ? start : new Date(times.scheduled_end_time),
  };
}

/** The entry as it stands there: what is too long is cut. */
export const shown = (entry: Entry): Entry => entryOf(bodyOf(entry));

const statuses: Readonly<Record<Status, Standing['status']>> = {
  [Status.Scheduled]: 'scheduled',
  [Status.Active]: 'running',
  [Status.Completed]: 'over',
  [Status.Canceled]: 'over',
};

export const standingOf = (event: APIGuildScheduledEvent): Standing => ({
  ...entryOf(event),
  ref: event.id,
  status: statuses[event.status],
});

/** Does what stands there say the same? */
export const isSame = ({ ref: _ref, status: _status, ...standing }: Standing, entry: Entry): boolean =>
  isDeepStrictEqual(standing, shown(entry));
