/** The catalogue: what of each file is listed rather than searched. One card type for each kind, written and read here alone. */
import { deckAt } from '../content/slides.ts';
import type {
  Card,
  CatalogueEntry,
  EventFile,
  Happening,
  KeptDigest,
  Problem,
  Report,
  ReportEntry,
  Settings,
  Speaker,
} from '../port.ts';
import { heldOn, speakerKey } from '../search/key.ts';
import type { Deck } from './same-person.ts';

/** What a card of each kind says. */
export interface Cards {
  readonly settings: Settings;
  readonly report: Omit<ReportEntry, 'url'>;
  /** What digests ask of a report beyond that. By itself: whoever types a title does not wait for thousands of talks. */
  readonly talks: Pick<CatalogueEntry, 'id' | 'published' | 'tags' | 'parts'>;
  readonly event: EventFile;
  readonly digest: KeptDigest;
  /** An event that a report mentions. */
  readonly mention: Happening;
  /** Of these the key says all: who spoke, whose slides a speaker showed, the name of a series or a tag. */
  readonly speaker: null;
  readonly deck: null;
  readonly series: null;
  readonly tag: null;
  readonly problem: Problem;
}

export type Kind = keyof Cards;

const card = <K extends Kind>(kind: K, key: string, data: Cards[K]): Card => ({ kind, key, data });

export const problemCards = (problems: readonly Problem[]): readonly Card[] =>
  problems.map((problem) => card('problem', problem.code, problem));

export const settingsCard = (settings: Settings): Card => card('settings', '', settings);

export const digestCard = (digest: KeptDigest): Card => card('digest', digest.id, digest);

export const eventCards = (event: EventFile): readonly Card[] => [
  card('event', event.id, event),
  ...problemCards(event.problems),
];

/** A report counts once for each of its tags and its series; a speaker once for each talk. */
export function reportCards(report: Report, mentioned: readonly Happening[]): readonly Card[] {
  const parts = partsOf(report);
  const speakers = [...report.speakers, ...report.sections.flatMap((section) => section.speakers)];
  const { series, number } = report.meetup;
  const { id, file, title, tags } = report;
  return [
    card('report', id, {
      id,
      file,
      title,
      date: heldOn(report),
      series,
      number,
      talks: parts.length,
      event: report.meetup.url,
    }),
    card('talks', id, { id, published: report.date?.value ?? null, tags, parts }),
    ...speakers.map((speaker) => card('speaker', speakerCardKey(speaker), null)),
    ...[report, ...report.sections].flatMap(deckCards),
    ...(series === null ? [] : [card('series', series, null)]),
    ...tags.map((tag) => card('tag', tag, null)),
    ...mentioned.map((happening) => card('mention', happening.id, happening)),
    ...problemCards(report.problems),
  ];
}

/** Its talks; of a report that is the account of one talk the report itself. */
function partsOf(report: Report): CatalogueEntry['parts'] {
  const talks = report.sections.filter(({ isTalk }) => isTalk);
  return [
    ...(report.isTalk ? [report] : []),
    ...talks.map((talk) => ({ ...talk, title: talk.title ?? talk.heading })),
  ].map(({ id, title, speakers, slides }) => ({ id, title, speakers, slides }));
}

/** The same for the same name and handle. */
const speakerCardKey = ({ name, handle }: Speaker): string => JSON.stringify([name, handle]);

/** Who has cards with that key; the address is not a part of it. */
export function speakerOfKey(key: string): Speaker {
  const [name, handle] = JSON.parse(key) as readonly [Speaker['name'], Speaker['handle']];
  return { name, handle, url: null };
}

/** Of a talk by one person: the accounts that its slides lie in. Who is known by that account alone says nothing. */
function deckCards({ speakers: [speaker, ...others], slides }: Pick<Report, 'speakers' | 'slides'>) {
  const writing = speaker?.handle ?? speaker?.name ?? null;
  if (writing === null || others.length > 0) return [];
  return slides
    .flatMap((url) => deckAt(url)?.owner ?? [])
    .filter(({ url }) => url !== speaker?.url)
    .map(({ handle }) => card('deck', JSON.stringify([writing, speakerKey(handle ?? '')]), null));
}

/** What the key of such a card says. */
export function deckOfKey(key: string): Deck {
  const [speaker, owner] = JSON.parse(key) as readonly [string, string];
  return { speaker, owner };
}
