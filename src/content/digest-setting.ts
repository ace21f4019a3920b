/** `digests` of community.md: which channels get a digest, when, and what is in it. */
import { z } from 'zod';
import { readSchedule } from './schedule.ts';
import type { DigestSection, DigestSetting } from '../port.ts';
import { list, text, textBy } from './schema.ts';
import { isZone } from './zone.ts';
import { locales } from '../model.ts';

/** All parts, in the order in which they usually stand; each as people call it. */
const sections: Readonly<Record<DigestSection, readonly string[]>> = {
  events: ['events', 'イベント'],
  reports: ['reports', 'レポート'],
  slides: ['slides', 'スライド'],
  calls: ['calls', '募集'],
  archive: ['archive', 'アーカイブ'],
};

export const allSections = Object.keys(sections) as readonly DigestSection[];

/** `null`: there is no such part. */
export const readSection = (name: string): DigestSection | null =>
  allSections.find((section) => sections[section].includes(name.trim().toLowerCase())) ?? null;

/** Where nothing else is said. */
export const usualDigest: DigestSetting = {
  channel: '#general',
  platform: null,
  workspace: null,
  schedule: '0 9 * * 1',
  zone: null,
  locale: null,
  sections: allSections,
  tags: [],
  series: [],
  thread: false,
  empty: 'skip',
  mention: null,
  keep: false,
};

const { channel: _channel, ...usual } = usualDigest;

/** A key without a value says nothing. */
const said = (row: unknown): unknown =>
  typeof row === 'object' && row !== null && !Array.isArray(row)
    ? Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== ''))
    : row;

const word = text.transform((value) => value.toLowerCase());

const fields = z
  .strictObject({
    channel: text,
    platform: word.pipe(z.enum(['slack', 'discord', 'web'])),
    workspace: text,
    schedule: textBy(readSchedule),
    zone: text.refine(isZone),
    locale: word.pipe(z.enum(locales)),
    sections: list(textBy(readSection)).pipe(z.array(z.custom<DigestSection>()).min(1)),
    tags: list(text),
    series: list(text),
    thread: z.boolean(),
    empty: word.pipe(z.enum(['skip', 'say'])),
    mention: text,
    keep: z.boolean(),
  })
  .partial()
  .required({ channel: true });

/** One row. What is misspelt in it is no digest: half a wish might be posted to the wrong people. */
export const digestSetting = z
  .preprocess(said, fields)
  .transform((row): DigestSetting => ({ ...usual, ...whole(row) }));

/** Something of which nothing is said is as it usually is. */
const whole = <T extends object>(row: T): { readonly [Key in keyof T]: NonNullable<T[Key]> } =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as never;
