/** A schedule as people write it, `毎週月曜 9:00`, `every Mon 09:00`, `0 9 * * 1` → five fields of cron, and back. */
import { readRepeat } from './repeat.ts';
import { readClocks } from './when-clock.ts';
import { sidesOf } from './when-text.ts';
import type { Locale } from '../model.ts';
import { words } from '../words/index.ts';
import { isPattern } from './cron-pattern.ts';

/** Minutes since midnight where nobody says when: people are awake, and the day has not begun. */
const usualTime = 9 * 60;

const dayMinutes = 24 * 60;

/** Two fields of times come before three of days: words do not begin so. */
const fields = /^[\d*][\d*/,-]*\s+[\d*][\d*/,-]*(?:\s+[\w*/,#-]+){3}$/;

/** `null`: it is not understood, is never due, or has no day to begin with (`every 2 weeks`). */
export function readSchedule(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  const schedule = fields.test(plain) ? inNumbers(plain) : readWords(plain);
  return schedule !== null && isPattern(schedule) ? schedule : null;
}

/** The same pattern is the same text, whichever way its days are written. */
const inNumbers = (pattern: string): string =>
  pattern
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .replaceAll(/\b(SU|MO|TU|WE|TH|FR|SA)[A-Z]\b/g, (_, code: string) => weekday(code));

function readWords(text: string): string | null {
  const sides = sidesOf(text);
  if (sides === null || sides.sign !== null) return null;
  const clocks = readClocks(sides);
  if (clocks === null) return null;
  const { start, days } = clocks;
  const minutes = start ?? usualTime;
  const rule = minutes < dayMinutes ? readRepeat(days.start) : null;
  const on = rule === null ? null : daysOf(rule);
  return on === null ? null : `${minutes % 60} ${Math.floor(minutes / 60)} ${on}`;
}

const codes = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];

/** The three fields of days of an RRULE; `null` where they can not say it. */
function daysOf(rule: string): string | null {
  const parts = new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
  const [frequency, byDay, monthDay] = [parts.get('FREQ'), parts.get('BYDAY'), parts.get('BYMONTHDAY')];
  const others = [...parts.keys()].filter((name) => !['FREQ', 'BYDAY', 'BYMONTHDAY'].includes(name));
  if (others.length > 0) return null;
  if (frequency === 'MONTHLY' && monthDay !== undefined) return `${monthDay} * *`;
  if (frequency === 'DAILY') return '* * *';
  if (frequency === 'WEEKLY') return `* * ${(byDay ?? 'MO').split(',').map(weekday).toSorted().join(',')}`;
  return frequency === 'MONTHLY' && byDay !== undefined ? `* * ${byDay.split(',').map(nth).join(',')}` : null;
}

const weekday = (code: string): string => String(codes.indexOf(code));

/** `2WE` → `3#2`, `-1FR` → `5#L` */
function nth(day: string): string {
  const number = day.slice(0, -2);
  return `${weekday(day.slice(-2))}#${number === '-1' ? 'L' : number}`;
}

const shape = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}) \* (\*|[0-7](?:,[0-7])*|[0-7]#[1-5L](?:,[0-7]#[1-5L])*)$/;

/** For people: `every Monday 9:00`, `毎週月曜 9:00`; of what has no such words the five fields themselves. */
export function scheduleText(schedule: string, locale: Locale): string {
  const [, minute = '', hour = '', date = '', days = ''] = shape.exec(schedule) ?? [];
  const said = dayText(date, days, locale);
  return said === null ? schedule : `${said} ${hour}:${minute.padStart(2, '0')}`;
}

function dayText(date: string, days: string, locale: Locale): string | null {
  const said = words[locale].schedule;
  if (date === '' || (date !== '*' && days !== '*')) return null;
  if (date !== '*') return said.date(Number(date));
  if (days === '*') return said.daily;
  if (days === '1,2,3,4,5') return said.weekdays;
  const all = days.split(',').map((day) => day.split('#'));
  const [[, first] = []] = all;
  const names = all.map(([day]) => said.days[Number(day) % 7] ?? '');
  if (first === undefined) return said.weekly(names);
  const isOneDay = new Set(names).size === 1;
  return isOneDay
    ? said.monthly(
        all.map(([, number = '']) => number),
        names[0] ?? '',
      )
    : null;
}
