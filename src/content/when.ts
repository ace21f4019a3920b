/**
 * When something happens, in the words of whoever organises it: `来週の金曜 19時`, `12/3(水) 19:00〜21:00`,
 * `毎月第2水曜`, `next Friday 7pm`. What could mean two things is not guessed at.
 */
import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { readRepeat } from './repeat.ts';
import { readClocks, type Clocks } from './when-clock.ts';
import { FAR, NEAR, type Origin } from './when-calendar.ts';
import { readDays } from './when-day.ts';
import { sidesOf } from './when-text.ts';
import { REPEATING } from './when-words.ts';

/** Times as an event has them: local, `2027-03-10T19:00`, or `2027-03-10` for whole days. */
export interface Time {
  readonly ok: true;
  /** Of what repeats, the first one that is to come. */
  readonly start: string;
  readonly end: string | null;
  /** RRULE without prefix; `null`: it happens once. */
  readonly repeat: string | null;
}

export interface NoTime {
  readonly ok: false;
  readonly reason:
    | 'unclear' // detail: the words that are not understood, '' where a day is missing
    | 'past' // detail: when it was
    | 'weekday' // the day has another day of the week; detail: the day
    | 'no-such-day' // detail: the words
    | 'end-before-start'; // detail: the end
  readonly detail: string;
}

export type When = Time | NoTime;

export interface Here {
  /** IANA name: what the times are local to. */
  readonly zone: string;
  readonly now: Date;
}

type LocalTime = Temporal.PlainDateTime;

/** What is said, in parts; `null` where a part is not. */
interface Said extends Omit<Clocks, 'days'> {
  readonly lastDay: string;
  readonly isPair: boolean;
  readonly repeat: string | null;
  readonly now: LocalTime;
}

/** Longer nights are given with both days. */
const LONGEST_NIGHT = 12 * 60;
const DAY = 24 * 60;

/** `終日` says what a day without a time is anyway. */
const WHOLE_DAY = /終日|\ball[- ~]day\b/giu;

/** Reads a time in Japanese or English. Of days without a year the next is meant, of a weekday the coming one. */
export function readWhen(text: string, { zone, now }: Here): When {
  const plain = text.slice(0, 1000).replace(WHOLE_DAY, ' ');
  const sides = sidesOf(plain);
  const clocks = sides && readClocks(sides);
  if (!sides || !clocks || (plain !== text && clocks.start !== null))
    return failed('unclear', text.slice(0, 80));
  const { start, end, days } = clocks;
  const [firstDay, lastDay] = days.start === '' ? [days.end, ''] : [days.start, days.end];
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDateTime();
  const said = { start, end, lastDay, isPair: sides.sign === '&', repeat: null, now: local };
  return REPEATING.test(firstDay) ? repeating(firstDay, said) : once(firstDay, said);
}

const failed = (reason: NoTime['reason'], detail: string): NoTime => ({ ok: false, reason, detail });

function once(text: string, said: Said): When {
  const today = said.now.toPlainDate();
  const found = daysOf(text, { today, from: today, reach: FAR });
  return 'ok' in found ? found : firstToCome(found, said);
}

function repeating(text: string, said: Said): When {
  const repeat = readRepeat(text);
  const isOvernight = said.start !== null && said.start >= DAY;
  if (repeat === null || isOvernight || said.lastDay !== '') return failed('unclear', text);
  const days = firstDaysOf(repeat, said.now);
  return days.length > 0 ? firstToCome(days, { ...said, repeat }) : failed('unclear', text);
}

/** The first two days: today's may be over already. How often it is left out says nothing of when it begins. */
function firstDaysOf(rule: string, now: LocalTime): readonly Temporal.PlainDate[] {
  const midnight = now.toPlainDate().toZonedDateTime('UTC');
  const rruleString = rule.replace(/;INTERVAL=\d+/u, '');
  const dates = new RRuleTemporal({ rruleString, dtstart: midnight, temporal: Temporal });
  const first = dates.next(midnight, true);
  const second = first && dates.next(first);
  return [first, second].flatMap((each) => each?.toPlainDate() ?? []);
}

function daysOf(text: string, origin: Origin): readonly Temporal.PlainDate[] | NoTime {
  const found = readDays(text, origin);
  if (!found) return failed('unclear', text);
  if (found.contradicted) return failed('weekday', found.contradicted.toString());
  return found.days.length > 0 ? found.days : failed('no-such-day', text);
}

function firstToCome(days: readonly Temporal.PlainDate[], said: Said): When {
  const isToCome = (day: Temporal.PlainDate): boolean =>
    said.start === null
      ? Temporal.PlainDate.compare(day, said.now.toPlainDate()) >= 0
      : Temporal.PlainDateTime.compare(at(day, said.start), said.now) >= 0;
  const day = days.find(isToCome);
  if (day) return withEnd(day, said);
  return failed('past', days[0] ? written(days[0], said.start) : '');
}

/** Midnight and so many minutes, by the clock on the wall. */
const at = (day: Temporal.PlainDate, minutes: number): LocalTime => day.toPlainDateTime().add({ minutes });

const written = (day: Temporal.PlainDate, minutes: number | null): string =>
  minutes === null ? day.toString() : at(day, minutes).toString({ smallestUnit: 'minute' });

function withEnd(day: Temporal.PlainDate, said: Said): When {
  const end = said.lastDay === '' ? endOnDay(day, said) : endOnLastDay(day, said);
  if (end !== null && typeof end === 'object') return end;
  return { ok: true, start: written(day, said.start), end, repeat: said.repeat };
}

/** `22:00〜2:00` goes past midnight; `19:00〜18:00` is a slip. */
function endOnDay(day: Temporal.PlainDate, { start, end, isPair }: Said): string | null | NoTime {
  if (isPair || (end !== null && start === null)) return failed('unclear', '');
  if (end === null || start === null) return null;
  if (end > start) return written(day, end);
  const isNight = end + DAY - start <= LONGEST_NIGHT;
  return isNight ? written(day, end + DAY) : failed('end-before-start', written(day, end));
}

function endOnLastDay(day: Temporal.PlainDate, said: Said): string | NoTime {
  const { start, end, lastDay, isPair, now } = said;
  const found = daysOf(lastDay, { today: now.toPlainDate(), from: day, reach: NEAR });
  if ('ok' in found) return found;
  const [last = day] = found;
  // Days that are named one by one have no times between them, and no days.
  const isOdd = isPair && (start !== null || !last.equals(day.add({ days: 1 })));
  if (isOdd || (start === null) !== (end === null)) return failed('unclear', lastDay);
  const [begins, ends] = [written(day, start), written(last, end)];
  return ends < begins || (start !== null && ends === begins) ? failed('end-before-start', ends) : ends;
}
