/** Slides that the page of an event lists, for the talks of a report that has none of its own. */
import { matchPresentations } from '../content/presentations.ts';
import { addressKey } from '../event/identity.ts';
import type { Presentation, Reading } from '../port.ts';
import type { KnownFeed } from './feeds.ts';

/** By the ids of the talks. What the report links to already is proposed for nothing. */
export function proposalsFor(
  { report, contents }: Pick<Reading, 'report' | 'contents'>,
  feeds: readonly KnownFeed[],
): Reading['proposals'] {
  const address = report.meetup.url === null ? null : addressKey(report.meetup.url);
  if (address === null) return {};
  const linked = new Set(report.links.map(addressKey));
  const shown = presentationsAt([address], feeds).filter(({ url }) => !linked.has(addressKey(url)));
  const talks = contents.filter(({ isTalk, slides }) => isTalk && slides.length === 0);
  const planned = talks.map(({ title, speakers }) => ({
    title: title ?? '',
    speakers: speakers.flatMap(({ name, handle }) => [name, handle].filter((each) => each !== null)),
    minutes: null,
  }));
  const { ofTalks } = matchPresentations(planned, shown);
  return Object.fromEntries(
    talks.flatMap(({ id }, at) => {
      const own = ofTalks[at] ?? [];
      return own.length === 0 ? [] : [[id, own]];
    }),
  );
}

/** What was shown at the event that has one of these names, each once, however many feeds find it. */
export function presentationsAt(
  keys: readonly string[],
  feeds: readonly KnownFeed[],
): readonly Presentation[] {
  const shown = feeds
    .flatMap(({ copy }) => copy.events)
    .filter(({ url, presentations }) => {
      const address = url === null ? null : addressKey(url);
      return presentations.length > 0 && address !== null && keys.includes(address);
    })
    .flatMap(({ presentations }) => presentations);
  return [...new Map(shown.map((each) => [each.url, each])).values()];
}
