/** What the header of an event may say, field by field. */
import { z } from 'zod';
import { address, list, text, textBy, wholeNumber } from './schema.ts';
import { readRepeat } from './repeat.ts';
import { isZone } from './zone.ts';

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

/** All fields. Times are still text: what they mean depends on the zone. */
export const FIELDS = {
  title: text,
  start: text,
  end: text,
  zone: text.refine(isZone),
  repeat: textBy(readRepeat),
  until: text,
  except: list(text),
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
};
