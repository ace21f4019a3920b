/** What a VEVENT says besides its times. */
import { isCalledOff } from '../title.ts';
import type { Announced, Understanding } from '../../../src/port.ts';
import type { Reading } from '../reading.ts';
import { lineOf, linesNamed, type Component } from './component.ts';
import { LONGEST, MOST_TAGS } from './limits.ts';
import { whereaboutsOf } from './place.ts';
import { oneLine, paragraphs, unescaped } from './text.ts';

export type Facts = Pick<
  Announced,
  'title' | 'place' | 'address' | 'url' | 'online' | 'tags' | 'cancelled' | 'text' | 'talks'
>;

/** A title that is missing is ''. */
export function factsOf(component: Component, { understanding }: Pick<Reading, 'understanding'>): Facts {
  const title = titleOf(component);
  const description = unescaped(lineOf(component, 'DESCRIPTION'), LONGEST.text);
  return {
    ...whereaboutsOf(component, description),
    ...textOf(description, understanding),
    title,
    tags: tagsOf(component),
    cancelled: /^cancell?ed$/iu.test(valueOf(component, 'STATUS')) || isCalledOff(title),
  };
}

/** By these one knows HTML, which some calendars write where text should be. */
const MARKUP = /<\/?(?:a|b|br|div|em|font|h[1-6]|html|i|li|ol|p|span|strong|table|u|ul)\b[^<>]*>/iu;

/** Its rows begin with a clock. Looking for talks in every text would take longer than all the rest. */
const TIMETABLE = /^[^\w\n]{0,9}\d{1,2}[:：時]/mu;

function textOf(written: string, understanding: Understanding): Pick<Facts, 'text' | 'talks'> {
  const isHtml = MARKUP.test(written);
  if (!isHtml && !TIMETABLE.test(written)) return { text: paragraphs(written, LONGEST.text), talks: [] };
  const { text, talks } = understanding.description(written);
  return { text: paragraphs(isHtml ? text : written, LONGEST.text), talks };
}

export const titleOf = (component: Component): string =>
  oneLine(unescaped(lineOf(component, 'SUMMARY'), LONGEST.title), LONGEST.title);

/** A class that nobody knows means private (RFC 5545 §3.8.1.3). */
export const isPrivate = (component: Component): boolean =>
  !['', 'PUBLIC'].includes(valueOf(component, 'CLASS').toUpperCase());

/** Whole numbers alone; anything else is 0. */
export const sequenceOf = (component: Component): number =>
  Number(/^\d{1,9}$/u.exec(valueOf(component, 'SEQUENCE'))?.[0] ?? 0);

/** The one with the highest SEQUENCE; of several the last. */
export const newest = (versions: readonly Component[]): Component | undefined =>
  versions.toSorted((one, other) => sequenceOf(one) - sequenceOf(other)).at(-1);

/** `null` where it has none. */
export const uidOf = (component: Component): string | null =>
  valueOf(component, 'UID').slice(0, LONGEST.address) || null;

const valueOf = (component: Component, name: string): string => lineOf(component, name)?.value.trim() ?? '';

/** In small letters, as members write them; commas separate those that are not escaped. */
function tagsOf(component: Component): readonly string[] {
  const tags = linesNamed(component, 'CATEGORIES')
    .flatMap((line) => line.value.slice(0, LONGEST.text).match(/(?:\\.|[^\\,])+/gsu) ?? [])
    .map((value) => oneLine(value.replaceAll(/\\(.)/gsu, '$1'), LONGEST.tag).toLowerCase())
    .filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, MOST_TAGS);
}
