/** The words by which organisers say when something happens, as data. Texts are as `when-text.ts` leaves them. */

const table = (words: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(words));

/** Days from today. */
export const DAYS_AHEAD: ReadonlyMap<string, number> = table({
  今日: 0,
  本日: 0,
  today: 0,
  明日: 1,
  あした: 1,
  あす: 1,
  tomorrow: 1,
  明後日: 2,
  あさって: 2,
  'day after tomorrow': 2,
  明々後日: 3,
  しあさって: 3,
});

/**
 * Weeks from this one, which began on Monday: 来週の金曜 is the Friday of the next such week, said on a Sunday as well.
 * "next Friday" is read alike; for some it is the very next one, so what was understood is to be shown.
 */
export const WEEKS_AHEAD: ReadonlyMap<string, number> = table({
  今週: 0,
  'this week': 0,
  来週: 1,
  next: 1,
  'next week': 1,
  再来週: 2,
  'week after next': 2,
});

/** Beside a day of the week: the one that comes next, today included. */
export const COMING: ReadonlySet<string> = new Set(['', 'this', 'coming', 'this coming', '今度', '次']);

/** Months from this one. */
export const MONTHS_AHEAD: ReadonlyMap<string, number> = table({
  今月: 0,
  'this month': 0,
  来月: 1,
  'next month': 1,
  再来月: 2,
  'month after next': 2,
});

export const YEARS_AHEAD: ReadonlyMap<string, number> = table({ 今年: 0, 来年: 1, 再来年: 2 });

export const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** ISO: Monday is 1. */
export const WEEKDAYS = '月火水木金土日';
export const WEEKDAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** A text with one of these repeats. A day of the week alone does not: it is the next one. */
export const REPEATING =
  /毎|隔|ごと|平日|\b(?:every|each|weekdays|[a-z]{3,}ly|(?:mon|tues|wednes|thurs|fri|satur|sun)days)\b/u;

/** What stands around days and clocks and says nothing. Full stops belong to abbreviations. */
export const NOISE = String.raw`(?:[\s,、。.]|開催日時?|日時|日程|日付|開催|開始|スタート|頃|ごろ|まで|[のはにで:]|\b(?:on|at|from|the|starts?|starting|date|when)\b)`;

/** 7 in the evening is 19; in the morning it stays. */
export const AFTERNOON: ReadonlySet<string> = new Set(['午後', 'pm', '夜', '夕方', '昼']);
