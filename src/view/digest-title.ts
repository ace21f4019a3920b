/** What a digest is called. */
import { dayOfYearText } from './date.ts';
import type { DigestShown } from './digest.ts';
import type { Tongue } from './results.ts';
import { plainly } from './safe.ts';

/** `Docker Meetup Tokyo 3月8日の週のまとめ`: of a week its Monday, else the day. */
export function digestTitle(
  { community, period, day }: Pick<DigestShown, 'community' | 'period' | 'day'>,
  { words, locale }: Tongue,
): string {
  const { title, titleOf } = words.digest;
  const said = isWeek(period)
    ? title.week(dayOfYearText(mondayOf(day), locale))
    : title.day(dayOfYearText(day, locale));
  return community === null ? said : titleOf(plainly(community), said);
}

const isWeek = (period: string): boolean => period.includes('W');

const dayLength = 24 * 60 * 60_000;

function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const since = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - since * dayLength).toISOString().slice(0, 10);
}
