/** `/feed.xml`: the newest reports and notes as Atom (RFC 4287), for those who would rather be told. */
import { html, raw } from 'hono/html';
import type { Locale, Reading, ReportEntry, Speaker } from '../../../src/port.ts';
import { paragraph, root } from '../../../src/view/build.ts';
import { beginningOf } from '../../../src/view/date.ts';
import { contentsList, readingFacts, summaryOf, talksOf } from '../../../src/view/reading.ts';
import { speakerText } from '../../../src/view/results.ts';
import { plainly, safeUrl } from '../../../src/view/safe.ts';
import { compile } from '../compile.ts';
import type { Html } from '../layout.ts';
import type { Visit } from '../visit.ts';

const most = 50;

/** What the feed is about: as long as it is the same, so is the feed. */
interface News {
  readonly items: readonly ReportEntry[];
  readonly changedAt: Date | null;
}

/** The feed in each language, made anew only when there is something new to say: it reads many reports. */
export function createFeed(): (visit: Visit) => Promise<string> {
  const made = new Map<Locale, { readonly stamp: string; readonly document: Promise<string> }>();
  return async (visit) => {
    const news = await newsOf(visit);
    const stamp = JSON.stringify(news);
    const last = made.get(visit.locale);
    if (last?.stamp === stamp) return last.document;
    const document = documentOf(news, visit);
    made.set(visit.locale, { stamp, document });
    document.catch(() => made.delete(visit.locale));
    return document;
  };
}

async function newsOf({ library }: Visit): Promise<News> {
  const [{ items }, { changedAt }] = await Promise.all([
    library.reports({ limit: most, offset: 0 }),
    library.status(),
  ]);
  return { items, changedAt };
}

async function documentOf({ items, changedAt }: News, visit: Visit): Promise<string> {
  const { library, settings, words, url, locale } = visit;
  const readings = await Promise.all(items.map(({ id }) => library.read(id)));
  const name = plainly(words.start.welcome(settings.name));
  const document = await html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${locale}">
      <id>${url('/feed.xml')}</id>
      <title>${name}</title>
      <updated>${(changedAt ?? new Date(0)).toISOString()}</updated>
      <author><name>${name}</name></author>
      <link rel="self" type="application/atom+xml" href="${url('/feed.xml')}" />
      <link rel="alternate" type="text/html" href="${url('/reports')}" />
      ${items.map((entry, at) => entryOf(entry, readings[at] ?? null, visit))}
    </feed>`;
  return permitted(document.toString());
}

/** A report without any date is no news: nobody knows when it was. */
function entryOf(entry: ReportEntry, reading: Reading | null, visit: Visit): Html {
  const published = reading?.report.date?.value ?? entry.date;
  if (reading === null || published === null) return html``;
  const { url, zone, locale } = visit;
  const page = url(`/reports/${entry.id}`);
  const at = beginningOf(published, zone);
  return html`<entry xml:lang="${reading.report.language ?? locale}">
    <id>${page}</id>
    <title>${plainly(entry.title)}</title>
    <link rel="alternate" type="text/html" href="${safeUrl(entry.url ?? '') ?? page}" />
    <published>${at}</published>
    <updated>${at}</updated>
    ${authorsOf(reading).map((name) => html`<author><name>${plainly(name)}</name></author>`)}
    <summary>${summaryOf(reading, visit)}</summary>
    <content type="html">${contentOf(reading, visit)}</content>
  </entry> `;
}

/** Who spoke, each once; where nobody is named the community of the feed is the author. */
function authorsOf(reading: Reading): readonly string[] {
  const speakers: readonly Speaker[] = [
    ...reading.report.speakers,
    ...talksOf(reading).flatMap((talk) => talk.speakers),
  ];
  return [...new Set(speakers.map(speakerText))].filter((name) => name !== '');
}

/** HTML in XML is text. */
function contentOf(reading: Reading, visit: Visit): string {
  const facts = paragraph(...readingFacts(reading, visit));
  const tree = root(facts, talksOf(reading).length > 0 && contentsList(reading, visit));
  return compile(tree, { ...visit, site: null }).toString();
}

/** XML has no words for some characters, not even escaped (XML 1.0, 2.2). */
const permitted = (document: string): string =>
  document.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
