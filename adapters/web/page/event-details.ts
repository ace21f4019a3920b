/** What is known of an event: when, where, who announces it, each with its label. */
import type { ListItem, PhrasingContent } from 'mdast';
import type { EventReading } from '../../../src/port.ts';
import { span } from '../../../src/view/agenda.ts';
import { emphasis, item, joined, link, paragraph, strong } from '../../../src/view/build.ts';
import { mapLink } from '../../../src/view/calendar-link.ts';
import { linkOrText } from '../../../src/view/link.ts';
import { meetupText, named } from '../../../src/view/results.ts';
import { safeUrl } from '../../../src/view/safe.ts';
import { seatsOf } from '../../../src/view/seats.ts';
import type { Words } from '../../../src/words/index.ts';
import type { Visit } from '../visit.ts';

type Line = readonly (PhrasingContent | string)[];

/** In the order in which one asks; a line with nothing in it is left out. */
export const detailsOf = (reading: EventReading, visit: Visit): readonly ListItem[] =>
  Object.entries(lines)
    .map(([label, line]) => [label, line(reading, visit)] as const)
    .filter(([, line]) => line.length > 0)
    .map(([label, line]) =>
      item(paragraph(strong(visit.words.web.event.label[label as keyof typeof lines])), paragraph(...line)),
    );

const lines = {
  when: ({ happening }, { words }) =>
    joined(' · ', [span(happening), [happening.inferred && emphasis(words.agenda.inferred)]]),
  where: ({ happening }, { words }) => {
    const { place, address } = happening;
    const map = safeUrl(mapLink(happening) ?? '');
    return joined(' · ', [
      [place],
      [address !== place && address],
      [map !== null && link(map, words.event.card.map)],
    ]);
  },
  stream: ({ happening: { online } }) => addressLine(online),
  seats: ({ happening }, visit) => seatsOf(happening, visit),
  series: ({ happening }, { pages }) =>
    happening.series === null
      ? []
      : [named(meetupText(happening, ''), pages.events({ series: happening.series }))],
  registration: ({ happening: { url } }) => addressLine(url),
  announced: ({ happening: { sources } }, { words }) =>
    joined(
      ', ',
      sources.map(({ feed, url }) => [linkOrText(url ?? undefined, sourceName(feed, words))]),
    ),
  report: ({ report }) => (report === null ? [] : [linkOrText(report.url ?? undefined, report.title)]),
} satisfies Readonly<
  Record<keyof Words['web']['event']['label'], (reading: EventReading, visit: Visit) => Line>
>;

/** An address says itself where it leads: by the name of its host. */
function addressLine(address: string | null): Line {
  const url = address === null ? null : safeUrl(address);
  return url === null ? [] : [link(url, new URL(url).host)];
}

/** Who announces it, for people: `connpass`, `calendar.example.org`. */
export function sourceName(feed: string, { web }: Words): string {
  const { sources } = web.event;
  return Object.hasOwn(sources, feed) ? sources[feed as keyof typeof sources] : feed.replace(/^ical /, '');
}
