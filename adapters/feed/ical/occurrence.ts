/** Occurrences that are otherwise than their series (RFC 5545 §3.8.4.4). */
import type { ChangedOccurrence } from '../../../src/port.ts';
import type { Reading } from '../reading.ts';
import { lineOf, type Component } from './component.ts';
import { factsOf, isPrivate, newest, titleOf, uidOf } from './facts.ts';
import { inZone, momentOf, written, type Clock, type Moment } from './moment.ts';
import { endOf, spanIn, startOf } from './span.ts';

export interface Context extends Clock, Reading {}

/** A series as a whole, and the zone that it is told in. */
export interface Whole {
  readonly component: Component;
  readonly start: Moment;
  readonly zone: string;
}

/** Leaves an event out, and says which. */
export function refuse(component: Component, { complain }: Clock): readonly [] {
  complain('event-unreadable', uidOf(component) ?? titleOf(component));
  return [];
}

/** The newest version of each; and the days of those that are not public, on which nothing is shown. */
export function readChanges(single: readonly Component[], whole: Whole, context: Context) {
  const versions = Map.groupBy(single, (each) => occurrenceOf(each, whole, context));
  const unread = (versions.get(null) ?? []).filter((each) => !isPrivate(each));
  unread.forEach((each) => refuse(each, context));
  const latest = [...versions].flatMap(([on, all]) => {
    const version = newest(all);
    return on === null || !version ? [] : [{ on, version }];
  });
  return {
    changes: latest
      .filter(({ version }) => !isPrivate(version))
      .flatMap(({ on, version }) => changeTo(on, version, { zone: whole.zone, context })),
    hidden: latest.filter(({ version }) => isPrivate(version)).map(({ on }) => on.slice(0, 10)),
  };
}

/** The local start that an occurrence has by the rule. */
function occurrenceOf(component: Component, whole: Whole, clock: Clock): string | null {
  const id = momentOf(lineOf(component, 'RECURRENCE-ID'), clock);
  return id && startOn(written(inZone(id, whole.zone), true), whole);
}

/** Nothing repeats more than once a day, so the day is enough: Outlook writes ids that are at midnight. */
export const startOn = (day: string, { start, zone }: Whole): string =>
  `${day}${written(inZone(start, zone), start.isDay).slice(day.length)}`;

/** `20270310`: the day that an occurrence has by the rule. */
export const onDay = (component: Component, whole: Whole, clock: Clock): string | null =>
  occurrenceOf(component, whole, clock)?.slice(0, 10).replaceAll('-', '') ?? null;

/** A VEVENT of one occurrence says all of it anew, unless it calls it off. */
function changeTo(
  on: string,
  component: Component,
  { zone, context }: { readonly zone: string; readonly context: Context },
): readonly ChangedOccurrence[] {
  const start = startOf(component, context);
  const { title, cancelled, tags: _tags, talks: _talks, ...facts } = factsOf(component, context);
  if (!component.isWhole || (!start && !cancelled)) return refuse(component, context);
  const isLasting = /THISANDFUTURE/iu.test(lineOf(component, 'RECURRENCE-ID')?.params.get('RANGE') ?? '');
  if (isLasting) context.complain('rule-unreadable', 'RANGE=THISANDFUTURE');
  const times = start ? spanIn(zone, start, endOf(component, start, context)) : {};
  if (cancelled) return [{ on, ...times, cancelled }];
  return [{ on, ...times, ...(title === '' ? {} : { title }), ...facts, cancelled }];
}
