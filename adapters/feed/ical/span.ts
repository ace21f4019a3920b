/** From when to when an event takes place (RFC 5545 §3.6.1), in the local time of its zone. */
import { Temporal } from 'temporal-polyfill';
import { lineOf, type Component } from './component.ts';
import { LAST_YEAR } from './limits.ts';
import { inZone, momentOf, written, type Clock, type Moment } from './moment.ts';
import { readDuration } from './value.ts';

export interface Span {
  readonly start: string;
  readonly end: string | null;
}

const MIDNIGHT = new Temporal.PlainTime();

/** When it starts. Outlook writes whole days as times, and beside them that they are whole days. */
export function startOf(component: Component, clock: Clock): Moment | null {
  const start = momentOf(lineOf(component, 'DTSTART'), clock);
  const isWholeDay = /^true$/iu.test(lineOf(component, 'X-MICROSOFT-CDO-ALLDAYEVENT')?.value.trim() ?? '');
  return start && isWholeDay && start.at.toPlainTime().equals(MIDNIGHT) ? { ...start, isDay: true } : start;
}

/** When it ends by DTEND or DURATION, which of days say the first that is free again; `null` where neither is there. */
export function endOf(component: Component, start: Moment, clock: Clock): Moment | null {
  const end = momentOf(lineOf(component, 'DTEND'), clock);
  if (end) return end;
  const duration = readDuration(lineOf(component, 'DURATION')?.value ?? '');
  return duration && { ...start, at: after(start, duration) };
}

/** Days by the calendar, hours as they pass (RFC 5545 §3.3.6). */
export const after = ({ at, zone }: Moment, duration: Temporal.Duration): Temporal.PlainDateTime =>
  at.toZonedDateTime(zone).add(duration).toPlainDateTime();

/** Both as the clock of `zone` shows them. An end that is not after the start, or of another kind, is none. */
export function spanIn(zone: string, start: Moment, end: Moment | null): Span {
  const from = written(inZone(start, zone), start.isDay);
  if (!end || (end.isDay && !start.isDay) || end.at.year > LAST_YEAR) return { start: from, end: null };
  const at = inZone(end, zone);
  const to = written(start.isDay ? at.subtract({ days: 1 }) : at, start.isDay);
  return { start: from, end: (start.isDay ? to >= from : to > from) ? to : null };
}
