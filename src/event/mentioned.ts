/** What reports mention in passing: "the next one is on 4/6 (Fri) 19:00" is news as well. */
import type { Happening, Mentioned, Report } from '../model.ts';
import type { Hash } from '../port.ts';
import { keysOf } from './identity.ts';
import { written } from './local.ts';

/** The feed that such happenings belong to. */
export const REPORTS = 'reports';

interface Context {
  /** The community's: what the times in its reports mean. */
  readonly zone: string;
  readonly hash: Hash;
}

/** A happening for each event with a date that a report mentions, all marked `inferred`; none if the report is hidden. */
export function mentionedIn(report: Report, context: Context): readonly Happening[] {
  if (report.hidden) return [];
  return report.mentioned.flatMap((event) =>
    event.date === null ? [] : [happening(event, event.date, context)],
  );
}

function happening(event: Mentioned, date: string, { zone, hash }: Context): Happening {
  const at = (time: string): string => written(`${date}T${time}`, zone);
  const start = event.start === null ? date : at(event.start);
  return {
    id: hash(`${event.url ?? event.title} ${date}`),
    title: event.title,
    start,
    end: event.start !== null && event.end !== null && event.end > event.start ? at(event.end) : null,
    zone,
    place: event.place,
    address: null,
    online: null,
    url: event.url,
    status: 'scheduled',
    sources: [{ feed: REPORTS, url: event.url }],
    series: null,
    number: null,
    tags: [],
    capacity: null,
    accepted: null,
    waiting: null,
    talks: [],
    text: '',
    inferred: true,
    keys: keysOf({ url: event.url, uid: null, day: date, repeats: false }),
    provenance: {},
    conflicts: [],
    sequence: 0,
  };
}
