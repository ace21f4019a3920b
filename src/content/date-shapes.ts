/** The shapes of dates, as data. All are anchored or bounded, so that each takes linear time. Input is NFKC. */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** First years of the Japanese eras, less one. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925 };

/** Names of offsets that stand in front matter, in minutes east of Greenwich. Other names are ambiguous. */
export const ZONES: Readonly<Record<string, number>> = { Z: 0, UTC: 0, GMT: 0, JST: 540 };

type Groups = Readonly<Record<string, string | undefined>>;

export function yearOf(groups: Groups): number | null {
  const era = groups['era'] === undefined ? undefined : ERAS[groups['era']];
  if (era !== undefined) return era + (groups['y'] === '元' ? 1 : Number(groups['y']));
  return groups['y'] === undefined ? null : Number(groups['y']);
}

export function monthOf(groups: Groups): number | null {
  if (groups['name'] !== undefined)
    return MONTHS.indexOf(groups['name'].slice(0, 3).toLowerCase()) + 1 || null;
  return groups['m'] === undefined ? null : Number(groups['m']);
}

const NAME = String.raw`(?<name>(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})\.?`;
const WEEKDAY = String.raw`(?: ?\(?(?:[日月火水木金土](?:曜日?)?|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6})(?:・?祝)?\)?,?)?`;
const CLOCK = String.raw`(?:(?:T| {1,2}|(?<=[)日曜]))(?<h>\d{1,2})(?::(?<min>\d{2})(?::\d{2}(?:\.\d{1,9})?)?|時(?:(?<min>\d{1,2})分)?))?`;
const ZONE = String.raw`(?: ?(?<zone>[+-]\d{1,2}:?(?:\d{2})?|[A-Za-z]{1,4}))?`;
const TAIL = `${WEEKDAY}${CLOCK}${ZONE}`;

const whole = (shape: string): RegExp => new RegExp(`^${shape}$`, 'iu');

/** A text that is nothing but a date. Groups: era, y, m or name, d, h, min, zone. */
export const MOMENT_SHAPES: readonly RegExp[] = [
  whole(String.raw`(?<y>\d{4})(?:-|/|\.)(?<m>\d{1,2})(?:-|/|\.)(?<d>\d{1,2})${TAIL}`),
  whole(String.raw`(?<y>\d{4}) ?年 ?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?日${TAIL}`),
  whole(
    String.raw`(?<era>令和|平成|昭和) ?(?<y>\d{1,2}|元) ?年 ?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?日${TAIL}`,
  ),
  whole(String.raw`(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})${CLOCK}${ZONE}`),
  whole(String.raw`(?:[a-z]{3,9},? )?${NAME} (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{4})${CLOCK}${ZONE}`),
  whole(String.raw`(?:[a-z]{3,9},? )?(?<d>\d{1,2})(?:st|nd|rd|th)? ${NAME},? (?<y>\d{4})${CLOCK}${ZONE}`),
  whole(String.raw`(?<y>\d{4})(?:-|/|\.| ?年 ?)(?<m>\d{1,2})(?: ?月)?`),
  whole(String.raw`${NAME},? (?<y>\d{4})`),
  whole(String.raw`(?<y>\d{4})(?<m>0[1-9]|1[0-2])`),
  whole(String.raw`(?<y>\d{4}) ?年?`),
];

const DAY_OF_WEEK = String.raw`(?: ?\( ?(?<wd>[日月火水木金土])(?:曜日?)?(?:・?祝日?)? ?\)| ?(?<wd>[日月火水木金土])曜)?`;
const YEAR = String.raw`(?<![\d./-])(?<y>(?:19|20)\d{2})`;

/** Dates inside a text, those with a year first. Groups: y, m or name, d, wd. */
export const DATE_SHAPES: readonly RegExp[] = [
  String.raw`${YEAR}(?:[-/.]|[^\S\n]?年[^\S\n]?)(?<m>\d{1,2})(?:[-/.]|[^\S\n]?月[^\S\n]?)(?<d>\d{1,2})(?!\d)日?${DAY_OF_WEEK}`,
  String.raw`${YEAR}[^\S\n]?年[^\S\n]?(?<m>\d{1,2})[^\S\n]?月`,
  String.raw`${YEAR}(?<m>0[1-9]|1[0-2])(?<d>[0-2]\d|3[01])(?!\d)`,
  String.raw`${YEAR}(?<m>0[1-9]|1[0-2])(?![\d./-])`,
  String.raw`${YEAR}[/-](?<m>0[1-9]|1[0-2])(?![\d/-])`,
  String.raw`\b${NAME} (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>(?:19|20)\d{2})\b`,
  String.raw`\b(?<d>\d{1,2})(?:st|nd|rd|th)? ${NAME},? (?<y>(?:19|20)\d{2})\b`,
  String.raw`\b${NAME} (?<y>(?:19|20)\d{2})\b`,
  String.raw`(?<![\d/.-])(?<m>\d{1,2})月(?<d>\d{1,2})日${DAY_OF_WEEK}`,
  String.raw`(?<![\d/.-])(?<m>\d{1,2})/(?<d>\d{1,2})(?![\d/])${DAY_OF_WEEK}`,
].map((shape) => new RegExp(shape, 'giu'));
