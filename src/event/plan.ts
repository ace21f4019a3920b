/** What is known and what is announced now → what there is to do. Done, the same plan is empty. */
import type { Happening } from '../model.ts';
import { changesFrom, seenOf } from './change.ts';
import type { Change, Seen } from './change.ts';
import { endsAt, startsAt } from './fact.ts';
import { seriesOf } from './identity.ts';
import { matched } from './match.ts';

/** An event as it is remembered. */
export interface KnownEvent {
  /** Its first id: it stays, whoever announces it later. */
  readonly id: string;
  /** The id by which the library has it today. */
  readonly current: string;
  readonly keys: readonly string[];
  readonly seen: Seen;
  readonly series: string | null;
  readonly tags: readonly string[];
  /** Who announces it. */
  readonly feeds: readonly string[];
  readonly inferred: boolean;
  /** ISO 8601: since when it is known. */
  readonly since: string;
  /** How often what people see has changed (RFC 5545 SEQUENCE). */
  readonly sequence: number;
}

export type Step =
  /** `repeats`: another occurrence of the same is known, or planned before it, or it was told as a part of another event. */
  | {
      readonly step: 'create';
      readonly event: KnownEvent;
      readonly happening: Happening;
      readonly repeats: boolean;
    }
  | {
      readonly step: 'update';
      readonly event: KnownEvent;
      readonly before: KnownEvent;
      readonly happening: Happening;
      /** Empty: nothing that people would notice. */
      readonly changes: readonly Change[];
    }
  /** Whoever announced it does so no longer, and is still there. */
  | { readonly step: 'withdraw'; readonly before: KnownEvent }
  /** It is over, or those who announced it are asked no longer. */
  | { readonly step: 'forget'; readonly before: KnownEvent };

export interface Planning {
  readonly known: readonly KnownEvent[];
  /** Everything that is announced from `now` to `until`. */
  readonly happenings: readonly Happening[];
  readonly now: Date;
  readonly until: Date;
  /** Names of all feeds that are asked. */
  readonly feeds: readonly string[];
  /** Those of them of which nothing is known: what they announced before may well stand. */
  readonly silent?: readonly string[];
}

const week = 7 * 24 * 60 * 60_000;

/** Milliseconds that an event is remembered after its end: somebody may write about it. */
const memory = week;

export function plan({ known, happenings, now, until, feeds, silent = [] }: Planning): readonly Step[] {
  const match = matched(known, happenings);
  const isFurther = furtherThan(known);
  const steps = happenings.map((happening) => {
    const before = match.of(happening);
    if (before !== null) return updated(before, happening);
    return created(happening, { now, repeats: isFurther(happening) });
  });
  const asking = { now, until, asked: new Set(feeds), silent: new Set(silent) };
  return [
    ...steps.filter((step) => step !== null),
    ...match.left.map((before) => stepFrom(before, asking)).filter((step) => step !== null),
  ];
}

/** Is it an occurrence after the first, or what sources told as one event with another, until one of them changed its name? */
function furtherThan(known: readonly KnownEvent[]): (happening: Happening) => boolean {
  const series = new Set(known.flatMap(({ id }) => seriesOf(id) ?? []));
  const names = new Set(known.flatMap(({ keys }) => keys.filter(isOfDay)));
  return ({ id, keys }) => {
    const own = seriesOf(id);
    const isKnown = (own !== null && series.has(own)) || keys.some((key) => isOfDay(key) && names.has(key));
    if (own !== null) series.add(own);
    return isKnown;
  };
}

/** Without its day, a name may be that of the group's page. */
const isOfDay = (key: string): boolean => / \d{4}-\d{2}-\d{2}$/.test(key);

function created(
  happening: Happening,
  { now, repeats }: { readonly now: Date; readonly repeats: boolean },
): Step {
  const event = { id: happening.id, ...knownOf(happening), since: now.toISOString(), sequence: 0 };
  return { step: 'create', event, happening, repeats };
}

function updated(before: KnownEvent, happening: Happening): Step | null {
  const next = knownOf(happening);
  const changes = changesFrom(before.seen, next.seen);
  const isSeen = changes.some(({ kind }) => kind !== 'opened');
  const event = { ...before, ...next, sequence: before.sequence + (isSeen ? 1 : 0) };
  if (JSON.stringify(event) === JSON.stringify(before)) return null;
  return { step: 'update', event, before, happening, changes };
}

const knownOf = (happening: Happening): Omit<KnownEvent, 'id' | 'since' | 'sequence'> => ({
  current: happening.id,
  keys: happening.keys,
  seen: seenOf(happening),
  series: happening.series,
  tags: happening.tags,
  feeds: [...new Set(happening.sources.map(({ feed }) => feed))],
  inferred: happening.inferred,
});

interface Asked {
  readonly now: Date;
  readonly until: Date;
  readonly asked: ReadonlySet<string>;
  readonly silent: ReadonlySet<string>;
}

function stepFrom(before: KnownEvent, { now, until, asked, silent }: Asked): Step | null {
  const { seen, feeds, inferred } = before;
  const at = now.getTime();
  if (endsAt(seen) <= at) return at - endsAt(seen) > memory ? { step: 'forget', before } : null;
  // What is far away was announced when it was nearer, or the clock was put back.
  if (startsAt(seen) >= until.getTime() || feeds.some((feed) => silent.has(feed))) return null;
  // Nor is the last one of a series that has moved a few days: it is there, and just too far away.
  if (seriesOf(before.id) !== null && startsAt(seen) >= until.getTime() - week)
    return { step: 'forget', before };
  const isAsked = feeds.some((feed) => asked.has(feed));
  return { step: isAsked && !inferred && seen.status !== 'cancelled' ? 'withdraw' : 'forget', before };
}

/** Does nobody but the bot notice? */
export const isSilent = (step: Step): boolean =>
  step.step === 'forget' || (step.step === 'update' && step.changes.length === 0);
