/** Hits → what people read: the talk, who gave it, at which meetup, its slides, and the passage that was found. */
import type { ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Hit, Locale, Speaker } from '../port.ts';
import type { Words } from '../words/index.ts';
import { dateText } from './date.ts';
import { joined, item, link, numbered, paragraph, quote, strong, text } from './build.ts';
import type { OwnPages } from './own-pages.ts';
import { safeUrl } from './safe.ts';

export interface Tongue {
  readonly words: Words;
  readonly locale: Locale;
  /** Where names lead to; without it they are text. */
  readonly pages?: OwnPages;
}

/** `@zembutsu`, `前佛雅人`, or both. */
export function speakerText({ name, handle }: Speaker): string {
  if (handle === null) return name ?? '';
  if (name === null || name.toLowerCase() === handle.toLowerCase()) return `@${handle}`;
  return `${name} (@${handle})`;
}

/** Speakers one after the other. */
export const speakerNames = (speakers: readonly Speaker[], { pages }: Tongue): PhrasingContent[] =>
  joined(
    ', ',
    speakers.map((speaker) => [named(speakerText(speaker), pages?.speaker(speaker))]),
  );

/** A name, as a link where it leads somewhere. */
export const named = (name: string, url: string | null | undefined): PhrasingContent =>
  url === null || url === undefined ? text(name) : link(url, name);

/** `Docker Meetup Tokyo #6`, or the report's own title where its series is not known. */
export const meetupText = (
  of: { readonly series: string | null; readonly number: number | null },
  title: string,
): string => (of.series === null ? title : `${of.series}${of.number === null ? '' : ` #${of.number}`}`);

/** `slides`, or `slides 1`, `slides 2`. */
export function slideLinks(slides: readonly string[], words: Words): PhrasingContent[][] {
  const urls = slides.map(safeUrl).filter((url) => url !== null);
  return urls.map((url, index) => [
    link(url, `${words.result.slides}${urls.length > 1 ? ` ${index + 1}` : ''}`),
  ]);
}

/** One hit as a list item. */
function hitItem(hit: Hit, tongue: Tongue): ListItem {
  const { words, locale } = tongue;
  const url = hit.url === null ? null : safeUrl(hit.url);
  const title = hit.title === '' ? words.report.untitled : hit.title;
  const facts = joined(' · ', [
    speakerNames(hit.speakers, tongue),
    hit.kind === 'report' && hit.series === null ? [] : [meetupText(hit, hit.report.title)],
    hit.date === null ? [] : [dateText(hit.date, locale)],
    hit.kind === 'event' ? [words.result.event] : [],
    ...slideLinks(hit.slides, words),
  ]);
  return item(
    paragraph(strong(url === null ? title : link(url, title))),
    ...(facts.length > 0 ? [paragraph(...facts)] : []),
    ...(hit.excerpt.length > 0 ? [quote(paragraph(...hit.excerpt))] : []),
  );
}

/** Hits as a numbered list; the first one has the number `from`. */
export const hitList = (hits: readonly Hit[], from: number, tongue: Tongue): RootContent =>
  numbered(
    from,
    hits.map((hit) => hitItem(hit, tongue)),
  );
