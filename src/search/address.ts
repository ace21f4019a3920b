/** Where a report stands on the web: on the community's own site, or else on the pages that the bot itself serves. */
import type { Hit } from '../port.ts';

export interface Sites {
  /** The pattern of the settings: `https://example.org/:year/:slug/`. */
  readonly site: string | null;
  /** Base address of our own pages, without a slash at its end. */
  readonly pages: string | null;
}

/** What can have an address. Without a `report` that it is a part of, it is one itself. */
interface Located {
  readonly id: string;
  readonly file: string;
  readonly date: string | null;
  readonly kind?: Hit['kind'];
  readonly report?: { readonly id: string };
}

export type AddressOf = (text: Located) => string | null;

/** The address of a report, a talk or a section; `null` where there is no page of it, and for events, which have their own. */
export const addressesOn =
  ({ site, pages }: Sites): AddressOf =>
  (text) =>
    text.kind === 'event' ? null : (onSite(site, text) ?? onPages(pages, text));

/** `2018-03-12-docker-meetup.md`, as site generators name posts. */
const dated = /^(\d{4})-(\d{2})-(\d{2})-(.+)$/u;
const extension = /\.(?:md|markdown)$/iu;
const part = /:(slug|path|year|month|day)/gu;

/** The pattern filled in, the date from the file's name or else the report's; `null` if a part of it is not known. */
function onSite(site: string | null, { file, date }: Located): string | null {
  if (site === null) return null;
  const path = file.replace(extension, '');
  const base = path.slice(path.lastIndexOf('/') + 1);
  const [, ...named] = dated.exec(base) ?? [];
  const [year, month, day] = named.length > 0 ? named : (date ?? '').split('-');
  const parts: Readonly<Record<string, string | undefined>> = {
    slug: named[3] ?? base,
    path,
    year,
    month,
    day,
  };
  const known = [...site.matchAll(part)].every(([, name = '']) => (parts[name] ?? '') !== '');
  return known ? site.replace(part, (_, name: string) => encode(parts[name] ?? '')) : null;
}

const encode = (text: string): string => text.split('/').map(encodeURIComponent).join('/');

/** A report has a page; a part of it is an anchor there. */
function onPages(pages: string | null, { id, report }: Located): string | null {
  if (pages === null) return null;
  return report === undefined || report.id === id
    ? `${pages}/reports/${id}`
    : `${pages}/reports/${report.id}#${id}`;
}
