/** When a row of a timetable begins, and how long what stands in it takes. Texts are `narrow`. */

const CLOCK = String.raw`\d{1,2}:[0-5]\d(?: ?[ap]\.?m\.?)?|\d{1,2}時(?:半|[0-5]?\d分)?`;
const SPAN = new RegExp(
  String.raw`^[•・■◆●\s]*[(\[]?(?<from>${CLOCK})(?: ?(?:[-‐–—~〜→]+|から|to) ?(?<to>${CLOCK})?)?(?:まで)? ?[)\]]?(?: ?[-–—:|] ?|\s+|(?=\p{L}|["「『【]|$))`,
  'iu',
);
const MINUTES = /[([ ]*(?<![\d:.時])(\d{1,3}) ?(?:分間?|min(?:ute)?s?\.?)(?![\p{L}\d])[)\] ]*/iu;

export interface Span {
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number | null;
  /** Letters that it takes at the beginning of the text. */
  readonly length: number;
}

/** `19:10 – 19:30 …`, `19時半から…`, `(7:05 pm) …` */
export function spanAt(text: string): Span | null {
  const match = SPAN.exec(text);
  const { from, to } = match?.groups ?? {};
  if (!match || from === undefined) return null;
  return { from: minuteOf(from), to: to === undefined ? null : minuteOf(to), length: match[0].length };
}

/** `20分`, `(5 min)`: how many, and where that stands. */
export function minutesIn(
  text: string,
): { readonly minutes: number; readonly at: readonly [number, number] } | null {
  const match = MINUTES.exec(text);
  return match && { minutes: Number(match[1]), at: [match.index, match.index + match[0].length] };
}

function minuteOf(clock: string): number {
  const [, hours = '', minutes] = /^(\d+)(?:[:時](\d+|半)?)/u.exec(clock) ?? [];
  const isAfternoon = /p\.?m/iu.test(clock) && Number(hours) < 12;
  const rest = minutes === '半' ? 30 : Number(minutes ?? 0);
  return (Number(hours) + (isAfternoon ? 12 : 0)) * 60 + rest;
}
