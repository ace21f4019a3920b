/** The text of a calendar → the events that it announces. */
import { setImmediate } from 'node:timers/promises';
import type { Announced, FeedProblem } from '../../../src/port.ts';
import type { Reading } from '../reading.ts';
import { componentsOf, lineOf, type Component } from './component.ts';
import { uidOf } from './facts.ts';
import { LONGEST, MOST_EVENTS, SLICE } from './limits.ts';
import { linesOf } from './line.ts';
import { announcedBy, type Series } from './series.ts';
import { oneLine } from './text.ts';
import { createZones, properName, UTC } from './zone.ts';

export interface Calendar {
  readonly events: readonly Announced[];
  readonly skipped: readonly FeedProblem[];
}

interface Setting extends Reading {
  /** The community's. */
  readonly zone: string;
  readonly signal?: AbortSignal | undefined;
}

/** Is this a calendar, from its beginning to its end? One that breaks off does not say what it no longer lists. */
export const isCalendar = (text: string): boolean =>
  !/^\s*</u.test(text) && /^\uFEFF?BEGIN:VCALENDAR\s*$/imu.test(text) && /^END:VCALENDAR\s*$/imu.test(text);

/** In slices, between which others have a turn. Rejects only with the reason of the signal. */
export async function readCalendar(text: string, setting: Setting): Promise<Calendar> {
  const pause = pauses(setting.signal);
  const found: Record<string, Component[]> = {};
  let left = 0;
  for (const component of componentsOf(linesOf(text))) {
    await pause();
    const same = (found[component.name] ??= []);
    if (same.length < MOST_EVENTS) same.push(component);
    else if (component.name === 'VEVENT') left += 1;
  }
  const { complain, complaints } = complaining();
  if (left > 0) complain('too-many', String(left));
  const home = ownZone(found['VCALENDAR'] ?? []) ?? setting.zone;
  const context = { ...setting, complain, home, zoneOf: createZones(found['VTIMEZONE'] ?? [], home) };
  const events: Announced[] = [];
  for (const series of seriesOf(found['VEVENT'] ?? [])) {
    await pause();
    events.push(...announcedBy(series, context));
  }
  return { events, skipped: complaints() };
}

/** Waits a turn when a slice is over. */
function pauses(signal: AbortSignal | undefined): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < SLICE) return;
    await setImmediate();
    signal?.throwIfAborted();
    since = performance.now();
  };
}

/** The same is said once, and not at length. */
function complaining() {
  const said = new Map<string, FeedProblem>();
  const complain = (code: FeedProblem['code'], detail: string): void => {
    const problem = { code, detail: oneLine(detail.slice(0, LONGEST.detail * 2), LONGEST.detail) };
    said.set(`${code} ${problem.detail}`, problem);
  };
  return { complain, complaints: () => [...said.values()] };
}

/** What Google and Apple say of a whole calendar. */
function ownZone(calendars: readonly Component[]): string | null {
  const names = calendars.map((calendar) => lineOf(calendar, 'X-WR-TIMEZONE')?.value.trim() ?? '');
  return names.map(properName).find((zone) => zone !== null && zone !== UTC) ?? null;
}

/** In the order in which they are first named. What has no UID has nothing in common with anything. */
function seriesOf(events: readonly Component[]): readonly Series[] {
  const versions = Map.groupBy(events, (event) => uidOf(event) ?? event);
  return [...versions].map(([key, all]) => ({
    uid: typeof key === 'string' ? key : null,
    whole: all.filter((each) => !lineOf(each, 'RECURRENCE-ID')),
    single: all.filter((each) => lineOf(each, 'RECURRENCE-ID')),
  }));
}
