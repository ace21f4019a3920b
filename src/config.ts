/** Settings of a community: the header of `community.md`, where every key may be missing and a wrong one is ignored. */
import { z } from 'zod';
import { address, lineOfField, list, readFields, text } from './content/schema.ts';
import { readFrontMatter } from './content/front-matter.ts';
import { digestSetting } from './content/digest-setting.ts';
import { feedSetting } from './content/feed-setting.ts';
import { noteSetting, usualNotes } from './content/note-setting.ts';
import { publishSetting } from './content/publish-setting.ts';
import { isZone } from './content/zone.ts';
import type { Problem, Settings } from './model.ts';
import { locales } from './model.ts';

/** Rows of names: lists, texts with commas, or a map from a name to the others. */
const rowsOf = (value: unknown): unknown =>
  isMap(value) ? Object.entries(value).map(([name, others]) => [name, others].flat()) : value;

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const names = list(text).pipe(z.array(z.string()).min(1));

const person = z.union([
  z
    .object({ name: names.optional(), names: names.optional(), hidden: z.boolean().default(false) })
    .transform(({ name = [], names: others = [], hidden }) => ({ names: [...name, ...others], hidden }))
    .refine((each) => each.names.length > 0),
  names.transform((all) => ({ names: all, hidden: false })),
]);

const KNOWN = {
  name: text,
  locale: z.enum(locales),
  zone: text.refine(isZone),
  site: address,
  organisers: list(text),
  workspaces: list(text),
  aliases: z.preprocess(rowsOf, z.array(names)),
  people: z.preprocess(rowsOf, z.array(person)),
  feeds: z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(feedSetting)),
  digests: z.preprocess((value) => (Array.isArray(value) ? value : [value]), z.array(digestSetting)),
  notes: noteSetting,
  publish: publishSetting,
};

/** What is meant where nothing is said. */
const DEFAULTS: Settings = {
  name: null,
  locale: 'ja',
  zone: 'Asia/Tokyo',
  site: null,
  organisers: [],
  workspaces: [],
  aliases: [],
  people: [],
  feeds: [],
  digests: [],
  notes: usualNotes,
  publish: null,
};

export interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly Problem[];
}

/** The settings that a file says, with the defaults for all else. Never throws. `null`: there is no such file. */
export function readSettings(source: { readonly path: string; readonly text: string } | null): ReadSettings {
  if (!source) return { settings: DEFAULTS, problems: [] };
  const header = readFrontMatter(source.text);
  const { values, unread } = readFields(header, KNOWN);
  const unknown = Object.keys(header.data).filter((key) => !Object.hasOwn(KNOWN, key));
  const said = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  return {
    settings: { ...DEFAULTS, ...said },
    problems: [...header.problems, ...[...unread, ...unknown].map((key) => ignored(source.text, key))],
  };
}

const ignored = (source: string, key: string): Problem => ({
  line: lineOfField(source, key),
  code: 'settings-unreadable',
  detail: key,
});
