/** Days in what someone wrote: `来週の金曜`, `tomorrow`, `土曜`, and all that stand in the calendar. */
import {
  calendarDay,
  dayOfMonth,
  fits,
  nthWeekday,
  type Asked,
  type Day,
  type Origin,
  type Reader,
} from './when-calendar.ts';
import { trimmed } from './when-text.ts';
import { COMING, DAYS_AHEAD, WEEKDAYS, WEEKDAY_NAMES, WEEKS_AHEAD } from './when-words.ts';

/** Days that are meant, best first; none: the calendar has no such day. `contradicted`: its day of the week is another. */
export interface Days {
  readonly days: readonly Day[];
  readonly contradicted: Day | null;
}

/** `null` where it is not understood. */
export function readDays(text: string, origin: Origin): Days | null {
  const asked = { ...origin, ...weekdayIn(text) };
  for (const reader of READERS) {
    const days = reader(asked);
    if (days === null) continue;
    const fitting = days.filter((day) => fits(day, asked));
    const [first] = days;
    return { days: fitting, contradicted: fitting.length === 0 && first ? first : null };
  }
  return null;
}

const WEEKDAY_SHAPES: readonly RegExp[] = [
  /\( ?([月火水木金土日])(?:曜日?)?(?:[・、/]? ?[祝休]日?)? ?\)/u,
  /([月火水木金土日])曜日?/u,
  /(?<=週の?|第[1-5]|最終)([月火水木金土日])$/u,
  /^([月火水木金土日])$/u,
  /\(?\b(mon)(?:day)?\b\)?|\(?\b(tue)(?:s(?:day)?)?\b\)?|\(?\b(wed)(?:nesday)?\b\)?|\(?\b(thu)(?:r?s?(?:day)?)?\b\)?|\(?\b(fri)(?:day)?\b\)?|\(?\b(sat)(?:urday)?\b\)?|\(?\b(sun)(?:day)?\b\)?/u,
];

/** The day of the week, and the text without it. */
function weekdayIn(text: string): Pick<Asked, 'text' | 'weekday'> {
  for (const shape of WEEKDAY_SHAPES) {
    const match = shape.exec(text);
    const name = match?.slice(1).find((group) => group !== undefined);
    if (!match || name === undefined) continue;
    const rest = trimmed(text.replace(match[0], ' '));
    const index = name.length === 1 ? WEEKDAYS.indexOf(name) : WEEKDAY_NAMES.indexOf(name);
    return { text: rest, weekday: index + 1 };
  }
  return { text, weekday: null };
}

const dayAhead: Reader = ({ text, today }) => {
  const [, before, after] = /^(\d{1,3})(?:日|days?)後$|^in (\d{1,3}) days?$/u.exec(text) ?? [];
  const count = DAYS_AHEAD.get(text) ?? before ?? after;
  return count === undefined ? null : [today.add({ days: Number(count) })];
};

const weekAhead: Reader = ({ text, weekday, today }) => {
  const [, before, after] = /^(\d{1,2})週間?後$|^in (\d{1,2}) weeks?$/u.exec(text) ?? [];
  const weeks = WEEKS_AHEAD.get(text) ?? before ?? after;
  if (weeks === undefined) return null;
  const sameDay = today.add({ weeks: Number(weeks) });
  if (weekday !== null) return [sameDay.add({ days: weekday - sameDay.dayOfWeek })];
  return WEEKS_AHEAD.get(text) === undefined ? [sameDay] : null;
};

/** Today and in a week: which of them is still to come depends on the clock. */
const comingWeekday: Reader = ({ text, weekday, from }) => {
  if (weekday === null || !COMING.has(text)) return null;
  const first = from.add({ days: (weekday - from.dayOfWeek + 7) % 7 });
  return [first, first.add({ weeks: 1 })];
};

const READERS: readonly Reader[] = [dayAhead, weekAhead, comingWeekday, calendarDay, nthWeekday, dayOfMonth];
