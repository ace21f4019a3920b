/** Where a report stands on the community's own site. */
import type { Hit } from '../port.ts';

/** `2018-03-12-docker-meetup.md`, as site generators name posts. */
const dated = /^(\d{4})-(\d{2})-(\d{2})-(.+)$/u;
const extension = /\.(?:md|markdown)$/iu;
const part = /:(slug|path|year|month|day)/gu;

/**
 * The site's pattern filled in (`https://example.org/:year/:slug/`), the date from the file's name or else the report's.
 * `null` without a pattern, if a part of it is not known, and for events, which have addresses of their own.
 */
export function addressOf(
  site: string | null,
  { file, date, kind }: { readonly file: string; readonly date: string | null; readonly kind?: Hit['kind'] },
): string | null {
  if (site === null || kind === 'event') return null;
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
