/** `/feed.xml`: the newest reports and notes. */
import type { Reading, ReportEntry, Speaker } from '../../../src/port.ts';
import { paragraph, root } from '../../../src/view/build.ts';
import { beginningOf } from '../../../src/view/date.ts';
import { contentsList, readingFacts, summaryOf, talksOf } from '../../../src/view/reading.ts';
import { speakerText } from '../../../src/view/results.ts';
import { plainly, safeUrl } from '../../../src/view/safe.ts';
import { compile } from '../compile.ts';
import type { Visit } from '../visit.ts';
import { mostEntries } from './atom.ts';
import type { Entry, Feed, Source } from './atom.ts';

interface News {
  readonly items: readonly ReportEntry[];
  readonly changedAt: Date | null;
}

export const reportFeed: Source<News> = { path: '/feed.xml', newsOf, feedOf };

async function newsOf({ library }: Visit): Promise<News> {
  const [{ items }, { changedAt }] = await Promise.all([
    library.reports({ limit: mostEntries, offset: 0 }),
    library.status(),
  ]);
  return { items, changedAt };
}

async function feedOf({ items, changedAt }: News, visit: Visit): Promise<Feed> {
  const { library, settings, words } = visit;
  // One after the other: whoever asks meanwhile is not kept waiting by a reader of feeds.
  const readings = await Array.fromAsync(items, ({ id }) => library.read(id));
  return {
    title: plainly(words.start.welcome(settings.name)),
    list: '/reports',
    updated: changedAt,
    entries: items.flatMap((entry, at) => entryOf(entry, readings[at] ?? null, visit)),
  };
}

/** A report without any date is no news: nobody knows when it was. */
function entryOf(entry: ReportEntry, reading: Reading | null, visit: Visit): readonly Entry[] {
  const date = reading?.report.date?.value ?? entry.date;
  if (reading === null || date === null) return [];
  const { url, zone, locale } = visit;
  const page = url(`/reports/${entry.id}`);
  return [
    {
      page,
      url: safeUrl(entry.url ?? '') ?? page,
      language: reading.report.language ?? locale,
      title: entry.title,
      published: beginningOf(date, zone),
      authors: authorsOf(reading),
      summary: summaryOf(reading, visit),
      content: contentOf(reading, visit),
    },
  ];
}

/** Who spoke, each once. */
function authorsOf(reading: Reading): readonly string[] {
  const speakers: readonly Speaker[] = [
    ...reading.report.speakers,
    ...talksOf(reading).flatMap((talk) => talk.speakers),
  ];
  return [...new Set(speakers.map(speakerText))].filter((name) => name !== '');
}

function contentOf(reading: Reading, visit: Visit): string {
  const facts = paragraph(...readingFacts(reading, visit));
  const tree = root(facts, talksOf(reading).length > 0 && contentsList(reading, visit));
  return compile(tree, { ...visit, site: null }).toString();
}
