/** When a repeating event happens. The rule is followed on the calendar alone: zones and their jumps come in afterwards. */
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';

/** No clock is ever changed there, so no local time is missing from it: it stands in for the zone while counting. */
const STAND_IN = 'UTC';

const UNTIL = /(?:^|;)UNTIL=(\d{8})(T\d{6})?(Z)?/u;

export interface Series {
  readonly start: Temporal.PlainDateTime;
  /** RRULE without prefix. */
  readonly rule: string;
  /** Last day, local. */
  readonly until: string | null;
  /** Days on which it does not happen. */
  readonly except: readonly string[];
  /** What an UNTIL in UTC is compared in. */
  readonly zone: string;
}

/** A stretch of local time, without its end. */
export interface Window {
  readonly from: Temporal.PlainDateTime;
  readonly to: Temporal.PlainDateTime;
}

/**
 * The local starts of a series within a window, one after the other. It begins with the first day that the rule
 * names on or after its start. A rule that can not be followed has none.
 */
export function* expand(series: Series, window: Window): Generator<Temporal.PlainDateTime> {
  try {
    const to = firstOf([window.to, ...endsOf(series)]);
    for (const start of follow(series, window.from)) {
      if (Temporal.PlainDateTime.compare(start, to) >= 0) return;
      if (!series.except.includes(start.toPlainDate().toString())) yield start;
    }
  } catch {
    // The library gives up by throwing, for example on a 30 February: no more starts.
  }
}

function* follow(series: Series, from: Temporal.PlainDateTime): Generator<Temporal.PlainDateTime> {
  const rule = new RRuleTemporal({
    rruleString: series.rule.replace(UNTIL, '').replace(/^;/u, ''),
    dtstart: series.start.toZonedDateTime(STAND_IN),
    temporal: Temporal,
  });
  for (let next = rule.next(from.toZonedDateTime(STAND_IN), true); next; next = rule.next(next)) {
    yield next.toPlainDateTime();
  }
}

const firstOf = (times: readonly Temporal.PlainDateTime[]): Temporal.PlainDateTime =>
  times.reduce((first, time) => (Temporal.PlainDateTime.compare(time, first) < 0 ? time : first));

/** The first local times at which a series is over. */
function endsOf({ rule, until, zone }: Series): readonly Temporal.PlainDateTime[] {
  const [, day, time = '', utc] = UNTIL.exec(rule) ?? [];
  const days = [until, time ? undefined : day].filter((each) => typeof each === 'string');
  const ends = days.map((each) => Temporal.PlainDate.from(each).add({ days: 1 }).toPlainDateTime());
  if (!day || !time) return ends;
  const last = utc
    ? Temporal.Instant.from(`${day}${time}Z`).toZonedDateTimeISO(zone).toPlainDateTime()
    : Temporal.PlainDateTime.from(`${day}${time}`);
  return [...ends, last.add({ seconds: 1 })];
}
