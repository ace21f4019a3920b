/** Compares what was read of a report with what stands in it: counts of facts that agree, are missing, are wrong. */
import type { Report, Section, Speaker } from '../../src/model.ts';

export interface Score {
  readonly hit: number;
  readonly missed: readonly string[];
  readonly wrong: readonly string[];
}

/** What a report says, written down by hand. A value marked `inferred` is a bonus: neither owed nor wrong. */
export interface Golden {
  readonly title: string;
  readonly date: string | null;
  readonly dateInferred?: string;
  readonly eventDate?: string | null;
  readonly eventDateSource?: string;
  readonly eventSeries: string | null;
  readonly eventSeriesSource?: string;
  readonly eventNumber: number | null;
  readonly city: string | null;
  readonly cityInferred?: string;
  readonly eventUrl: string | null;
  readonly tags: readonly string[];
  readonly talks: readonly GoldenTalk[];
  readonly externalEvents: readonly GoldenEvent[];
}

export interface GoldenTalk {
  readonly title: string | null;
  readonly line: number;
  readonly isTalk: boolean;
  readonly speakers: readonly (Speaker & { readonly inferredFrom?: string })[];
  readonly slides: readonly string[];
}

export interface GoldenEvent {
  readonly title: string;
  readonly url: string | null;
  readonly date: string | null;
  readonly start?: string;
  readonly end?: string;
  readonly place?: string;
}

/** Facts as strings, so that two sets can be compared. `bonus` may be there or not. */
interface Facts {
  readonly owed: readonly string[];
  readonly bonus: readonly string[];
}

export function score(report: Report, golden: Golden): Readonly<Record<string, Score>> {
  return {
    talks: compare(talkFacts(report.sections), goldenTalks(golden)),
    speakers: compare(speakerFacts(report.sections), goldenSpeakers(golden)),
    slides: compare(slideFacts(report.sections), goldenSlides(golden)),
    facts: compare(reportFacts(report), goldenFacts(golden)),
  };
}

export function f1(scores: readonly Score[]): number {
  const sum = (of: (one: Score) => number) => scores.reduce((total, one) => total + of(one), 0);
  const hit = sum((one) => one.hit);
  return (2 * hit) / (2 * hit + sum((one) => one.missed.length) + sum((one) => one.wrong.length));
}

function compare(found: readonly string[], { owed, bonus }: Facts): Score {
  const [known, seen] = [new Set([...owed, ...bonus]), new Set(found)];
  return {
    hit: owed.filter((fact) => seen.has(fact)).length,
    missed: owed.filter((fact) => !seen.has(fact)),
    wrong: [...seen].filter((fact) => !known.has(fact)),
  };
}

const talkFacts = (sections: readonly Section[]) =>
  sections.filter(({ isTalk }) => isTalk).map(({ line, title }) => `${line} ${title}`);

const talksOf = ({ talks }: Golden) => talks.filter(({ isTalk }) => isTalk);

const goldenTalks = (golden: Golden): Facts => ({
  owed: talksOf(golden).map(({ line, title }) => `${line} ${title}`),
  bonus: [],
});

const speaker = (line: number, { name, handle, url }: Speaker) => `${line} ${name} @${handle} ${url}`;

const speakerFacts = (sections: readonly Section[]) =>
  sections.flatMap(({ line, speakers }) => speakers.map((one) => speaker(line, one)));

function goldenSpeakers(golden: Golden): Facts {
  const all = talksOf(golden).flatMap(({ line, speakers }) =>
    speakers.map((one) => ({ fact: speaker(line, one), isBonus: one.inferredFrom !== undefined })),
  );
  // Whoever uploaded the slides of a talk without a speaker is a guess that nobody owes.
  return {
    owed: all.filter(({ isBonus }) => !isBonus).map(({ fact }) => fact),
    bonus: all.filter(({ isBonus }) => isBonus).map(({ fact }) => fact),
  };
}

const slideFacts = (sections: readonly Section[]) =>
  sections.flatMap(({ line, slides }) => slides.map((url) => `${line} ${url}`));

const goldenSlides = (golden: Golden): Facts => ({
  owed: talksOf(golden).flatMap(({ line, slides }) => slides.map((url) => `${line} ${url}`)),
  bonus: [],
});

function reportFacts({ title, date, meetup, tags, mentioned }: Report): readonly string[] {
  const facts = {
    title,
    date: date?.value,
    eventDate: meetup.date?.value,
    series: meetup.series,
    number: meetup.number,
    city: meetup.city,
    url: meetup.url,
  };
  return [...pairs(facts), ...tags.map((tag) => `tag ${tag}`), ...mentioned.flatMap(eventFacts)];
}

const pairs = (facts: object) =>
  Object.entries(facts).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [`${key} ${value}`],
  );

const eventFacts = ({
  title,
  url,
  date,
  start,
  end,
  place,
}: Omit<GoldenEvent, 'start' | 'end' | 'place'> & {
  readonly start?: string | null;
  readonly end?: string | null;
  readonly place?: string | null;
}) =>
  pairs({ url, date, start, end, place })
    .map((fact) => `${title}: ${fact}`)
    .concat(`event ${title}`);

function goldenFacts(golden: Golden): Facts {
  const isInferred = (source: string | undefined) => /infer/.test(source ?? '');
  const isEventDateOwed = !isInferred(golden.eventDateSource);
  const isSeriesOwed = !isInferred(golden.eventSeriesSource);
  const sure = {
    title: golden.title,
    date: golden.date,
    eventDate: isEventDateOwed ? golden.eventDate : null,
    series: isSeriesOwed ? golden.eventSeries : null,
    number: golden.eventNumber,
    city: golden.city,
    url: golden.eventUrl,
  };
  const inferredDate = /\d{4}(?:-\d{2}){0,2}/.exec(golden.dateInferred ?? '')?.[0];
  const bonus = { date: inferredDate, eventDate: isEventDateOwed ? inferredDate : golden.eventDate };
  const events = golden.externalEvents.flatMap(eventFacts);
  const tags = golden.tags.map((tag) => `tag ${tag}`);
  // An inferred series is owed by nobody, and the words of the title in its stead are not wrong.
  const series = isSeriesOwed
    ? []
    : [`series ${golden.eventSeries}`, `series ${golden.title.replace(/\s\d{6}$/, '')}`];
  return { owed: [...pairs(sure), ...tags, ...events], bonus: [...pairs(bonus), ...series] };
}
