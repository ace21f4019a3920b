/** The talks that an event announces; who has spoken before leads to what they said. */
import type { ListItem, PhrasingContent } from 'mdast';
import type { Happening, Settings } from '../../../src/port.ts';
import { item, joined, paragraph, strong } from '../../../src/view/build.ts';
import { named } from '../../../src/view/results.ts';
import type { Visit } from '../visit.ts';

export async function talksOf({ talks }: Happening, visit: Visit): Promise<readonly ListItem[]> {
  const names = [...new Set(talks.flatMap(({ speakers }) => speakers))];
  const pages = await Promise.all(names.map((name) => pageOf(name, visit)));
  const linked = new Map(names.map((name, at) => [name, named(name, pages[at])]));
  return talks.map(({ title, speakers, minutes }) => {
    const facts = joined(' · ', [
      joined(
        ', ',
        speakers.map((name): PhrasingContent[] => [linked.get(name) ?? named(name, null)]),
      ),
      [minutes !== null && visit.words.event.card.minutes(minutes)],
    ]);
    return item(paragraph(strong(title)), ...(facts.length > 0 ? [paragraph(...facts)] : []));
  });
}

/** The page of someone who gave a talk under exactly that name, or under another name of theirs; `null` if nobody did. */
async function pageOf(name: string, { library, pages, settings }: Visit): Promise<string | null> {
  const addressOf = (called: string): string | null =>
    pages.speaker({ name: called, handle: null, url: null });
  const page = addressOf(name);
  if (page === null) return null;
  const text = `speaker:"${name.replaceAll('"', ' ')}" type:talk`;
  const { hits } = await library.search({ text, limit: 1, offset: 0 });
  const names = new Set([page, ...namesakes(page, settings.people, addressOf)]);
  const speaker = hits[0]?.speakers.find((each) =>
    [each.name, each.handle].some((called) => called !== null && names.has(addressOf(called))),
  );
  return speaker === undefined ? null : pages.speaker(speaker);
}

/** The pages of whom the settings give that name among others. */
const namesakes = (
  page: string,
  people: Settings['people'],
  addressOf: (name: string) => string | null,
): readonly (string | null)[] =>
  people.map(({ names }) => names.map(addressOf)).find((addresses) => addresses.includes(page)) ?? [];
