/** When an event takes place: the texts of its header → local times of its zone. */
import { Temporal } from 'temporal-polyfill';
import type { EventFile } from '../model.ts';
import { readDate } from './date.ts';

interface Written {
  readonly start: string | null;
  readonly end: string | null;
  readonly until: string | null;
  readonly except: readonly string[] | null;
}

interface ReadTimes {
  readonly times: Pick<EventFile, keyof Written>;
  /** Names of the fields that were not understood, or not wholly. */
  readonly unread: readonly string[];
}

/** Times with an offset are converted to `zone`, all others are local to it. Without a readable start there is ''. */
export function readTimes(written: Written, zone: string): ReadTimes {
  const start = written.start && readLocal(written.start, zone);
  const end = written.end && readEnd(written.end, start ?? '', zone);
  const until = written.until && readDay(written.until, zone);
  const days = (written.except ?? []).map((day) => readDay(day, zone));
  const except = days.filter((day) => day !== null);
  const single = Object.entries({ start, end, until });
  return {
    times: { start: start ?? '', end, until, except },
    unread: [
      ...single.filter(([key, value]) => value === null && written[key as keyof Written]).map(([key]) => key),
      ...(except.length < days.length ? ['except'] : []),
    ],
  };
}

/** `2027-03-10T19:00`, or `2027-03-10` where no time is given. */
function readLocal(text: string, zone: string): string | null {
  const date = readDate(text, zone);
  if (date?.precision !== 'day') return null;
  return date.time === null ? date.value : `${date.value}T${date.time}`;
}

const readDay = (text: string, zone: string): string | null => readLocal(text, zone)?.slice(0, 10) ?? null;

/** The end is of the same kind as the start, a time or a day, and not before it. */
function readEnd(text: string, start: string, zone: string): string | null {
  const end = readLocal(text, zone) ?? readClock(text, start, zone);
  return end !== null && end.length === start.length && end >= start ? end : null;
}

/** `21:00` is on the day of the start, or past midnight if it would lie before it. */
function readClock(text: string, start: string, zone: string): string | null {
  const day = start.slice(0, 10);
  const end = readLocal(`${day} ${text}`, zone);
  if (end === null || end >= start) return end;
  return end.replace(day, Temporal.PlainDate.from(day).add({ days: 1 }).toString());
}
