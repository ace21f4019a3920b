/** A schedule as people write it, `毎週月曜 9:00`, `every Mon 09:00`, `0 9 * * 1` → five fields of cron, and back. */
import { readRepeat } from './repeat.ts';
import { readClocks } from './when-clock.ts';
import { trimmed } from './when-text.ts';
import type { Locale } from '../model.ts';
import { words } from '../words/index.ts';
import type { Words } from '../words/index.ts';
import { patternOf } from './cron-pattern.ts';

/** Minutes since midnight where nobody says when: people are awake, and the day has not begun. */
const usualTime = 9 * 60;

const dayMinutes = 24 * 60;

/** Nobody takes longer to say when. */
const longest = 200;

/** Two fields of times come before three of days: words do not begin so. */
const fields = /^[\d*][\d*/,-]*\s+[\d*][\d*/,-]*(?:\s+[\w*/,#-]+){3}$/;

/** `null`: it is not understood, is never due, or has no day to begin with (`every 2 weeks`). */
export function readSchedule(text: string): string | null {
  const plain = text.normalize('NFKC').trim();
  if (plain.length > longest) return null;
  const schedule = fields.test(plain) ? inNumbers(plain) : readWords(plain.toLowerCase());
  return schedule !== null && patternOf(schedule) !== null ? schedule : null;
}

/** The same pattern is the same text, whichever way it is written. */
function inNumbers(pattern: string): string {
  const plain = pattern.toUpperCase().replaceAll(/(?<!\d)0+(?=\d)/g, '');
  const [days = '', ...others] = plain.split(/\s+/).toReversed();
  const numbers = days.replaceAll(/(SU|MO|TU|WE|TH|FR|SA)[A-Z]/g, (_, code: string) => weekday(code));
  return [...others.toReversed(), listed(numbers)].join(' ');
}

/** Days of the week one by one, Sunday first: `1-3,7` → `0,1,2,3`, `5-0` → `0,5,6`. What is more than a list of days is left as it is. */
function listed(days: string): string {
  if (!/^[0-7](?:-[0-7])?(?:,[0-7](?:-[0-7])?)*$/.test(days)) return days.replace(/^([0-7])L$/, '$1#L');
  const all = days.split(',').flatMap((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    const last = to < from ? to + 7 : to;
    return Array.from({ length: last - from + 1 }, (_, at) => (from + at) % 7);
  });
  return [...new Set(all.map(String))].toSorted().join(',');
}

/** What `readRepeat` and `readClocks` know by other words. */
const synonyms: readonly (readonly [RegExp, string])[] = [
  [/毎朝(?=\s*\d)/gu, '毎日朝'],
  [/毎朝|\bevery morning\b/gu, '毎日'],
  [/\bat (\d{1,2})$/gu, '$1:00'],
];

function readWords(text: string): string | null {
  const plain = synonyms.reduce((before, [shape, by]) => before.replace(shape, by), text);
  const clocks = readClocks({ start: trimmed(plain), end: '', sign: null });
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
  if (others.length > 0 || (byDay !== undefined && monthDay !== undefined)) return null;
  if (frequency === 'MONTHLY' && monthDay !== undefined)
    return `${monthDay.replaceAll(/-1(?!\d)/g, 'L')} * *`;
  if (frequency === 'DAILY') return byDay === undefined ? '* * *' : null;
  if (frequency === 'WEEKLY') return `* * ${(byDay ?? 'MO').split(',').map(weekday).toSorted().join(',')}`;
  return frequency === 'MONTHLY' && byDay !== undefined ? `* * ${byDay.split(',').map(nth).join(',')}` : null;
}

const weekday = (code: string): string => String(codes.indexOf(code));

/** `2WE` → `3#2`, `-1FR` → `5#L` */
function nth(day: string): string {
  const number = day.slice(0, -2);
  return `${weekday(day.slice(-2))}#${number === '-1' ? 'L' : number}`;
}

const shape = /^(\d{1,2}) (\d{1,2}) (\*|\d{1,2}|L) \* (\*|[0-6](?:,[0-6])*|[0-6]#[1-5L](?:,[0-6]#[1-5L])*)$/;

/** For people: `every Monday 9:00`, `毎週月曜 9:00`; of what has no such words the five fields themselves. */
export function scheduleText(schedule: string, locale: Locale): string {
  const [, minute = '', hour = '', date = '', days = ''] = shape.exec(schedule) ?? [];
  const said = dayText(date, days, words[locale].schedule);
  return said === null ? schedule : `${said} ${hour}:${minute.padStart(2, '0')}`;
}

function dayText(date: string, days: string, said: Words['schedule']): string | null {
  if (date === '' || (date !== '*' && days !== '*')) return null;
  if (date === 'L') return said.lastDay;
  if (date !== '*') return said.date(Number(date));
  if (days === '*') return said.daily;
  if (days === '1,2,3,4,5') return said.weekdays;
  return days.includes('#') ? monthly(days, said) : said.weekly(namesOf(days.split(','), said));
}

/** A week begins on Monday, as the days of a digest do. */
const namesOf = (days: readonly string[], said: Words['schedule']): readonly string[] =>
  days.toSorted((a, b) => fromMonday(a) - fromMonday(b)).map((day) => said.days[Number(day)] ?? '');

const fromMonday = (day: string): number => (Number(day) + 6) % 7;

/** `null` for different days of the week: `1#1,2#3`. */
function monthly(days: string, said: Words['schedule']): string | null {
  const all = days.split(',').map((day) => day.split('#'));
  const [name = '', ...others] = namesOf([...new Set(all.map(([day = '']) => day))], said);
  const numbers = all.map(([, number = '']) => number);
  return others.length > 0 ? null : said.monthly(numbers, name);
}
