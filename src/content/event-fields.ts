/** What the header of an event may say, field by field. */
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { readDate } from './date.ts';
import { address, list, text, textBy, wholeNumber } from './schema.ts';
import { readRepeat } from './repeat.ts';
import { isZone } from './zone.ts';

export const ZONE = { zone: text.refine(isZone) };

/** What `status` can say, and whether that is "called off". */
const STATUS: ReadonlyMap<string, boolean> = new Map([
  ['cancelled', true],
  ['canceled', true],
  ['中止', true],
  ['scheduled', false],
  ['confirmed', false],
  ['開催', false],
]);

const speakers = list(text).nullish();

const talk = z.union([
  z
    .object({ title: text, speakers, speaker: speakers, minutes: wholeNumber.nullish() })
    .transform((each) => ({
      title: each.title,
      speakers: each.speakers ?? each.speaker ?? [],
      minutes: each.minutes ?? null,
    })),
  text.transform((title) => ({ title, speakers: [], minutes: null })),
]);

/** All fields but the end, which depends on the start. Times are local to `zone`. */
export const fieldsIn = (zone: string) => ({
  ...ZONE,
  title: text,
  start: textBy((value) => readLocal(value, zone)),
  repeat: textBy(readRepeat),
  until: textBy((value) => readDay(value, zone)),
  except: list(textBy((value) => readDay(value, zone))),
  place: text,
  address: text,
  url: address,
  online: text,
  capacity: wholeNumber,
  tags: list(text.transform((tag) => tag.toLowerCase())),
  series: text,
  number: wholeNumber,
  talks: list(talk),
  status: textBy((value) => STATUS.get(value.toLowerCase()) ?? null),
  uid: text,
});

/** `2027-03-10T19:00`, or `2027-03-10` where no time is given. */
function readLocal(value: string, zone: string): string | null {
  const date = readDate(value, zone);
  if (date?.precision !== 'day') return null;
  return date.time === null ? date.value : `${date.value}T${date.time}`;
}

const readDay = (value: string, zone: string): string | null => readLocal(value, zone)?.slice(0, 10) ?? null;

/** A schema for the end of what begins at `start`: of the same kind (a time or a day) and not before it; or a time alone. */
export const endAfter = (start: string, zone: string) =>
  textBy((value) => {
    const end = readLocal(value, zone) ?? readClock(value, start, zone);
    return end !== null && end.length === start.length && end >= start ? end : null;
  });

/** `21:00` is on the day of the start, or past midnight if it would lie before it. */
function readClock(value: string, start: string, zone: string): string | null {
  const day = start.slice(0, 10);
  const end = readLocal(`${day} ${value}`, zone);
  if (end === null || end >= start) return end;
  return end.replace(day, Temporal.PlainDate.from(day).add({ days: 1 }).toString());
}
