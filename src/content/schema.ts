/** Fields of a header as people write them: one is read by itself, so that a wrong one takes no other with it. */
import { z } from 'zod';
import type { FrontMatter } from './front-matter.ts';

/** A text, or a number or a date of TOML that is meant as one. Beyond 2^53 YAML has lost digits already (ids without quotes). */
export const text = z
  .union([
    z.string(),
    z.number().max(Number.MAX_SAFE_INTEGER),
    z.date().transform((date) => date.toISOString()),
  ])
  .transform((value) => String(value).trim())
  .pipe(z.string().min(1));

/** What `read` makes of a text; `null` is not understood. */
export const textBy = <T>(read: (value: string) => T | null) =>
  text.transform((value, context): T => {
    const result = read(value);
    if (result === null) context.addIssue({ code: 'custom' });
    return result ?? z.NEVER;
  });

/** An address of the web. */
export const address = text.refine((value) => /^https?:\/\//iu.test(value) && URL.canParse(value));

/** `30`, `30名`, `30 people`, `#12`, `第12回`. */
export const wholeNumber = textBy((value) => {
  const digits = /^[#第]?\s*(\d{1,6})\s*\p{L}*$/u.exec(value.normalize('NFKC'))?.[1];
  return digits === undefined ? null : Number(digits);
});

/** A list, or one text with commas between its items. Empty items are nothing. */
export const list = <Item extends z.ZodType>(item: Item) =>
  z.preprocess((value) => itemsOf(value).filter((each) => each !== null && each !== ''), z.array(item));

function itemsOf(value: unknown): readonly unknown[] {
  if (typeof value === 'string') return value.split(/[,、，;]/u).map((each) => each.trim());
  return Array.isArray(value) ? value : [value];
}

type Shape = Readonly<Record<string, z.ZodType>>;

/** What could be read of a header. Fields that are absent, empty or not understood are `null`. */
export interface Fields<Known extends Shape> {
  readonly values: { readonly [Key in keyof Known]: z.output<Known[Key]> | null };
  /** Names of the fields that were not understood, or not wholly. */
  readonly unread: readonly string[];
}

/** Reads the fields of a table. Of a list with bad items the good ones stay. */
export function readFields<Known extends Shape>(header: FrontMatter, known: Known): Fields<Known> {
  const read = Object.entries(known).map(([key, schema]) => {
    const value = asWritten(header.data[key], header.raw[key]);
    return { key, ...(isEmpty(value) ? { value: null, sound: true } : parse(schema, value)) };
  });
  return {
    values: Object.fromEntries(read.map(({ key, value }) => [key, value])) as Fields<Known>['values'],
    unread: read.filter(({ sound }) => !sound).map(({ key }) => key),
  };
}

/** A number that was read as 1.1 is 1.10 in the file. */
const asWritten = (value: unknown, raw: string | undefined): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? raw || String(value) : value;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function parse(schema: z.ZodType, value: unknown): { readonly value: unknown; readonly sound: boolean } {
  const whole = schema.safeParse(value);
  if (whole.success) return { value: whole.data, sound: true };
  if (!Array.isArray(value)) return { value: null, sound: false };
  const bad = new Set(whole.error.issues.map(({ path }) => path[0]));
  const good = schema.safeParse(value.filter((_, index) => !bad.has(index)));
  return { value: good.success ? good.data : null, sound: false };
}

/** 1-based line of a key in the header of a file; 1 if it is nowhere. */
export function lineOfField(source: string, key: string): number {
  const start = new RegExp(`^\\s*["']?${RegExp.escape(key)}["']?\\s*[:=：]`, 'iu');
  const index = source.split(/\r\n?|\n/u).findIndex((line) => start.test(line));
  return Math.max(index, 0) + 1;
}
