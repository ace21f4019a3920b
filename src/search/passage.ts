/** What of a report or an event can be found: the report itself and each of its talks and sections, with the terms that find them. */
import type { EventFile, Passage, Report, Section, Speaker, Terms } from '../port.ts';
import { cut } from './cut.ts';
import type { Cut } from './cut.ts';
import { dateKeys, heldOn, keyOf, label, speakerKeys, unique } from './key.ts';
import { fold } from './normalise.ts';
import { wordsOf } from './segment.ts';

export interface Analysed {
  readonly passage: Passage;
  readonly terms: Terms;
  /** What it is called and what it says, cut: the words in use. */
  readonly cuts: readonly Cut[];
}

/** Texts of a passage by what they say about it. */
interface Fields {
  readonly name: readonly string[];
  readonly text: readonly string[];
  /** Terms: what a passage stands in is cut once for all that stands in it. */
  readonly context: readonly string[];
  readonly keys: readonly string[];
}

const cutAll = (texts: readonly string[]): Cut => cut(fold(texts.join('\n')));
const termsOf = ({ latin, pairs }: Cut): readonly string[] => [...latin, ...pairs];

/** Terms that a passage has in its name, as labels: few passages have each, so that they are found at once. */
export const calledLabel = (term: string): string => label('called', term);

function analyse(passage: Passage, fields: Fields): Analysed {
  const [name, text] = [cutAll(fields.name), cutAll(fields.text)];
  // A whole report is called by its labels too: `2018` finds it, and its sections only beside another word.
  const called = unique([...termsOf(name), ...(passage.line === 0 ? sharedLabels(passage) : [])]);
  const terms = {
    text: listed(called, text.latin, text.pairs),
    context: listed(fields.context),
    keys: listed(fields.keys, called.map(calledLabel)),
  };
  return { passage, terms, cuts: [name, text] };
}

/** Some may be there twice. A long text has thousands: they are not copied from list to list. */
const listed = (...lists: readonly (readonly string[])[]): string =>
  lists
    .filter((list) => list.length > 0)
    .map((list) => list.join(' '))
    .join(' ');

const japaneseSpace = /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])\s+/gu;

/** Names as they are asked for: 山田 花子 is also 山田花子. */
export const nameTexts = (speakers: readonly Speaker[]): readonly string[] =>
  speakers.flatMap(({ name, handle }) =>
    unique([name ?? '', (name ?? '').replace(japaneseSpace, ''), handle ?? '']),
  );

/** `docker meetup tokyo 6`: a series as it is asked for. */
const seriesOf = ({ series, number }: Pick<Passage, 'series' | 'number'>): string =>
  `${series ?? ''} ${number ?? ''}`.trim();

const longestHeading = 400;
const targets = /\]\([^()[\]]*\)|<[^<>]*>/gu;

/** A raw heading without the addresses of its links: what it says besides the title is looked for as well. */
export const headingText = (heading: string): string =>
  heading.slice(0, longestHeading).replace(targets, ' ');

const datePrefix = /(?<=^|\/)\d{4}-\d{2}-\d{2}-/u;
const extension = /(?:\/?(?:readme|index))?\.(?:md|markdown)$/iu;

/** What a file's name and the folders above it say: `2014-11-15-nodefest.md` is asked for as nodefest. */
export const slugOf = (file: string): string =>
  file.replace(extension, '').replace(datePrefix, '').replaceAll(/[/_-]/gu, ' ');

const placeKeys = (place: string | null): readonly string[] =>
  place === null ? [] : [keyOf(place), ...wordsOf(fold(place))].map((key) => label('place', key));

/** Labels that a passage can be asked for by a word of the query, not only by a filter. */
export const sharedLabels = ({
  tags,
  series,
  number,
  date,
}: Pick<Passage, 'tags' | 'series' | 'number' | 'date'>): readonly string[] => [
  ...tags.map((tag) => label('tag', keyOf(tag))),
  ...(series === null ? [] : [label('series', keyOf(series))]),
  ...(number === null ? [] : [label('number', String(number))]),
  ...dateKeys(date).map((key) => label('when', key)),
];

const ownKeys = ({ id, speakers }: Pick<Passage, 'id' | 'speakers'>): readonly string[] => [
  label('id', id),
  ...speakers.flatMap(speakerKeys).map((key) => label('speaker', key)),
];

function wholeReport(report: Report): Analysed {
  const passage: Passage = {
    id: report.id,
    kind: 'report',
    file: report.file,
    section: '',
    line: 0,
    title: report.title,
    path: [],
    report: { id: report.id, title: report.title },
    speakers: report.speakers,
    slides: report.slides,
    date: heldOn(report),
    series: report.meetup.series,
    number: report.meetup.number,
    tags: report.tags,
    text: report.text,
  };
  return analyse(passage, {
    name: [
      report.title,
      slugOf(report.file),
      seriesOf(passage),
      ...report.tags,
      ...nameTexts(report.speakers),
    ],
    text: [report.text],
    context: termsOf(cutAll([report.meetup.city ?? ''])),
    keys: [...ownKeys(passage), ...sharedLabels(passage), ...placeKeys(report.meetup.city)],
  });
}

/** What a report's parts have in common. */
interface Shared {
  readonly whole: Passage;
  /** Terms. */
  readonly context: readonly string[];
  readonly keys: readonly string[];
}

function partOf(report: Report, { whole, context, keys }: Shared, section: Section): Analysed {
  const passage: Passage = {
    ...whole,
    id: section.id,
    kind: section.isTalk ? 'talk' : 'section',
    section: section.heading,
    line: section.line,
    title: section.title ?? section.heading,
    path: pathTo(section, report.sections),
    speakers: section.speakers,
    slides: section.slides,
    text: section.text,
  };
  return analyse(passage, {
    name: [passage.title, headingText(section.heading), ...nameTexts(section.speakers)],
    text: [section.text],
    context: [...termsOf(cutAll(passage.path)), ...context],
    keys: [...ownKeys(passage), ...keys],
  });
}

/** The report as a whole, then its sections in the order of the file. */
export function passagesOf(report: Report): readonly Analysed[] {
  const whole = wholeReport(report);
  const { passage } = whole;
  const shared: Shared = {
    whole: passage,
    context: termsOf(cutAll([report.title, seriesOf(passage), ...passage.tags])),
    keys: [...sharedLabels(passage), ...placeKeys(report.meetup.city)],
  };
  return [whole, ...report.sections.map((section) => partOf(report, shared, section))];
}

/** Titles of the headings that a section stands below, outermost first. */
export function pathTo(section: Section, sections: readonly Section[]): readonly string[] {
  const above = sections.find(({ id }) => id === section.parent);
  return above === undefined ? [] : [...pathTo(above, sections), above.title ?? above.heading];
}

const asSpeaker = (name: string): Speaker => ({ name, handle: null, url: null });

/** An event is one passage, its announced talks among its words. */
export function passageOfEvent(event: EventFile): Analysed {
  const speakers = event.talks.flatMap((talk) => talk.speakers.map(asSpeaker));
  const passage: Passage = {
    id: event.id,
    kind: 'event',
    file: event.file,
    section: '',
    line: 0,
    title: event.title,
    path: [],
    report: { id: event.id, title: event.title },
    speakers,
    slides: [],
    date: event.start === '' ? null : event.start.slice(0, 10),
    series: event.series,
    number: event.number,
    tags: event.tags,
    text: [event.text, ...event.talks.map(({ title }) => title)].join('\n'),
  };
  const place = [event.place, event.address].filter((part) => part !== null).join(' ');
  return analyse(passage, {
    name: [event.title, seriesOf(passage), ...event.tags, ...nameTexts(speakers)],
    text: [passage.text],
    context: termsOf(cutAll([place])),
    keys: [...ownKeys(passage), ...sharedLabels(passage), ...placeKeys(place)],
  });
}
