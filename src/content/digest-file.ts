/** Digests that are kept as files: their header says of which period they are. */
import type { Root } from 'mdast';
import { Temporal } from 'temporal-polyfill';
import type { KeptDigest, Locale } from '../port.ts';
import { readDate } from './date.ts';
import { isHidden } from './fields.ts';
import { readFrontMatter } from './front-matter.ts';
import type { FrontMatter } from './front-matter.ts';
import { writeFrontMatter } from './front-matter-text.ts';
import { printInert } from './inert.ts';
import { languageOf } from './language.ts';
import { plainText } from './plain.ts';
import type { Context, Source } from './understood.ts';

const folder = 'digests/';

/** Of a week or of a day. */
const period = /^\d{4}-(?:W\d\d|\d\d-\d\d)$/;

/** `digests/2027-w09.md` */
export const digestPath = (digest: Pick<KeptDigest, 'period'>): string =>
  `${folder}${digest.period.toLowerCase()}.md`;

export interface DigestText extends Omit<KeptDigest, 'file' | 'text'> {
  /** Without times and mentions: in a file they are words. */
  readonly body: Root;
}

/** The file's text. A site shows the title by itself, so the body does without a heading that says the same. */
export function writeDigest({ title, at, period: digest, locale, id, body }: DigestText): string {
  const header = writeFrontMatter({ title: oneLine(title), date: at, digest, locale, id });
  return `${header}\n${printInert(withoutTitle(body, title))}`;
}

const oneLine = (title: string): string => title.replace(/\s+/gu, ' ').trim().toWellFormed();

function withoutTitle(body: Root, title: string): Root {
  const [first, ...others] = body.children;
  const isTitle = first?.type === 'heading' && plainText(first) === title.trim();
  return isTitle ? { ...body, children: others } : body;
}

/**
 * `null` if the file is no kept digest: it does not lie below `digests/`, or its header does not say which period it is of and
 * when it was made, or it is a draft.
 */
export function readDigest({ path, text }: Source, { zone, hash }: Context): KeptDigest | null {
  if (!path.startsWith(folder)) return null;
  const header = readFrontMatter(text);
  const of = textOf(header, 'digest').toUpperCase();
  const at = instantOf(textOf(header, 'date'), zone);
  if (!period.test(of) || at === null || isHidden(header)) return null;
  const body = header.body.trim();
  const id = textOf(header, 'id');
  const title = textOf(header, 'title') || of;
  return {
    id: shortName.test(id) ? id : hash(path),
    file: path,
    title,
    at,
    period: of,
    locale: localeOf(textOf(header, 'locale')) ?? languageOf(`${title}\n${body}`) ?? 'ja',
    text: body,
  };
}

/** What can stand in an address as it is. */
const shortName = /^[a-z0-9-]{1,40}$/;

const textOf = ({ data }: FrontMatter, key: string): string => {
  const value = data[key];
  return typeof value === 'string' ? value.trim() : '';
};

const localeOf = (text: string): Locale | null => (text === 'ja' || text === 'en' ? text : null);

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** RFC 3339 as it stands there; of a day, or of a time without an offset, what it is in that zone. */
function instantOf(text: string, zone: string): string | null {
  const date = readDate(text, zone);
  if (date?.precision !== 'day') return null;
  if (instant.test(text)) return text;
  const local = Temporal.PlainDateTime.from(`${date.value}T${date.time ?? '00:00'}`);
  return local.toZonedDateTime(zone).toString({ smallestUnit: 'second', timeZoneName: 'never' });
}
