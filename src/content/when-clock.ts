/** Times of day in what someone wrote: `19:00`, `19時半`, `午後7時から9時`, `7–9 pm`, `25:00`. */
import { trimmed, type Sides } from './when-text.ts';
import { AFTERNOON } from './when-words.ts';

/** Minutes since midnight, from 1440 on of the next day; `null` where none is given. What is left of each side names days. */
export interface Clocks {
  readonly start: number | null;
  readonly end: number | null;
  readonly days: Pick<Sides, 'start' | 'end'>;
}

/** A time as it stands there. `half`: morning or afternoon, where the text says which. */
interface Read {
  readonly hour: number;
  readonly minute: number;
  readonly half: 'morning' | 'afternoon' | null;
  /** The text without it. */
  readonly rest: string;
}

const CLOCK =
  /(?<before>午前|午後|朝|昼|夜(?!\s?12)|夕方|[ap]m)?\s?(?<!\d)(?<hour>\d{1,2})(?:(?::(?<min>\d{2})(?!\d)(?::00(?:\.0{1,9})?)?|時(?:(?<min>\d{1,2})分|(?<thirty>半))?)(?:\s?(?<after>[ap])\.?m\b\.?)?|(?:\.(?<min>\d{2}))?\s?(?<after>[ap])\.?m\b\.?)|(?<noon>正午|\bnoon\b)/u;

/** An hour without a sign is one only where the other side has a time: `19-21時`, `7–9 pm`, `19:00-21`. */
const BARE: Readonly<Record<'start' | 'end', RegExp>> = {
  start: /(?<=^|[\s,、)日曜])(?<hour>\d{1,2})$/u,
  end: /^(?<hour>\d{1,2})(?=$|\s)/u,
};

const LATEST = 29;
const HALF_DAY = 12;

/** `null` where a time is none, or there are several on one side. */
export function readClocks(sides: Sides): Clocks | null {
  const [first, last] = [readBy(CLOCK, sides.start), readBy(CLOCK, sides.end)];
  const start = first ?? (last && readBy(BARE.start, sides.start));
  const end = last ?? (first && readBy(BARE.end, sides.end));
  const days = { start: start?.rest ?? sides.start, end: end?.rest ?? sides.end };
  const [from, to] = [start && { ...start, half: start.half ?? before(start, end) }, end];
  const startsAt = from && minutesOf(from);
  const endsAt = to && minutesOf({ ...to, half: to.half ?? behind(to, from) });
  const isSound = [startsAt, endsAt].every((at) => at !== undefined);
  const isSingle = [days.start, days.end].every((text) => !CLOCK.test(text));
  return isSound && isSingle ? { start: startsAt ?? null, end: endsAt ?? null, days } : null;
}

function readBy(shape: RegExp, text: string): Read | null {
  const match = shape.exec(text);
  if (!match) return null;
  const { before: word, hour = '12', min, thirty, after } = match.groups ?? {};
  const half = word ?? (after && `${after}m`);
  const without = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return {
    hour: Number(hour),
    minute: thirty ? 30 : Number(min ?? 0),
    half: half === undefined ? null : AFTERNOON.has(half) ? 'afternoon' : 'morning',
    rest: trimmed(without),
  };
}

/** `7–9 pm` begins in the afternoon as well, `11–1 pm` does not: as late as it can before the end. */
function before(start: Read, end: Read | null): Read['half'] {
  if (end?.half !== 'afternoon' || start.hour > HALF_DAY) return null;
  return (start.hour % HALF_DAY) * 60 + start.minute < (end.hour % HALF_DAY) * 60 + end.minute
    ? 'afternoon'
    : 'morning';
}

/** `午後7時から9時` ends in the evening; `午前10時〜3時` does too: as soon as it can after the start. */
function behind(end: Read, start: Read | null): Read['half'] {
  if (!start?.half || end.hour > HALF_DAY) return null;
  const morning = minutesOf({ ...end, half: 'morning' }) ?? 0;
  const from = minutesOf(start) ?? 0;
  return morning <= from && from < morning + HALF_DAY * 60 ? 'afternoon' : 'morning';
}

/** `undefined` where there is no such time. */
function minutesOf({ hour, minute, half }: Read): number | undefined {
  if (minute > 59 || hour > LATEST || (half === 'morning' && hour > HALF_DAY)) return undefined;
  const isTwelve = half !== null && hour <= HALF_DAY;
  const base = isTwelve ? hour % HALF_DAY : hour;
  return (base + (isTwelve && half === 'afternoon' ? HALF_DAY : 0)) * 60 + minute;
}
