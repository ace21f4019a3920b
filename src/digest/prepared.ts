/** Material as it is looked through for each channel: sorted, and with what is the same for all of them found out once. */
import { endsAt, startsAt } from '../event/fact.ts';
import { seriesOf } from '../event/identity.ts';
import { reportFinder } from '../event/reported.ts';
import type { CatalogueEntry, Happening } from '../port.ts';
import { keyOf } from '../search/key.ts';
import type { ToldEvent, ToldReport } from './content.ts';
import type { Material } from './material.ts';
import { seeksSpeakers } from './open-slot.ts';
import { toldEvent, toldReport } from './telling.ts';

/** By what a channel chooses, as keys. */
export interface Labels {
  readonly tags: readonly string[];
  readonly series: string | null;
}

export interface PreparedEvent {
  readonly told: ToldEvent;
  readonly labels: Labels;
  /** Milliseconds since the epoch. */
  readonly starts: number;
  readonly ends: number;
  /** ISO 8601; `null`: nobody knows. */
  readonly known: string | null;
  /** What it is an occurrence of, where it happens more than once. */
  readonly circle: string | null;
  readonly seeksSpeakers: boolean;
  readonly hasReport: boolean;
}

export interface PreparedReport {
  readonly entry: CatalogueEntry;
  readonly told: ToldReport;
  readonly labels: Labels;
  /** ISO 8601, of one that the bot knew from the beginning the day on which it was published; '' where nobody knows. */
  readonly known: string;
  /** How many of its talks have slides. */
  readonly withSlides: number;
}

/** A talk whose slides turned up. */
export interface PreparedSlides {
  readonly report: PreparedReport;
  readonly talk: CatalogueEntry['parts'][number];
  readonly known: string;
}

export interface Prepared {
  /** By start. */
  readonly events: readonly PreparedEvent[];
  /** The newest first. */
  readonly reports: readonly PreparedReport[];
  readonly slides: readonly PreparedSlides[];
  /** By the day on which they were held. */
  readonly days: ReadonlyMap<string | null, readonly PreparedReport[]>;
  readonly byId: ReadonlyMap<string, PreparedReport>;
  readonly reminds: Material['reminds'];
}

export function prepare(material: Material): Prepared {
  const { happenings, knownSince, reminds } = material;
  const reportOf = reportFinder(material.reports);
  const events = happenings.map((happening): PreparedEvent => ({
    told: toldEvent(happening),
    labels: labelsOf(happening),
    starts: startsAt(happening),
    ends: endsAt(happening),
    known: knownSince.get(`event ${happening.id}`) ?? null,
    circle: seriesOf(happening.id),
    seeksSpeakers: seeksSpeakers(happening),
    hasReport: reportOf(happening) !== null,
  }));
  const reports = material.reports.map((entry) => preparedReport(entry, knownSince)).toSorted(newestFirst);
  return {
    events: events.toSorted((a, b) => a.starts - b.starts || compare(a.told.id, b.told.id)),
    reports,
    slides: slidesOf(reports, knownSince),
    days: Map.groupBy(reports, ({ entry }) => entry.date),
    byId: new Map(reports.map((report) => [report.entry.id, report])),
    reminds,
  };
}

const labelsOf = ({ tags, series }: Pick<Happening, 'tags' | 'series'>): Labels => ({
  tags: tags.map(keyOf),
  series: series === null ? null : keyOf(series),
});

/** A month or a year is no day on which it was new. */
const dayLength = 10;

function preparedReport(entry: CatalogueEntry, knownSince: Material['knownSince']): PreparedReport {
  const day = entry.published?.length === dayLength ? entry.published : '';
  const known = knownSince.get(`report ${entry.id}`) ?? day;
  const withSlides = entry.parts.filter(({ slides }) => slides.length > 0).length;
  return { entry, told: toldReport(entry), labels: labelsOf(entry), known, withSlides };
}

const newestFirst = (a: PreparedReport, b: PreparedReport): number =>
  compare(b.known, a.known) ||
  compare(b.entry.date ?? '', a.entry.date ?? '') ||
  compare(a.entry.id, b.entry.id);

function slidesOf(
  reports: readonly PreparedReport[],
  knownSince: Material['knownSince'],
): readonly PreparedSlides[] {
  const all = reports.flatMap((report) =>
    report.entry.parts.flatMap((talk) => {
      const known = knownSince.get(`slides ${talk.id}`);
      return known === undefined || talk.slides.length === 0 ? [] : [{ report, talk, known }];
    }),
  );
  return all.toSorted((a, b) => compare(b.known, a.known) || compare(a.talk.id, b.talk.id));
}

/** Code units: the same order everywhere. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
