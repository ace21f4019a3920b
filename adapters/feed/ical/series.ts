/** VEVENTs of one UID → what they announce: an event, or a series with the occurrences that are otherwise. */
import { numberIn } from '../title.ts';
import type { Announced } from '../../../src/port.ts';
import { lineOf, type Component } from './component.ts';
import { factsOf, isPrivate, newest, type Facts } from './facts.ts';
import { written, zoneOfEvent, type Moment } from './moment.ts';
import { onDay, readChanges, refuse, startOn, type Context, type Whole } from './occurrence.ts';
import { addedOf, exceptOf, ONCE, ruleOf } from './repeat.ts';
import { endOf, spanIn, startOf } from './span.ts';

export interface Series {
  /** `null`: nobody gave it one. */
  readonly uid: string | null;
  /** Versions of the whole. */
  readonly whole: readonly Component[];
  /** Versions of single occurrences: those with a RECURRENCE-ID. */
  readonly single: readonly Component[];
}

/** None of what is not public. What can not be understood is left out, and a complaint made of it. */
export function announcedBy(series: Series, context: Context): readonly Announced[] {
  const whole = newest(series.whole);
  if (!whole) return orphans(series, context);
  if (isPrivate(whole)) return [];
  const read = readEvent(whole, context);
  if (!read) return refuse(whole, context);
  const repeats = series.single.length > 0 || ['RRULE', 'RDATE'].some((name) => lineOf(whole, name));
  const zone = zoneOfEvent(read.start, repeats, context.home);
  const event = announcement({ ...read, uid: series.uid, zone }, context);
  if (!repeats) return [event];
  return [
    { ...event, number: null, ...repetition(series, { component: whole, start: read.start, zone }, context) },
  ];
}

/** Occurrences of a series that the calendar does not tell of as a whole: each is an event of its own. */
function orphans({ uid, single }: Series, context: Context): readonly Announced[] {
  const versions = Map.groupBy(single, (each) => lineOf(each, 'RECURRENCE-ID')?.value);
  return [...versions.values()].flatMap((all) => {
    const latest = newest(all);
    if (!latest || isPrivate(latest)) return [];
    const read = readEvent(latest, context);
    if (!read) return refuse(latest, context);
    const zone = zoneOfEvent(read.start, false, context.home);
    const day = onDay(latest, { component: latest, start: read.start, zone }, context);
    return day === null
      ? refuse(latest, context)
      : [announcement({ ...read, uid: `${uid} ${day}`, zone }, context)];
  });
}

interface Read {
  readonly start: Moment;
  readonly end: Moment | null;
  readonly facts: Facts;
}

/** `null` where it has no end, no title or no start that could be read. */
function readEvent(component: Component, context: Context): Read | null {
  const start = startOf(component, context);
  const facts = factsOf(component, context);
  if (!start || facts.title === '' || !component.isWhole) return null;
  return { start, end: endOf(component, start, context), facts };
}

function announcement(
  { start, end, facts, uid, zone }: Read & Pick<Announced, 'uid' | 'zone'>,
  { hash }: Context,
): Announced {
  return {
    ...facts,
    ...spanIn(zone, start, end),
    id: hash(uid ?? `${facts.title} ${written(start.at, start.isDay)}`),
    zone,
    repeat: null,
    until: null,
    except: [],
    changes: [],
    capacity: null,
    accepted: null,
    waiting: null,
    series: null,
    number: numberIn(facts.title),
    uid,
    presentations: [],
  };
}

/** Dates beside the rule are changes too: the core knows no occurrences but those of a rule, and those of changes. */
function repetition(
  { single }: Series,
  whole: Whole,
  context: Context,
): Pick<Announced, 'repeat' | 'except' | 'changes'> {
  const { component, start, zone } = whole;
  const rule = ruleOf(component, start, context);
  const { changes, hidden } = readChanges(single, whole, context);
  const except = [...new Set([...exceptOf(component, zone, context), ...hidden])];
  const taken = new Set(changes.map(({ on }) => on));
  const added = addedOf(component, zone, context)
    .filter((span) => !except.includes(span.start.slice(0, 10)))
    .map((span) => ({ on: startOn(span.start.slice(0, 10), whole), span }))
    .filter(({ on }) => !taken.has(on))
    .map(({ on, span }) => ({ on, ...(span.start === on && span.end === null ? {} : span) }));
  const all = [...changes, ...added];
  return { repeat: rule ?? (except.length + all.length === 0 ? null : ONCE), except, changes: all };
}
