/** Days by their place in the calendar: `12/3`, `Dec 3`, `来年3月10日`, `第2水曜`, `last Friday of March`, `5日`. */
import { Temporal } from 'temporal-polyfill';
import { DATE_SHAPES, monthOf, yearOf } from './date-shapes.ts';
import { dateOf } from './date.ts';
import { MONTHS_AHEAD, ORDINALS, YEARS_AHEAD } from './when-words.ts';

export type Day = Temporal.PlainDate;

/** From where days are counted. */
export interface Origin {
  readonly today: Day;
  /** A day that the text does not wholly say is the next one from here on. */
  readonly from: Day;
  /** And at most so many days away: a meeting that ends a year later is a slip of the pen. */
  readonly reach: number;
}

/** A beginning has a year in which to come, an end two weeks. */
export const FAR = 366;
export const NEAR = 14;

/** The words, and the day of the week that stood among them. */
export interface Asked extends Origin {
  readonly text: string;
  /** ISO: Monday is 1. */
  readonly weekday: number | null;
}

/** `null`: no words of this reader's. */
export type Reader = (asked: Asked) => readonly Day[] | null;

export const fits = (day: Day, { weekday }: Asked): boolean => weekday === null || day.dayOfWeek === weekday;

const isBefore = (one: Day, other: Day): boolean => Temporal.PlainDate.compare(one, other) < 0;

/** A day that fits its weekday, but is over by less, is past; one that is over for longer has the wrong weekday. */
const JUST_OVER = 60;

/** `2027/3/10`, `12/3`, `dec 3`, `来年3月10日`; a year that is not said is the next in which it comes. */
export const calendarDay: Reader = (asked) => {
  const [, word = '', rest = ''] = /^(再来年|来年|今年)の?(.*)$/u.exec(asked.text) ?? [];
  const ahead = YEARS_AHEAD.get(word);
  const text = ahead === undefined ? asked.text : `${asked.today.year + ahead}年${rest}`;
  const whole = partsOf(text);
  // Every shape with a name for its month asks for a year.
  const found = whole ?? partsOf(`${text} 2000`);
  if (!found) return null;
  const { month, day } = found;
  const year = whole?.year ?? null;
  if (year !== null) return existing([[year, month, day]]);
  const years = [asked.from.year, asked.from.year + 1];
  const days = concluded(existing(years.map((each) => [each, month, day])), asked);
  const before = days.map((each) => each.subtract({ years: 1 }));
  const isJustOver = (each: Day): boolean =>
    fits(each, asked) && isBefore(asked.today.subtract({ days: JUST_OVER }), each);
  return days.some((each) => fits(each, asked)) ? days : [...before.filter(isJustOver), ...days].slice(0, 1);
};

type Parts = readonly [year: number, month: number, day: number];

/** The parts of a text that is nothing but a day. */
function partsOf(text: string): { year: number | null; month: number; day: number } | null {
  for (const shape of DATE_SHAPES)
    for (const match of text.matchAll(shape)) {
      const groups = match.groups ?? {};
      const [month, day] = [monthOf(groups), groups['d']];
      if (match[0].length === text.length && month !== null && day !== undefined)
        return { year: yearOf(groups), month, day: Number(day) };
    }
  return null;
}

const existing = (parts: readonly Parts[]): readonly Day[] =>
  parts.flatMap((each) => {
    const date = dateOf(...each);
    return date ? [Temporal.PlainDate.from(date.value)] : [];
  });

/** The first that is to come, and near enough; where none is, the first of all, which is over. */
function concluded(days: readonly Day[], { from, reach }: Origin): readonly Day[] {
  const last = from.add({ days: reach });
  return [...days.filter((day) => !isBefore(day, from) && !isBefore(last, day)), ...days].slice(0, 1);
}

/** Months by how they are named: one of them, or each of the coming ones. */
function monthsBy(name: string | undefined, { today, from }: Origin): readonly Day[] | null {
  const months = (first: Day, count: number): readonly Day[] =>
    Array.from({ length: count }, (_, ahead) => first.with({ day: 1 }).add({ months: ahead }));
  if (name === undefined) return months(from, 13);
  const ahead = MONTHS_AHEAD.get(name);
  if (ahead !== undefined) return months(today.add({ months: ahead }), 1);
  const number = /^(\d{1,2})月$/u.exec(name)?.[1];
  const month = number === undefined ? monthOf({ name }) : Number(number);
  return month === null || month > 12 ? null : months(from, 13).filter((each) => each.month === month);
}

const NTH: readonly RegExp[] = [
  /^(?:(?<month>今月|来月|再来月|\d{1,2}月)の?)?(?<nth>第[1-5]|最終)$/u,
  /^(?<nth>[1-5](?:st|nd|rd|th)|first|second|third|fourth|fifth|last)(?: (?:of |in )?(?<month>.+))?$/u,
];

/** `第2水曜`, `来月の第2水曜`, `last friday of november`. */
export const nthWeekday: Reader = (asked) => {
  const { weekday, text, from } = asked;
  const { nth, month } = NTH.map((shape) => shape.exec(text)?.groups).find((groups) => groups) ?? {};
  const months = weekday !== null && nth !== undefined ? monthsBy(month, asked) : null;
  if (months === null || weekday === null || nth === undefined) return null;
  const days = months.flatMap((first) => nthIn(first, weekday, positionOf(nth)));
  const coming = days.filter((day) => !isBefore(day, from));
  return coming.length > 0 ? coming : days;
};

/** `null`: the last. */
function positionOf(word: string): number | null {
  const digit = /\d/u.exec(word)?.[0];
  return digit === undefined ? ORDINALS.indexOf(word) + 1 || null : Number(digit);
}

function nthIn(first: Day, weekday: number, nth: number | null): readonly Day[] {
  const start = first.add({ days: (weekday - first.dayOfWeek + 7) % 7 });
  const all = Array.from({ length: 5 }, (_, week) => start.add({ weeks: week })).filter(
    ({ month }) => month === first.month,
  );
  const day = nth === null ? all.at(-1) : all[nth - 1];
  return day ? [day] : [];
}

/** `来月5日`, `5日`, `the 5th`; behind a beginning (`12/5〜6`) the number alone. */
export const dayOfMonth: Reader = (asked) => {
  const { text, reach } = asked;
  const [whole, month, day, sign] =
    /^(?:(今月|来月|再来月)の?)?(\d{1,2})(日|st|nd|rd|th)?$/u.exec(text) ?? [];
  if (whole === undefined || (sign === undefined && reach > NEAR)) return null;
  const months = monthsBy(month, asked) ?? [];
  const days = existing(months.map((each) => [each.year, each.month, Number(day)]));
  return month === undefined ? concluded(days, asked) : days;
};
